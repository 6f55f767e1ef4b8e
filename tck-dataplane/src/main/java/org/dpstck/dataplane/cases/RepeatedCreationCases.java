package org.dpstck.dataplane.cases;

import java.util.Optional;
import java.util.stream.Stream;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Cell;
import org.dpstck.core.edition.Cell.Moves;
import org.dpstck.core.edition.Cell.Open;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Given;
import org.dpstck.core.edition.State;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.verdict.Judge;
import org.dpstck.dataplane.flow.DataFlow;
import org.dpstck.dataplane.flow.DataFlows;
import org.dpstck.dataplane.flow.Reception;

/** §Prepare, §Start: a processId that already has a flow. */
public final class RepeatedCreationCases {

    private static final String FINAL = "TERMINAL-FINAL";

    @Case(
            value = "START-DUPLICATE",
            title = "start for a processId that has a flow is refused: {0}",
            stimulus =
                    "start was accepted once for a new processId. Now a flow is brought into the state, and start is sent"
                            + " with its processId and a new messageId.",
            expected = "HTTP 4xx; the flow keeps its state and is not replaced.",
            fix =
                    "Look the processId up before making a flow; answer 4xx (409 is usual) and leave the existing flow alone.")
    @Verifies("{requirement}")
    @Rows("startOfLivingFlows")
    void secondStartIsRefused(Given given, DataFlows flows, Judge judge, Edition edition) {
        repeated(cell(edition, given, "start"), flows, judge, null);
    }

    @Case(
            value = "START-REDELIVERY",
            title = "The same start message for a {0} flow, delivered twice, is refused the second time",
            stimulus = "start for a new processId; then the very same message again, messageId included.",
            expected = "A success, then HTTP 4xx.",
            fix = "Refuse a known processId whatever the messageId: this edition knows no re-delivery.")
    @Verifies("START-DUPLICATE")
    @Rows("startableKinds")
    void redeliveredStartIsRefused(FlowKind kind, DataFlows flows, Edition edition) {
        var start = edition.operation("start");
        flows.requireTwin(start, kind);
        var flow = flows.fresh(kind);
        var message = flow.message(start);
        flow.receives(start, message).isAccepted("START-DUPLICATE", "for a new processId");
        flow.receives(start, message).isRefused("START-DUPLICATE", "with a message that was delivered before");
    }

    @Case(
            value = "START-AFTER-END",
            title = "start for the processId of an ended flow does not restart it: {0}",
            stimulus =
                    "A flow is brought into a terminal state; then start is sent with its processId and a new messageId.",
            expected =
                    "HTTP 4xx, and the flow stays in its terminal state. A new flow with another dataFlowId is accepted"
                            + " with a warning: the document does not say how long a flow exists.",
            fix =
                    "Refuse start for a known processId, or forget ended flows and make a new one with an id of its own; never"
                            + " revive the old one.")
    @Verifies({"{requirement}", FINAL})
    @Rows("startOfEndedFlows")
    void startDoesNotReviveAnEndedFlow(Given given, DataFlows flows, Judge judge, Edition edition) {
        repeated(cell(edition, given, "start"), flows, judge, FINAL);
    }

    @Case(
            value = "PREPARE-REPEATED",
            title = "A second prepare for a processId makes no second flow and moves nothing: {0}",
            stimulus =
                    "prepare was accepted once for a new processId. Now a flow is brought into the state, and prepare is"
                            + " sent with its processId and a new messageId.",
            expected = "HTTP 4xx, or the same dataFlowId; the state is unchanged either way.",
            fix =
                    "Look the processId up before making a flow; answer 4xx (409 is usual), or the existing flow as it is.")
    @Verifies("{requirement}")
    @Rows("prepareOfLivingFlows")
    void secondPrepareMakesNoSecondFlow(Given given, DataFlows flows, Judge judge, Edition edition) {
        repeated(cell(edition, given, "prepare"), flows, judge, null);
    }

    @Case(
            value = "PREPARE-AFTER-END",
            title = "prepare for the processId of an ended flow does not revive it: {0}",
            stimulus =
                    "A flow is brought into a terminal state; then prepare is sent with its processId and a new messageId.",
            expected =
                    "HTTP 4xx, and the flow stays in its terminal state. The same dataFlowId, still ended, and a new flow"
                            + " with another dataFlowId are accepted with a warning.",
            fix =
                    "Refuse prepare for a known processId, or forget ended flows and make a new one with an id of its own;"
                            + " never revive the old one.")
    @Verifies({"{requirement}", FINAL})
    @Rows("prepareOfEndedFlows")
    void prepareDoesNotReviveAnEndedFlow(Given given, DataFlows flows, Judge judge, Edition edition) {
        repeated(cell(edition, given, "prepare"), flows, judge, FINAL);
    }

