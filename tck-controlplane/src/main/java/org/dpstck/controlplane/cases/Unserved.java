package org.dpstck.controlplane.cases;

import java.util.Set;
import org.dpstck.controlplane.flow.Transfers;
import org.dpstck.core.check.Replies;
import org.dpstck.core.exchange.Reply;

/** Answers to the request of a transfer that no data plane can serve now, which is nobody's fault (position 229). */
final class Unserved {

    private static final int POSITION = 229;
    /** Bad gateway, unavailable, gateway timeout: the request was right, and somebody behind it is away. */
    private static final Set<Integer> AWAY = Set.of(502, 503, 504);

    private Unserved() {}

    /** Whether the transfer was taken all the same; a refusal that does not say what it is about draws a warning. */
    static boolean taken(Reply reply, String requirement, String which, Transfers transfers) {
        if (Replies.succeeded(reply)) {
            return true;
        }
        if (Replies.refused(reply) || reply.answered() && AWAY.contains(reply.status())) {
            return false;
        }
        var expected = "HTTP 2xx, 4xx, 502, 503 or 504 for a transfer " + which;
        if (reply.answered() && reply.status() >= 500) {
            transfers.warned(requirement, POSITION, expected, Replies.observed(reply), reply.exchange());
        } else {
            transfers.violated(requirement, expected, Replies.observed(reply), reply.exchange());
        }
        return false;
    }
}
