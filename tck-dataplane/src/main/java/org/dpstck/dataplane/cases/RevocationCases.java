package org.dpstck.dataplane.cases;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.dpstck.core.edition.Direction;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.Side;
import org.dpstck.core.exchange.Durations;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.exchange.WireFailure;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.DataFlow;
import org.dpstck.dataplane.flow.DataFlows;
import org.dpstck.dataplane.flow.FarEnds;
import org.dpstck.dataplane.flow.Grants;

/** §Access Duration: what a revoked token opens, what a new one does, and what a stream does when its flow rests. */
public final class RevocationCases {

    private static final FlowKind PULLED = new FlowKind(Side.PROVIDER, Direction.PULL);
    private static final String NEW = "START-AGAIN-OPENS";
    private static final String OLD = "TOKEN-STAYS-REVOKED";
    private static final String OTHERS = "REVOCATION-OWN-FLOW";
    private static final String STREAM = "STREAM-STOPS";
    private static final Duration BEAT = Duration.ofMillis(20);

    @Case(
            value = NEW,
            title = "After a suspension and another start, the address of that start opens the data",
            stimulus =
                    "A pull gave data, was suspended, and is started again; then its data is asked for by the address in"
                            + " the last answer.",
            expected = "A data address, old or new, whose token gives data.",
            fix = "Issue a token with every start, or validate the old one again, and return the address.")
    @Verifies(NEW)
    @Rows("suspended")
    void newAddressOpens(
            FlowKind kind, DataFlows flows, FarEnds ends, Edition edition, SystemUnderTest system, Judge judge) {
        var before = data(flows.fresh(kind), ends, edition, system).thatOpens(edition);
        var after = restarted(before, ends, edition, system);
        var reply = after.get();
        if (!PublicData.gives(reply)) {
            judge.violated(
                    NEW,
                    "data for the token of the start after the suspension",
                    PublicData.shown(reply),
                    reply.exchange());
        }
    }

    @Case(
            value = OLD,
            title = "A token that a suspension has invalidated opens nothing after another start",
            stimulus =
                    "A pull gave data, was suspended and started again with another token; then its data is asked for"
                            + " with the first one.",
            expected = "No data. If the same token was handed out again, there is nothing to refuse.",
            fix = "Delete the token when the flow is suspended; do not derive it from the state of the flow.")
    @Verifies(OLD)
    @Rows("suspended")
    void oldTokenStaysRevoked(
            FlowKind kind, DataFlows flows, FarEnds ends, Edition edition, SystemUnderTest system, Judge judge) {
        var before = data(flows.fresh(kind), ends, edition, system).thatOpens(edition);
        var after = restarted(before, ends, edition, system).thatOpens(edition);
        if (after.token().equals(before.token())) {
            return;
        }
        Stream.of(before.get(), after.getWith(Optional.of(before.token())))
                .filter(PublicData::gives)
                .findFirst()
                .ifPresent(reply -> judge.violated(
                        OLD,
                        "no data for the token that the suspension has invalidated",
                        PublicData.shown(reply) + ", after a start that has handed out another token",
                        reply.exchange()));
    }

    @Case(
            value = OTHERS,
            title = "{0} of one pull leaves the data of another within reach",
            stimulus =
                    "Two pulls gave data. The signal is sent for the first; then the data of the second is asked for.",
            expected = "Data, with the second one's token.",
            fix = "Revoke the tokens of the flow that the request names, and no others.")
    @Verifies(OTHERS)
    @Rows("signals")
    void othersKeepTheirAccess(
            Operation signal, DataFlows flows, FarEnds ends, Edition edition, SystemUnderTest system, Judge judge) {
        var stem = "tck-" + UUID.randomUUID();
        var first =
                data(flows.named(PULLED, stem + "-1"), ends, edition, system).thatOpens(edition);
        var second =
                data(flows.named(PULLED, stem + "-2"), ends, edition, system).thatOpens(edition);
        succeeds(first.flow(), signal);
        var reply = second.get();
        if (!PublicData.gives(reply)) {
            judge.violated(
                    OTHERS,
                    "data for the token of a transfer that is STARTED, after " + signal + " of another one",
                    PublicData.shown(reply),
                    reply.exchange());
        }
    }

    @Case(
            value = STREAM,
            title = "A stream that a consumer reads stops when its pull is gone by {0}",
            stimulus = "A pull whose source has no end is read; while data flows the signal is sent.",
            expected = "The answer ends, or breaks off, within the time that a callback may take (timeouts.callback).",
            fix = "Watch the state of the flow while you hand data on, not only when a request comes in.")
    @Verifies(STREAM)
    @Rows("signals")
    void streamStops(
            Operation signal, DataFlows flows, FarEnds ends, Edition edition, SystemUnderTest system, Judge judge)
            throws InterruptedException, ExecutionException {
        var flow = flows.fresh(PULLED);
        var data = new PublicData(flow, new Grants(edition, system).of(flow.takesFrom(ends.stream(flow))), ends);
        var stream = ends.begin("at the data endpoint, without an end", data.request());
        if (!begins(flow, ends) || stream.isDone()) {
            throw Unjudgeable.untested("the endpoint hands on no stream: its source was "
                    + (ends.streams(flow) == 0 ? "not asked for it" : "asked for it, and the answer came to an end"));
        }
        succeeds(flow, signal);
        var since = System.nanoTime();
        var bound = ends.patience();
        try {
            var ended = stream.get(bound.toMillis(), TimeUnit.MILLISECONDS);
            if (!isGivenUp(ended)) {
                ends.outlived("stream after " + signal, Duration.ofNanos(System.nanoTime() - since));
                return;
            }
        } catch (TimeoutException stillOpen) {
            // The suite reads on; the system has not ended it.
        }
        judge.violated(
                STREAM,
                "a stream that has stopped " + Durations.text(bound) + " after " + signal + " was accepted",
                "the stream goes on",
                null);
    }

    /** Whether it was the suite that stopped reading, because that took too long or was too much. */
    private static boolean isGivenUp(Reply reply) {
        return reply.failure() != null
                && EnumSet.of(WireFailure.Kind.TIME_OUT, WireFailure.Kind.TOO_LARGE)
                        .contains(reply.failure().kind());
    }

    static Stream<Row> suspended(Edition edition) {
        return edition.asks(NEW) ? Stream.of(Row.of(PULLED).needing(Capability.SUSPEND)) : Stream.empty();
    }

    static Stream<Row> signals(Edition edition) {
        return edition.asks(OTHERS)
                ? edition.signals().stream()
                        .filter(operation -> !operation.creates())
                        .map(Row::of)
                : Stream.empty();
    }

    private static PublicData data(DataFlow flow, FarEnds ends, Edition edition, SystemUnderTest system) {
        return new PublicData(flow, new Grants(edition, system).of(flow), ends);
    }

    private static boolean begins(DataFlow flow, FarEnds ends) {
        try {
            await().pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(BEAT)
                    .atMost(ends.patience())
                    .until(() -> ends.streams(flow) > 0);
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }

    private static PublicData restarted(PublicData before, FarEnds ends, Edition edition, SystemUnderTest system) {
        succeeds(before.flow(), edition.operation("suspend"));
        return data(before.flow(), ends, edition, system);
    }

    private static void succeeds(DataFlow flow, Operation operation) {
        if (!flow.receives(operation).succeeded()) {
            throw Unjudgeable.inconclusive(
                    "a prerequisite failed: " + operation + " of a STARTED flow was refused; see the"
                            + " case STATE-MOVES." + flow.kind() + ".STARTED." + operation);
        }
    }
}
