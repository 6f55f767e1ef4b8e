package org.dpstck.dataplane.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Direction;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Given;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.Side;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.sut.TriggerPoint;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.DataFlow;
import org.dpstck.dataplane.flow.DataFlows;

/** §State Machine Definition: terminal states are final, at once and later. */
public final class FinalityCases {

    private static final String FINAL = "TERMINAL-FINAL";
    private static final String TERMINATE = "terminate";
    private static final String ERRORED = "errored";
    /** What a callback may take that was sent before the flow ended. */
    private static final Duration ON_ITS_WAY = Duration.ofMillis(300);

    private static final String NO_CALLBACK = "NO-TERMINATED-CALLBACK";

    @Case(
            value = "FINAL-PENDING",
            title = "A transition that was pending when the flow was terminated never happens: {0}",
            stimulus =
                    "An asynchronous prepare or start; terminate while it is pending; then the pending transition is given"
                            + " the chance to finish.",
            expected = "The flow stays TERMINATED, and no callback reports anything else.",
            fix = "Cancel pending work when a flow ends, and check the state again before a late transition is made.")
    @Verifies(FINAL)
    @Rows("pending")
    void pendingTransitionIsCancelled(
            Given given, DataFlows flows, Judge judge, Edition edition, SystemUnderTest system) {
        var flow = flows.in(given);
        ends(flow, edition.operation(TERMINATE));
        new Unfinished(given, flow, "was terminated", Instant.now()).isNeverMade(flows, judge, edition, system);
    }

    @Case(
            value = "FINAL-STAYS",
            title = "A flow that has ended stays as it is: {0}",
            stimulus = "A flow is brought into a terminal state; its status is read at once and again after a while.",
            expected = "The same terminal state both times.",
            fix = "Let nothing, no timer and no late event of the wire, move a flow that has ended.")
    @Verifies(FINAL)
    @Rows("terminal")
    void endedFlowStays(Given given, DataFlows flows, SystemUnderTest system) {
        var flow = flows.in(given);
        flow.inbox().within(system.timeouts().quiet(), arrival -> false);
        flow.status().is(given.state(), FINAL, "still, a while after it ended");
    }

    @Case(
            value = "TERMINATED-NO-CALLBACK",
            title = "A {0} flow that was terminated is not called back about",
            stimulus = "A flow is made and terminated; then the suite listens for a while.",
            expected = "No callback terminated: the control plane has no such request; nor, of a consumer, errored.",
            fix = "Send no callback for terminate; its answer has told the control plane.")
    @Verifies(NO_CALLBACK)
    @Rows("created")
    void terminationIsNotCalledBack(
            FlowKind kind, DataFlows flows, Judge judge, Edition edition, SystemUnderTest system) {
        var flow = flows.created(kind);
        ends(flow, edition.operation(TERMINATE));
        flow.inbox()
                .within(system.timeouts().quiet(), arrival -> reportsTheEnd(arrival, kind))
                .forEach(arrival -> judge.violated(
                        NO_CALLBACK,
                        arrival.path().endsWith("/terminated")
                                ? "no callback terminated, which the control plane endpoint does not have"
                                : "no callback errored after a terminate, which reports no error",
                        arrival.line(),
                        arrival.exchange()));
    }

    @Case(
            value = "FINAL-PENDING-FAILED",
            title = "A transition that was pending when the flow failed never happens: {0}",
            stimulus =
                    "An asynchronous prepare or start; the flow is made to fail while it is pending; then the pending"
                            + " transition is given the chance to finish.",
            expected = "After the callback errored the flow stays TERMINATED, and no callback reports anything else.",
            fix = "Cancel pending work when a flow fails, and check the state again before a late transition is made.")
    @Verifies(FINAL)
    @Rows("pendingFailures")
    void pendingTransitionIsNotMadeAfterFailure(
            Given given, DataFlows flows, Judge judge, Edition edition, SystemUnderTest system) {
        var flow = flows.in(given);
        fails(flows, flow, edition, system);
        new Unfinished(given, flow, "has failed", Instant.now()).isNeverMade(flows, judge, edition, system);
    }

