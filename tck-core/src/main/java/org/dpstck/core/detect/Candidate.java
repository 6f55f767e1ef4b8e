package org.dpstck.core.detect;

import java.util.List;
import org.dpstck.core.detect.Evidence.Bearing;

/**
 * One edition that the system may speak, or one form of the transfer process, with what was seen.
 *
 * @param edition its id
 * @param evidence in the order in which it was found
 */
public record Candidate(String edition, List<Evidence> evidence) {

    /** Copies the list. */
    public Candidate {
        evidence = List.copyOf(evidence);
    }

    /** Whether the edition's own exchanges worked, and nothing that it has was missing. */
    public boolean fits() {
        return count(Bearing.FOR) > 0 && count(Bearing.AGAINST) == 0;
    }

    /** How much evidence of a sort there is. */
    public long count(Bearing bearing) {
        return evidence.stream().filter(it -> it.bearing() == bearing).count();
    }
}
