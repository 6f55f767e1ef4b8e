package org.dpstck.core.sut;

/** A trigger could not be tried, because nobody is there to do it by hand; what it is for stays untested. */
public final class TriggerUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With why it could not be tried. */
    public TriggerUnavailableException(String message) {
        super(message);
    }
}
