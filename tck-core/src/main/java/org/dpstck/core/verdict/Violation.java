package org.dpstck.core.verdict;

/** A mandatory requirement does not hold and the case cannot go on; the finding is already with the judge. */
public final class Violation extends AssertionError {

    private static final long serialVersionUID = 1L;

    /** A violation with the text of its finding. */
    public Violation(String message) {
        super(message);
    }
}