    static Stream<Row> startOfLivingFlows(Edition edition) {
        return rows(edition, "start", false);
    }

    static Stream<Row> startableKinds(Edition edition) {
        return edition.find("start").stream().flatMap(start -> edition.kinds().stream()
                .filter(kind -> start.sides().contains(kind.side()) && edition.asks("START-DUPLICATE"))
                .map(Row::of));
    }

    static Stream<Row> startOfEndedFlows(Edition edition) {
        return rows(edition, "start", true);
    }

    static Stream<Row> prepareOfLivingFlows(Edition edition) {
        return rows(edition, "prepare", false);
    }

    static Stream<Row> prepareOfEndedFlows(Edition edition) {
        return rows(edition, "prepare", true);
    }

    private static Stream<Row> rows(Edition edition, String signal, boolean terminal) {
        return edition.cells().stream()
                .filter(cell ->
                        cell.signal().name().equals(signal) && cell.state().terminal() == terminal)
                // Where the repetition is a signal of its own it is no repetition to be refused.
                .filter(cell -> !(cell.expectation() instanceof Moves))
                .map(cell -> Row.of(cell.given()).verifying(cell.expectation().requirement()));
    }

    private static Cell cell(Edition edition, Given given, String signal) {
        var operation = edition.operation(signal);
        return new Cell(
                given.kind(),
                given.state(),
                operation,
                edition.machine().expectation(given.kind(), given.state(), operation));
    }

    private static void repeated(Cell cell, DataFlows flows, Judge judge, String moved) {
        flows.requireTwin(cell.signal(), cell.kind());
        var flow = flows.in(cell.given());
        // What is forgotten cannot be revived: after a purge even the same id belongs to a new flow.
        var purged = cell.state().terminal() && flow.status().state().isEmpty();
        var requirement = cell.expectation().requirement();
        var reception = flow.receives(cell.signal()).isAnswered(requirement);
        var why = "for a processId whose flow is " + cell.state();
        if (reception.succeeded() && !(cell.expectation() instanceof Open)) {
            flows.requireStill(flow, cell.state());
        }
        if (reception.succeeded() && cell.expectation() instanceof Open open) {
            accepted(cell, flow, reception, judge, open, purged);
        } else {
            reception.isRefused(requirement, why);
        }
        if (!purged && !mayMove(cell, reception, flow)) {
            flow.status()
                    .is(cell.state(), moved == null ? requirement : moved, "unchanged after another " + cell.signal());
        }
    }

    private static void accepted(
            Cell cell, DataFlow flow, Reception reception, Judge judge, Open open, boolean purged) {
        var named = reception.body().flatMap(body -> Bodies.string(body, "dataFlowId"));
        var same = !purged && named.equals(flow.dataFlowId());
        var effect = same ? "same-flow" : "new-flow";
        var expected = cell.signal() + " for a processId whose flow is " + cell.state() + " is refused with HTTP 4xx";
        var observed = Replies.observed(reception.reply()) + ", which names " + named(named, same, purged, flow);
        if (!open.accepts().contains(effect) || claimsToMove(cell.state(), reception.state(), same)) {
            judge.violated(open.requirement(), expected, observed, reception.exchange());
        } else if (!open.silent()) {
            judge.warned(open.requirement(), open.position(), expected, observed, reception.exchange());
        }
    }

    private static String named(Optional<String> named, boolean same, boolean purged, DataFlow flow) {
        if (named.isEmpty()) {
            return "no flow";
        }
        if (same) {
            return "the same flow";
        }
        return purged ? "a new flow" : "another flow than " + flow.dataFlowId().orElse("?");
    }

    /** Whether the edition lets the repetition be the signal that moves the flow on. */
    private static boolean mayMove(Cell cell, Reception reception, DataFlow flow) {
        return reception.succeeded()
                && cell.expectation() instanceof Open open
                && flow.status()
                        .state()
                        .map(State::name)
                        .filter(open.accepts()::contains)
                        .isPresent();
    }

    /** The same flow in another state: the answer says that the signal moved it. */
    private static boolean claimsToMove(State before, Optional<String> state, boolean same) {
        return same && before.terminal() && state.isPresent() && !before.isCalled(state.get());
    }
}
