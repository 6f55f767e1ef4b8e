package org.dpstck.core.sut;

/** A trigger was fired and did not work; the message says what was tried, what came back, and holds no secrets. */
public final class TriggerFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With what went wrong. */
    public TriggerFailedException(String message) {
        super(message);
    }

    /** With what went wrong and why. */
    public TriggerFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
