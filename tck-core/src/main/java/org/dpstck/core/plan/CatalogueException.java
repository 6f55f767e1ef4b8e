package org.dpstck.core.plan;

/** The suite contradicts itself or its edition: a defect of this kit, not of a system. */
public final class CatalogueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** An exception that says which case is at fault. */
    public CatalogueException(String message) {
        super(message);
    }

    /** An exception with its cause. */
    public CatalogueException(String message, Throwable cause) {
        super(message, cause);
    }
}
