package org.dpstck.core.standin;

import java.util.function.Consumer;

/**
 * What becomes of a request at an address that many flows share.
 *
 * @param served the answer
 * @param inbox of the flow that it belongs to; null if it belongs to none
 * @param purpose what it is about, for the record
 * @param plain the body in the form in which it is judged, which the record does not show; null for the body as it came
 * @param later takes whoever asks again as soon as it is known whose a recorded request is; null if it is known
 */
public record Reception(Served served, Inbox inbox, String purpose, String plain, Consumer<Runnable> later) {

    /** A request that is read as it came. */
    public Reception(Served served, Inbox inbox, String purpose) {
        this(served, inbox, purpose, null, null);
    }

    /** A request that is read in another form than it came in. */
    public Reception(Served served, Inbox inbox, String purpose, String plain) {
        this(served, inbox, purpose, plain, null);
    }

    /** A request of a record of which it is not known yet whose it is. */
    public static Reception later(Consumer<Runnable> asking) {
        return new Reception(null, null, "", null, asking);
    }
}
