package org.dpstck.dataplane.detect;

import org.dpstck.core.check.Obstacles;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.exchange.Reply;
import org.dpstck.dataplane.flow.DataFlow;

/** Tells whether there is nothing at a path of a flow. */
final class Absence {

    private static final String NOWHERE = "/dataflows/{dataFlowId}/tck-no-such-operation";

    private Absence() {}

    /**
     * Whether an operation that should have worked is not there: the codes for that, or, in systems with a code of their own,
     * the one that a path gets which no edition has.
     *
     * @param reply to the operation
     */
    static boolean of(Operation operation, DataFlow flow, Reply reply) {
        if (Obstacles.missing(reply)) {
            return true;
        }
        if (!Replies.refused(reply) || Obstacles.locked(reply)) {
            return false;
        }
        return flow.send(operation.at(NOWHERE), Creations.PURPOSE).status() == reply.status();
    }
}
