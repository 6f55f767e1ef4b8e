package org.dpstck.dataplane.detect;

import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.exchange.Reply;
import org.dpstck.dataplane.flow.DataFlow;

/**
 * One creating message in one form, with what came back.
 *
 * @param form as it was on the wire
 * @param kind of flow
 * @param flow that was asked for
 * @param reply what came back
 */
record Attempt(CreationForm form, FlowKind kind, DataFlow flow, Reply reply) {

    boolean accepted() {
        return Replies.succeeded(reply);
    }
}
