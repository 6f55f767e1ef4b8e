package org.dpstck.dataplane.cases;

import java.util.List;
import java.util.stream.Stream;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Given;
import org.dpstck.core.edition.StateMachine.Transition;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.CaseContext;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.sut.TriggerPoint;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.DataFlow;
import org.dpstck.dataplane.flow.DataFlows;

/** §Push and §Pull Protocol Messaging: the complete sequences, from the first request to COMPLETED. */
public final class SequenceCases {

    private static final String LEGAL = "TRANSITION-LEGAL";

    @Case(
            value = "SEQUENCE",
            title = "A whole {0} transfer runs to its end",
            stimulus =
                    "Every request of the document's sequence diagram for this side and direction, one after the other.",
            expected = "Each is accepted, and the status names the next state each time, COMPLETED at last.",
            fix = "Look at the first step that fails; the case of that step says what is wrong with it.")
    @Verifies(LEGAL)
    @Rows("kinds")
    void transferRunsToItsEnd(FlowKind kind, DataFlows flows, Edition edition, SystemUnderTest system) {
        var flow = flows.fresh(kind);
        var creation = edition.creating(kind);
        var reception = flow.receives(creation).isAccepted(LEGAL, "for a new processId of a " + kind + " flow");
        if (!creation.answer().hasStatus(reception.reply().status())) {
            flows.settle(flow);
        }
        goesOn(flow, flows, edition, system);
    }

    @Case(
            value = "SEQUENCE-ASYNC",
            title = "A whole {0} transfer with an asynchronous beginning runs to its end",
            stimulus =
                    "Every request of the document's sequence diagram, the first one answered with 202 and a callback.",
            expected = "Each is accepted, the callback arrives, and the status names the next state each time.",
            fix = "Look at the first step that fails; the case of that step says what is wrong with it.")
    @Verifies(LEGAL)
    @Rows("asynchronousKinds")
    void asynchronousTransferRunsToItsEnd(
            FlowKind kind, DataFlows flows, CaseContext context, Edition edition, SystemUnderTest system) {
        var flow = flows.fresh(kind);
        var creation = edition.creating(kind);
        var reception = flows.createdAsynchronously(flow, context)
                .isAccepted(LEGAL, "for a new processId of a " + kind + " flow");
        if (creation.answer().hasStatus(reception.reply().status())) {
            throw Unjudgeable.untested("the system answered " + creation + " synchronously (HTTP "
                    + reception.reply().status() + "), and nothing else makes it asynchronous");
        }
        flows.proceed(flow);
        flows.settle(flow);
        goesOn(flow, flows, edition, system);
    }

    static Stream<Row> kinds(Edition edition) {
        return edition.kinds().stream().map(kind -> ending(edition, kind, Row.of(kind)));
    }

    static Stream<Row> asynchronousKinds(Edition edition) {
        return edition.kinds().stream()
                .filter(kind -> edition.creating(kind).asynchronousAnswer().isPresent())
                .map(kind -> ending(edition, kind, Row.of(kind).needing(Kinds.asynchronous(kind))));
    }

    private static Row ending(Edition edition, FlowKind kind, Row row) {
        return isTold(edition, kind) ? row : row.needing(TriggerPoint.COMPLETE);
    }

    /** Whether the end of the transfer is told to this side, and not found out by it. */
    private static boolean isTold(Edition edition, FlowKind kind) {
        return edition.path(new Given(kind, edition.machine().state("COMPLETED")))
                .isPresent();
    }

    private static void goesOn(DataFlow flow, DataFlows flows, Edition edition, SystemUnderTest system) {
        flow.status().is(flows.after(edition.creating(flow.kind())), LEGAL, "after its creation");
        signals(flow, edition, "STARTED").stream()
                .skip(1) // The creation.
                .forEach(edge -> step(flow, flows, edition, edge));
        ends(flow, flows, edition, system);
    }

    /** The side that did not finish the wire is told; the other one finishes by itself, if a trigger makes it. */
    private static void ends(DataFlow flow, DataFlows flows, Edition edition, SystemUnderTest system) {
        var completed = edition.machine().state("COMPLETED");
        if (isTold(edition, flow.kind())) {
            var way = signals(flow, edition, completed.name());
            step(flow, flows, edition, way.get(way.size() - 1));
            return;
        }
        flows.fire(TriggerPoint.COMPLETE, flow);
        if (!flow.status().becomes(completed, system.timeouts().callback())) {
            flow.status().is(completed, LEGAL, "after the transfer has completed at the wire");
        }
    }

    private static List<Transition> signals(DataFlow flow, Edition edition, String state) {
        return edition.path(new Given(flow.kind(), edition.machine().state(state)))
                .orElseThrow();
    }

    private static void step(DataFlow flow, DataFlows flows, Edition edition, Transition edge) {
        var operation = edition.operation(edge.signal());
        var reception = flow.receives(operation).isAccepted(LEGAL, "in its turn");
        if (!operation.answer().hasStatus(reception.reply().status())
                && operation.asynchronousAnswer().isPresent()) {
            flows.settle(flow, operation);
        }
        flow.status().is(edition.machine().state(edge.to()), LEGAL, "after " + operation);
    }
}
