package org.dpstck.controlplane.doctor;

import org.dpstck.controlplane.flow.Transfer;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.exchange.Reply;

/**
 * A request for a transfer in its plain form, and what came back.
 *
 * @param kind of the flow, on the side of the system
 * @param transfer as far as it came about
 * @param reply to the request
 */
record Opening(FlowKind kind, Transfer transfer, Reply reply) {

    boolean accepted() {
        return Replies.succeeded(reply);
    }
}
