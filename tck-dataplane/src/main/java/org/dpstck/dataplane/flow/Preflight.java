package org.dpstck.dataplane.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dpstck.core.check.Obstacles;
import org.dpstck.core.check.Replies;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.exchange.WireFailure;

/**
 * Asks once, before any case, whether there is a data plane to judge.
 *
 * <p>Stops only when no creating operation of any declared kind gets anywhere: one that works is enough to go on, and then
 * the others are the business of the cases.
 */
final class Preflight {

    private static final String UNKNOWN_FLOW = "tck-no-such-flow";

    private final Shared shared;
    private final FlowFactory factory;
    private final Journal journal;
    private final Obstacles obstacles;
    private final List<FirstSight> sights = new ArrayList<>();

    Preflight(Shared shared, FlowFactory factory, Journal journal) {
        this.journal = journal;
        this.shared = shared;
        this.factory = factory;
        this.obstacles = Obstacles.ofDataPlane(shared.system().url());
    }

    /** Why no case makes sense, and what to do about it. */
    Optional<String> obstacle() {
        for (var kind : shared.edition().kinds()) {
            if (Twins.declared(kind, shared.system())) {
                var flow = factory.fresh(kind);
                var reply = flow.send(shared.edition().creating(kind), "preflight");
                if (reply.failure() != null && (reply.failure().unreachable() || isTimeOut(reply) && isDumb())) {
                    sights.clear();
                    return Optional.of(obstacles.silence(reply));
                }
                flow.isIdentifiedBy(reply);
                sights.add(new FirstSight(flow, reply));
            }
        }
        return sights.isEmpty()
                ? Optional.of(
                        "the system declares no side (consumer, provider) or no direction (push, pull), so no flow"
                                + " can be made; set capabilities")
                : common(sights.stream().map(FirstSight::reply).toList());
    }

    /** What came of each kind of flow, once {@link #obstacle} was asked for; empty if nothing was there to answer. */
    List<FirstSight> sights() {
        return List.copyOf(sights);
    }

    private Optional<String> common(List<Reply> replies) {
        if (replies.stream().allMatch(Obstacles::missing)) {
            var other = new OtherRole(shared, journal).seen();
            if (other.isPresent()) {
                return other;
            }
        }
        var common = obstacles.common(asked(), replies);
        if (common.isPresent() || !Obstacles.refused(replies)) {
            return common;
        }
        return Optional.of(asked() + " at " + shared.system().url() + " in correct form is refused: "
                + Replies.observed(replies.get(0))
                + "; check transferTypes, ids and message.metadata in the system's description");
    }

    private String asked() {
        return shared.edition().creating().stream()
                .filter(operation -> shared.edition().kinds().stream()
                        .anyMatch(kind ->
                                operation.sides().contains(kind.side()) && Twins.declared(kind, shared.system())))
                .map(operation -> operation.line())
                .collect(Collectors.joining(" and "));
    }

    /** Whether even the simplest question finds no answer in time. */
    private boolean isDumb() {
        var flow = factory.fresh(shared.edition().kinds().get(0));
        flow.isCalled(UNKNOWN_FLOW);
        return !flow.send(flow.statusOperation(), "preflight").answered();
    }

    private static boolean isTimeOut(Reply reply) {
        return reply.failure().kind() == WireFailure.Kind.TIME_OUT;
    }
}
