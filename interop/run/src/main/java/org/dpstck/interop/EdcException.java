package org.dpstck.interop;

/** EDC did not start, or does not do what its role is here; the message names the log. */
public final class EdcException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    /** With what is wrong. */
    public EdcException(String message) {
        super(message);
    }

    /** With what is wrong, and why. */
    public EdcException(String message, Throwable cause) {
        super(message, cause);
    }
}
