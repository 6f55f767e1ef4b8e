package org.dpstck.controlplane.flow;

import java.util.Optional;
import org.dpstck.core.check.Replies;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.exchange.Outgoing;

/** Whether what answers at the address for callbacks is a data plane, which nobody meant to judge as a control plane. */
public final class OtherRole {

    private OtherRole() {}

    /**
     * Asks with an empty message, which every data plane refuses for what it lacks, and a control plane because it has no
     * such path.
     *
     * @return what was seen, if it is a data plane
     */
    public static Optional<String> at(Rehearsal rehearsal) {
        return at(rehearsal.shared(), rehearsal.journal());
    }

    static Optional<String> at(Shared shared, Journal journal) {
        var operation = shared.edition().creating().get(0);
        var url = shared.system().url();
        var reply = shared.signaling()
                .send(
                        journal,
                        "which role",
                        new Outgoing(operation.method(), url + operation.path(), "application/json", "{}"));
        var there = Replies.refused(reply)
                && switch (reply.status()) {
                    case 401, 403, 404, 405, 407, 410 -> false;
                    default -> true;
                };
        return there
                ? Optional.of("a data plane answers at " + url + ", and no control plane (" + operation.line()
                        + " with an empty message gave HTTP " + reply.status() + ")")
                : Optional.empty();
    }
}
