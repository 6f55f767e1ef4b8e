package org.dpstck.core.exchange;

/** A case that is judged from a record asks for something that the record does not hold; says nothing of the system. */
public final class Unrecorded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is not in the record, in one line. */
    public Unrecorded(String message) {
        super(message, null, false, false);
    }
}
