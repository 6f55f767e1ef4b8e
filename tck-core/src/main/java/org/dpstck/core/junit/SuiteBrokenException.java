package org.dpstck.core.junit;

/** The suite itself failed: not a word about the system under test. */
public final class SuiteBrokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** An exception that names the case, with what it threw. */
    public SuiteBrokenException(String message, Throwable cause) {
        super(message, cause);
    }
}
