package org.dpstck.dataplane.cases;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Direction;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Side;
import org.dpstck.core.exchange.Durations;
import org.dpstck.core.exchange.Unrecorded;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.CaseContext;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.standin.Served;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.DataFlow;
import org.dpstck.dataplane.flow.DataFlows;
import org.dpstck.dataplane.flow.FarEnds;

/** §Fulfilling data requests: what a push moves, from the source of its message to the destination, and how often. */
public final class PushedDataCases {

    private static final FlowKind PUSHED = new FlowKind(Side.PROVIDER, Direction.PUSH);
    private static final String MOVES = "PUSH-MOVES-DATA";
    private static final String ONCE = "IDEMPOTENT-TRANSFER";
    private static final Duration BEAT = Duration.ofMillis(20);
    /** More often than any transfer asks, so that the whole time is waited. */
    private static final int MANY = Integer.MAX_VALUE;

    @Case(
            value = MOVES,
            title = "A push takes the data of its source to its destination",
            stimulus = "The start of a push; source and destination are endpoints of the suite.",
            expected = "A request to the destination whose body is the data of the source.",
            fix = "Begin the transfer once the start is acknowledged; read the source and deliver what it gives.")
    @Verifies(MOVES)
    @Rows("pushes")
    void dataArrives(FlowKind kind, DataFlows flows, FarEnds ends, Edition edition, Judge judge) {
        var flow = flows.fresh(kind);
        var destination = ends.serve(arrival -> Served.empty(200));
        flow.takesFrom(ends.asset(flow)).deliversTo(destination.url());
        started(flow, flow.message(edition.creating(kind)), edition);
        var data = destination.await(
                arrival -> arrival.body().contains(flow.inbox().key()), ends.patience());
        if (data.isPresent()) {
            return;
        }
        // A destination may be probed before it is written to; what bears something is no probe.
        var other = destination.arrivals().stream()
                .filter(arrival -> !arrival.body().isEmpty())
                .findFirst();
        judge.violated(
                MOVES,
                "the data that the source gives, dps-tck " + flow.inbox().key() + ", at " + destination.url()
                        + " within " + Durations.text(ends.patience()),
                other.map(arrival -> arrival.body().length() + " characters of something else")
                        .orElse("no data arrived at the destination"),
                other.map(Arrival::exchange).orElse(null));
    }

    @Case(
            value = ONCE,
            title = "The start of a push that is delivered twice moves its data once",
            stimulus = "The same start of a push twice, while its source goes on without an end.",
            expected = "The source is asked for its data no more than after the first.",
            fix = "Look the process up before you begin a transfer; a transfer that runs is not begun again.")
    @Verifies(ONCE)
    @Rows("pushes")
    void dataIsMovedOnce(
            FlowKind kind,
            DataFlows flows,
            FarEnds ends,
            Edition edition,
            SystemUnderTest system,
            Judge judge,
            CaseContext context) {
        if (context.journal().tape().isPresent()) {
            throw new Unrecorded("a record does not tell how often a source without an end was asked for its data");
        }
        var flow = flows.fresh(kind);
        var message = flow.takesFrom(ends.stream(flow)).message(edition.creating(kind));
        started(flow, message, edition);
        if (!isAsked(flow, ends, 1, ends.patience())) {
            throw notAsked();
        }
        // One transfer may ask more than once, for parts of its data.
        var quiet = system.timeouts().quiet();
        isAsked(flow, ends, MANY, quiet);
        var before = ends.streams(flow);
        var again = flow.receives(edition.creating(kind), message);
        if (!again.succeeded()) {
            throw Unjudgeable.inconclusive("a prerequisite failed: the same start again gave "
                    + Replies.observed(again.reply()) + "; see the case START-DUPLICATE." + kind);
        }
        flows.awaitBegun(flow);
        if (isAsked(flow, ends, before + 1, quiet)) {
            judge.violated(
                    ONCE,
                    "one transfer for a start that was delivered twice",
                    "the source was asked for its data " + ends.streams(flow) + " times, " + before
                            + " of them before the" + " second delivery",
                    again.exchange());
        }
    }

    static Stream<Row> pushes(Edition edition) {
        return edition.asks(MOVES) ? Stream.of(Row.of(PUSHED)) : Stream.empty();
    }

    static Unjudgeable notAsked() {
        return Unjudgeable.inconclusive(
                "a prerequisite failed: the source of a started push was not asked for its data;" + " see the case "
                        + MOVES);
    }

    private static boolean isAsked(DataFlow flow, FarEnds ends, int times, Duration deadline) {
        try {
            await().pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(BEAT)
                    .atMost(deadline.plus(BEAT))
                    .until(() -> ends.streams(flow) >= times);
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }

    static void started(DataFlow flow, Map<String, Object> message, Edition edition) {
        if (!flow.receives(edition.creating(flow.kind()), message).succeeded()) {
            throw Unjudgeable.inconclusive(
                    "a prerequisite failed: the start of a push was refused; see the case START-ANSWER." + flow.kind());
        }
    }
}
