package org.dpstck.core.doctor;

import java.util.List;
import org.dpstck.core.junit.Check;

/**
 * What a step found, before it has a name and a duration.
 *
 * @param outcome how the thing stands
 * @param observed what was seen, in one line
 * @param meaning what that means for a run; empty where there is nothing to explain
 * @param change what to do about it, a sentence each
 * @param settings values to write into the description
 */
public record Finding(
        Check.Outcome outcome, String observed, String meaning, List<String> change, List<Check.Setting> settings) {

    /** As it should be. */
    public static Finding ok(String observed) {
        return new Finding(Check.Outcome.OK, observed, "", List.of(), List.of());
    }

    /** A run works, and something is worth a look. */
    public static Finding warning(String observed, String meaning, String... change) {
        return new Finding(Check.Outcome.WARNING, observed, meaning, List.of(change), List.of());
    }

    /** Something stands in the way. */
    public static Finding problem(String observed, String meaning, String... change) {
        return new Finding(Check.Outcome.PROBLEM, observed, meaning, List.of(change), List.of());
    }

    /** It could not be looked at, or there was no need. */
    public static Finding notChecked(String why, String... change) {
        return new Finding(Check.Outcome.NOT_CHECKED, why, "", List.of(change), List.of());
    }

    /** The same with values for keys of the description. */
    public Finding suggesting(List<Check.Setting> values) {
        return new Finding(outcome, observed, meaning, change, values);
    }
}
