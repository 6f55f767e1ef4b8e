package org.dpstck.reference.edition;

/**
 * What the EDC's own interface does in another way than the editions after it.
 *
 * @param jsonLd whether messages are JSON-LD
 * @param idempotent whether a request that was carried out before is acknowledged again
 * @param flowsAreProcesses whether a flow goes by the id of its transfer process
 * @param relays whether messages name the source of the data, which the plane hands on
 * @param acknowledgement the status code of an answer without a message
 */
public record Convention(
        boolean jsonLd, boolean idempotent, boolean flowsAreProcesses, boolean relays, int acknowledgement) {

    /** The editions of Data Plane Signaling. */
    static final Convention SIGNALING = new Convention(false, false, false, false, 200);

    /** The EDC's own interface. */
    static final Convention EDC = new Convention(true, true, true, true, 204);
}
