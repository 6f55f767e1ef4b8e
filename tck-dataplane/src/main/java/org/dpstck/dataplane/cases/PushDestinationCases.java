package org.dpstck.dataplane.cases;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.exchange.Durations;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.standin.Endpoint;
import org.dpstck.core.standin.Served;
import org.dpstck.core.verdict.Judge;
import org.dpstck.dataplane.flow.DataFlow;
import org.dpstck.dataplane.flow.DataFlows;
import org.dpstck.dataplane.flow.FarEnds;
import org.junit.jupiter.api.parallel.Isolated;

/** §Fulfilling data requests: where the data of a push goes while another one begins. */
@Isolated("the push that was started last is to be one of these two, whatever a data plane remembers of the last one")
public final class PushDestinationCases {

    private static final String MOVES = "PUSH-MOVES-DATA";

    @Case(
            value = "PUSH-OWN-DESTINATION",
            title = "Each of two pushes takes its data to its own destination",
            stimulus =
                    "Two pushes, each with a source and a destination of its own. The source of the first answers when the second"
                            + " one is started.",
            expected = "At each destination the data of its own source, and not that of the other.",
            fix = "Keep the destination of a push with its transfer, not with the data plane.")
    @Verifies(MOVES)
    @Rows("pushes")
    void dataArrivesApart(FlowKind kind, DataFlows flows, FarEnds ends, Edition edition, Judge judge) {
        var released = new CompletableFuture<Void>();
        var first = flows.fresh(kind);
        var source = ends.serve(arrival -> new Served(
                        200, "text/plain", "dps-tck " + first.inbox().key())
                .heldUntil(released, ends.patience().dividedBy(2)));
        var one = new Push(first.takesFrom(source.url()), ends.serve(arrival -> Served.empty(200)));
        var second = flows.fresh(kind);
        var other = new Push(second.takesFrom(ends.asset(second)), ends.serve(arrival -> Served.empty(200)));
        one.start(edition);
        if (source.await(arrival -> true, ends.patience()).isEmpty()) {
            throw PushedDataCases.notAsked();
        }
        other.start(edition);
        released.complete(null);
        var lost = Stream.of(one, other).filter(push -> !push.arrives(ends)).toList();
        astray(one, other, judge);
        astray(other, one, judge);
        judge.stop();
        lost.forEach(push -> judge.violated(
                MOVES,
                "the data of each of two pushes at its destination within " + Durations.text(ends.patience()),
                "none at " + push.destination().url(),
                null));
    }

    private static void astray(Push push, Push other, Judge judge) {
        other.taken(push)
                .ifPresent(arrival -> judge.violated(
                        MOVES,
                        "the data of a push at its own destination, "
                                + push.destination().url(),
                        "the data at that of another push, "
                                + other.destination().url(),
                        arrival.exchange()));
    }

    /**
     * A push whose data is looked for.
     *
     * @param flow with its source
     * @param destination that takes whatever comes
     */
    private record Push(DataFlow flow, Endpoint destination) {

        void start(Edition edition) {
            flow.deliversTo(destination.url());
            PushedDataCases.started(flow, flow.message(edition.creating(flow.kind())), edition);
        }

        boolean arrives(FarEnds ends) {
            return destination
                    .await(arrival -> arrival.body().contains(flow.inbox().key()), ends.patience())
                    .isPresent();
        }

        /** What came here of the data of another one. */
        Optional<Arrival> taken(Push other) {
            return destination.arrivals().stream()
                    .filter(arrival ->
                            arrival.body().contains(other.flow().inbox().key()))
                    .findFirst();
        }
    }

    static Stream<Row> pushes(Edition edition) {
        return PushedDataCases.pushes(edition);
    }
}
