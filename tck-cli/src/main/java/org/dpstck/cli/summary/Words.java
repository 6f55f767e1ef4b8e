package org.dpstck.cli.summary;

import java.time.Duration;
import java.util.Locale;
import org.dpstck.cli.console.Palette.Style;
import org.dpstck.core.verdict.Outcome;
import org.dpstck.core.verdict.Verdict;

/** How outcomes and verdicts are said and shown. */
public final class Words {

    private Words() {}

    /** An outcome in lower case, like {@code not applicable}. */
    public static String of(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A verdict in upper case, like {@code NOT CONFORMANT}. */
    public static String of(Verdict verdict) {
        return verdict.name().replace('_', ' ');
    }

    /** How an outcome is shown. */
    public static Style style(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> Style.GOOD;
            case FAILED -> Style.BAD;
            case WARNED -> Style.DOUBTFUL;
            case INCONCLUSIVE -> Style.UNKNOWN;
            case NOT_APPLICABLE, UNTESTED -> Style.FAINT;
        };
    }

    /** How a verdict is shown. */
    public static Style style(Verdict verdict) {
        return switch (verdict) {
            case CONFORMANT, PARTIAL -> Style.GOOD;
            case NOT_CONFORMANT -> Style.BAD;
            case INCONCLUSIVE -> Style.UNKNOWN;
        };
    }

    /** A number of things: {@code 1 case}, {@code 2 cases}. */
    public static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /** A time in seconds or minutes: {@code 3.4 s}, {@code 2 min 5 s}. */
    public static String time(Duration time) {
        return time.toSeconds() < 60
                ? String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0)
                : time.toMinutes() + " min " + time.toSecondsPart() + " s";
    }
}
