package org.dpstck.core.sut;

/** A trigger was fired and did not work; the message says what was tried, what came back, and holds no secrets. */
public final class TriggerFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean conflict;

    /** With what went wrong. */
    public TriggerFailedException(String message) {
        this(message, false);
    }

    /** With what went wrong, and whether it may work later: the system is about something else at the moment. */
    TriggerFailedException(String message, boolean conflict) {
        super(message);
        this.conflict = conflict;
    }

    /** With what went wrong and why. */
    public TriggerFailedException(String message, Throwable cause) {
        super(message, cause);
        this.conflict = false;
    }

    /** Whether the answer was HTTP 409: what was asked for does not go with the state of the system at the moment. */
    public boolean conflict() {
        return conflict;
    }
}
