package org.dpstck.dataplane.flow;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.verdict.Judge;

/**
 * Finds out once a run whether the status can be believed: right after a synchronous creation it has to agree with it.
 *
 * <p>A status that lies would otherwise fail every case that reads a state back, instead of the cases about the status.
 */
final class StatusTrust {

    private final Memo<String, Optional<String>> doubts = new Memo<>();
    private final Shared shared;

    StatusTrust(Shared shared) {
        this.shared = shared;
    }

    /** Why the status cannot be believed; empty if it can. */
    Optional<String> doubt() {
        return doubts.get("status", this::disagreement);
    }

    private Optional<String> disagreement() {
        return shared.edition().kinds().stream()
                .filter(kind -> Twins.declared(kind, shared.system()))
                .flatMap(kind -> disagreement(kind).stream())
                .findFirst();
    }

    private Journal journal(FlowKind kind) {
        return shared.run().journals().common().about("trust in the status, " + kind);
    }

    private Optional<String> disagreement(FlowKind kind) {
        var factory = new FlowFactory(shared, journal(kind), new Judge(shared.edition(), List.of()));
        try {
            var flow = factory.fresh(kind);
            var creation = shared.edition().creating(kind);
            var made = flow.receives(creation);
            if (!creation.answer().hasStatus(made.reply().status())
                    || flow.dataFlowId().isEmpty()) {
                return Optional.empty();
            }
            var answered = made.state().map(text -> text.toUpperCase(Locale.ROOT));
            var status = flow.send(flow.statusOperation(), "read back");
            var said = Bodies.object(status.text())
                    .flatMap(body -> Bodies.string(body, "state"))
                    .map(text -> text.toUpperCase(Locale.ROOT));
            var agree = !Replies.succeeded(status) || said.isEmpty() || answered.isEmpty() || said.equals(answered);
            return agree
                    ? Optional.empty()
                    : Optional.of("the status cannot be believed: " + creation + " of a " + kind + " flow answered "
                            + answered.get() + ", and its status said " + said.get() + " right after; see the cases"
                            + " STATUS-STATE." + kind + ".*");
        } finally {
            factory.release();
        }
    }
}
