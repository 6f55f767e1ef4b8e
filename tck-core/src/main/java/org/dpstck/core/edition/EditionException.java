package org.dpstck.core.edition;

/** An edition's folder is missing, incomplete or contradicts itself: a defect of this kit, not of a system. */
public final class EditionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** An exception that says what is wrong with the folder. */
    public EditionException(String message) {
        super(message);
    }

    /** An exception with its cause. */
    public EditionException(String message, Throwable cause) {
        super(message, cause);
    }
}