    static Stream<Row> created(Edition edition) {
        return edition.asks(NO_CALLBACK)
                ? edition.kinds().stream()
                        .filter(kind -> kind.direction() == Direction.PUSH)
                        .map(Row::of)
                : Stream.empty();
    }

    static Stream<Row> pending(Edition edition) {
        return Kinds.asynchronousCreations(edition)
                .map(row -> Row.of(
                        Kinds.interim(edition, (Operation) row.arguments().get(0), (FlowKind)
                                row.arguments().get(1))));
    }

    /** Where the report of a failure is that of an end. */
    static Stream<Row> pendingFailures(Edition edition) {
        var ended = Optional.ofNullable(edition.callbacks().get(ERRORED))
                .filter(errored ->
                        errored.state() != null && edition.operations().containsKey(TERMINATE))
                .isPresent();
        return ended ? pending(edition) : Stream.empty();
    }

    static Stream<Row> terminal(Edition edition) {
        return Kinds.givens(edition).filter(given -> given.state().terminal()).map(Row::of);
    }

    private static void ends(DataFlow flow, Operation terminate) {
        var reception = flow.receives(terminate);
        if (!reception.succeeded()) {
            throw Unjudgeable.inconclusive(
                    "a prerequisite failed: terminate gave " + Replies.observed(reception.reply())
                            + "; see the cases STATE-MOVES." + flow.kind() + ".*.terminate");
        }
    }

    /** Not every system can be made to fail so early. */
    private static void fails(DataFlows flows, DataFlow flow, Edition edition, SystemUnderTest system) {
        try {
            flows.fire(TriggerPoint.FAIL, flow);
        } catch (Unjudgeable e) {
            throw Unjudgeable.untested("the flow could not be made to fail while it was pending: " + e.getMessage());
        }
        var errored = edition.callback(ERRORED);
        if (flow.inbox()
                .await(it -> flow.isCallback(it, errored), system.timeouts().callback())
                .isEmpty()) {
            throw Unjudgeable.untested("no callback errored came of a flow that was pending; whether one has to come is"
                    + " for the cases CALLBACK.errored.*");
        }
    }

    /**
     * A transition that was pending when its flow ended.
     *
     * @param given where it was pending
     * @param end what became of the flow, in words
     * @param ended when the suite knew
     */
    private record Unfinished(Given given, DataFlow flow, String end, Instant ended) {

        /** Lets it go on; whatever comes of that is a violation, unless nothing held it and it was over before the end. */
        void isNeverMade(DataFlows flows, Judge judge, Edition edition, SystemUnderTest system) {
            Pending.proceed(flows, flow);
            var callback = edition.callback(
                    edition.creating(given.kind()).asynchronous().callback());
            var late = flow.inbox().within(system.timeouts().quiet(), arrival -> flow.isCallback(arrival, callback));
            var crossing = ended.plus(ON_ITS_WAY);
            if (system.trigger(TriggerPoint.PROCEED).isEmpty()
                    && late.stream().anyMatch(arrival -> arrival.at().isBefore(crossing))) {
                throw Unjudgeable.untested("the callback " + callback + " crossed the end of the flow, which " + end
                        + ": it may have left " + given.state()
                        + " by itself; the trigger proceed would hold it there");
            }
            late.forEach(arrival -> judge.violated(
                    FINAL,
                    "no callback " + callback + " for a flow that " + end + " before",
                    arrival.line(),
                    arrival.exchange()));
            flow.status()
                    .is(
                            flows.after(edition.operation(TERMINATE)),
                            FINAL,
                            "for ever, also after the pending transition");
        }
    }

    /** A wire of the provider may break while its flow is being terminated. */
    private static boolean reportsTheEnd(Arrival arrival, FlowKind kind) {
        return arrival.path().endsWith("/terminated")
                || kind.side() == Side.CONSUMER && arrival.path().endsWith("/" + ERRORED);
    }
}
