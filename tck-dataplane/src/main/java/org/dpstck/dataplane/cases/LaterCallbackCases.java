package org.dpstck.dataplane.cases;

import java.util.Optional;
import java.util.stream.Stream;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Callback;
import org.dpstck.core.edition.Cell;
import org.dpstck.core.edition.Cell.Moves;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Given;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.sut.TriggerPoint;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.CallbackScene;
import org.dpstck.dataplane.flow.DataFlows;

/** §Control Plane Endpoint: callbacks that are due after an interruption, and none that a refusal has brought about. */
public final class LaterCallbackCases {

    private static final String SUSPENDED = "SUSPENDED";
    private static final String ERRORED = "errored";

    @Case(
            value = "CALLBACK-AFTER-RESUME",
            title = "The callback {0} of a {1} flow comes also after a suspension",
            stimulus = "A flow is suspended and started again; then the trigger does what leads to the callback.",
            expected = "The callback, as of a flow that was never suspended.",
            fix = "Watch the transfer again when a suspended flow goes on, and keep its callbackAddress.")
    @Verifies("CALLBACK-{0}")
    @Rows("triggered")
    void callbackComesAfterSuspension(
            Callback callback,
            FlowKind kind,
            Operation resumption,
            DataFlows flows,
            CallbackScene scene,
            Judge judge,
            Edition edition) {
        var trigger = TriggerPoint.find(callback.trigger()).orElseThrow();
        var flow = flows.in(new Given(kind, edition.machine().state(SUSPENDED)));
        var reception = flow.receives(resumption);
        if (!reception.succeeded()) {
            throw Unjudgeable.inconclusive("a prerequisite failed: " + resumption + " of a suspended flow gave "
                    + Replies.observed(reception.reply()) + "; see the cases STATE-MOVES." + kind + ".*." + resumption);
        }
        flows.fire(trigger, flow);
        if (scene.awaited(flow, callback).isPresent()) {
            return;
        }
        if (scene.awaited(scene.leadTo(callback, kind), callback).isEmpty()) {
            throw Unjudgeable.inconclusive("a prerequisite failed: the callback " + callback
                    + " did not arrive; see the case CALLBACK." + callback + "." + kind);
        }
        judge.violated(
                callback.requirement(),
                "the callback " + callback + " of a flow that was suspended and started again",
                "none came, while that of a flow without a suspension did",
                reception.exchange());
    }

    @Case(
            value = "REFUSAL-NO-ERROR",
            title = "A signal that is refused does not make the flow report an error: {0}",
            stimulus = "A flow is brought into the state and refuses a signal; then the suite listens for a while.",
            expected = "No callback errored about a flow that goes on.",
            fix = "Answer an illegal signal with 4xx, and send errored only for what ends the flow.")
    @Verifies("{requirement}")
    @Rows("refused")
    void refusalIsNoError(Cell cell, DataFlows flows, Judge judge, Edition edition, SystemUnderTest system) {
        flows.requireTwin(cell.signal(), cell.kind());
        var flow = flows.in(cell.given());
        var reception = flow.receives(cell.signal());
        if (!reception.refused()) {
            throw Unjudgeable.inconclusive("a prerequisite failed: " + cell.signal() + " in " + cell.state() + " gave "
                    + Replies.observed(reception.reply()) + "; see the case STATE-REFUSES." + cell);
        }
        var errored = edition.callback(ERRORED);
        var told = flow.inbox().within(system.timeouts().quiet(), arrival -> flow.isCallback(arrival, errored)).stream()
                .findFirst();
        // A flow may fail by itself; but then it is over.
        if (told.isPresent() && flow.status().state().equals(Optional.of(cell.state()))) {
            judge.violated(
                    cell.expectation().requirement(),
                    "no callback errored about a flow that is still " + cell.state() + ", after it has refused "
                            + cell.signal(),
                    told.get().line(),
                    told.get().exchange());
        }
    }

    /** What triggers lead to, for each signal that starts a suspended flow again. */
    static Stream<Row> triggered(Edition edition) {
        return edition.callbacks().values().stream()
                .filter(callback -> callback.trigger() != null)
                .flatMap(callback -> resumptions(edition)
                        .filter(cell -> callback.kinds().contains(cell.kind().id()))
                        .map(cell -> Row.of(callback, cell.kind(), cell.signal())
                                .needing(Capability.SUSPEND)
                                .needing(TriggerPoint.find(callback.trigger()).orElseThrow())));
    }

    private static Stream<Cell> resumptions(Edition edition) {
        return Kinds.cells(edition, Moves.class)
                .filter(cell -> cell.state().isCalled(SUSPENDED)
                        && ((Moves) cell.expectation()).to().isCalled("STARTED"));
    }

    /** Where the callback errored reports the end of a flow. */
    static Stream<Row> refused(Edition edition) {
        return Optional.ofNullable(edition.callbacks().get(ERRORED)).filter(it -> it.state() != null).stream()
                .flatMap(any -> AfterRefusalCases.refusedOnce(edition))
                .map(row -> Row.of(row.arguments().get(0))
                        .verifying(((Cell) row.arguments().get(0)).expectation().requirement()));
    }
}
