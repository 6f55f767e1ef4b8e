package org.dpstck.core.verdict;

/** What came of one case. */
public enum Outcome {
    /** The requirement was exercised and held. */
    PASSED,
    /** A MUST or an IMPLIED requirement was violated. */
    FAILED,
    /** A SHOULD was violated, or the less likely reading of an ambiguous clause was seen. */
    WARNED,
    /** The edition or the declared capabilities exclude it. */
    NOT_APPLICABLE,
    /** It applies, but no trigger reaches it. */
    UNTESTED,
    /** The suite or the environment failed: unreachable, a prerequisite did not hold, a time-out of ours. */
    INCONCLUSIVE;

    /** Whether the system was exercised and judged. */
    public boolean judged() {
        return this == PASSED || this == FAILED || this == WARNED;
    }
}
