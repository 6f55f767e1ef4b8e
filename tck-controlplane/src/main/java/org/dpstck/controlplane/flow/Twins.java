package org.dpstck.controlplane.flow;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.exchange.Tape;

/** Whether a request in correct form works, found out once for each kind. */
final class Twins {

    private final Map<FlowKind, Boolean> known = new ConcurrentHashMap<>();

    /**
     * Whether it works.
     *
     * @param made takes the transfer that is made to find out, if one is
     */
    boolean work(FlowKind kind, Shared shared, Consumer<Transfer> made) {
        return known.computeIfAbsent(kind, it -> request(kind, shared, made));
    }

    /** It is no exchange of one case alone, so that a record tells it to whichever asks first. */
    private static boolean request(FlowKind kind, Shared shared, Consumer<Transfer> made) {
        var journal = shared.run().journals().common().about("twin of " + kind);
        var twin = new Transfer(shared, journal, kind, shared.system().ids());
        made.accept(twin);
        var reply = twin.request();
        // What a record has of it comes now: nobody waits for it, and later it may have been released.
        journal.tape().ifPresent(Tape::settle);
        return Replies.succeeded(reply);
    }
}
