package org.dpstck.core.standin;

/**
 * What becomes of a request at an address that many flows share.
 *
 * @param served the answer
 * @param inbox of the flow that it belongs to; null if it belongs to none
 * @param purpose what it is about, for the record
 * @param plain the body in the form in which it is judged, which the record does not show; null for the body as it came
 */
public record Reception(Served served, Inbox inbox, String purpose, String plain) {

    /** A request that is read as it came. */
    public Reception(Served served, Inbox inbox, String purpose) {
        this(served, inbox, purpose, null);
    }
}
