package org.dpstck.dataplane.doctor;

import java.util.Map;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.exchange.Reply;
import org.dpstck.dataplane.flow.DataFlow;

/**
 * The plain message that creates a flow of a declared kind, and what came back.
 *
 * @param kind of the flow
 * @param operation that creates it
 * @param templates what its message is filled in from, by member
 * @param flow as far as it came about
 * @param reply to the message
 */
record Opening(FlowKind kind, Operation operation, Map<String, Object> templates, DataFlow flow, Reply reply) {

    /** Whether it was accepted. */
    boolean accepted() {
        return Replies.succeeded(reply);
    }

    /** Whether it was answered before it was done. */
    boolean asynchronous() {
        return operation
                .asynchronousAnswer()
                .filter(answer -> answer.status() == reply.status())
                .isPresent();
    }
}
