package org.dpstck.core.verdict;

/** What a whole run says of the system under test. */
public enum Verdict {
    /** At least one mandatory case ran, none failed, none is inconclusive, and nothing was left out by selection. */
    CONFORMANT(0),
    /** A part was selected and nothing in it failed. */
    PARTIAL(0),
    /** At least one case failed. */
    NOT_CONFORMANT(1),
    /** Nothing can be said: unreachable, nothing mandatory ran, a prerequisite failed, or the run was cut short. */
    INCONCLUSIVE(3);

    private final int exitCode;

    Verdict(int exitCode) {
        this.exitCode = exitCode;
    }

    /** The exit code of a process that ends with this verdict. */
    public int exitCode() {
        return exitCode;
    }
}
