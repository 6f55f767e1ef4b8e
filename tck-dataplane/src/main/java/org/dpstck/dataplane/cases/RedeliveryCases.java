package org.dpstck.dataplane.cases;

import java.util.stream.Stream;
import org.dpstck.core.check.Json;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Cell;
import org.dpstck.core.edition.Cell.Moves;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.DataFlow;
import org.dpstck.dataplane.flow.DataFlows;
import org.dpstck.dataplane.flow.Reception;

/** The same message delivered twice, byte by byte: a control plane that lost the answer sends it again. */
public final class RedeliveryCases {

    private static final String REPEATED = "PREPARE-REPEATED";
    private static final String MEDIA_TYPE = "application/json";
    private static final int REPEATED_SIGNAL = 23;
    private static final int SECOND_PREPARE = 29;

    @Case(
            value = "{0}-REDELIVERY",
            title = "The same {0} message, delivered twice, moves the flow once",
            stimulus =
                    "A flow is brought into a state in which the signal is legal; then the same bytes are sent twice.",
            expected =
                    "A success, then HTTP 4xx; a second success draws a warning, save where requests are idempotent and it is"
                            + " demanded. The flow stays where the first led.",
            fix = "Decide by the state of the flow; a message that was seen before is no reason to break.")
    @Verifies("{requirement}")
    @Rows("signals")
    void redeliveredSignalMovesOnce(Operation operation, DataFlows flows, Judge judge, Edition edition) {
        var flow = flows.ready(operation);
        var body = Json.text(flow.message(operation));
        var first = delivered(operation, flow, body);
        if (!operation.answer().hasStatus(first.reply().status())
                && operation.asynchronousAnswer().isPresent()) {
            flows.settle(flow, operation);
        }
        var requirement = clause(edition, operation, flow.kind());
        var again = flow.receives(operation, MEDIA_TYPE, body);
        if (there(edition, operation, flow.kind()) instanceof Moves) {
            again.isAccepted(requirement, "that was delivered before");
        } else {
            again.shouldBeRefused(requirement, REPEATED_SIGNAL, "that was delivered before");
        }
        flow.status().is(flows.after(operation), requirement, "unchanged after " + operation + " was delivered twice");
    }

    @Case(
            value = "PREPARE-REDELIVERY",
            title = "The same prepare message for a {0} flow, delivered twice, makes one flow",
            stimulus = "prepare for a new processId; then the very same message again, messageId included.",
            expected = "A success, then HTTP 4xx; the same dataFlowId again draws a warning.",
            fix = "Look the processId up before making a flow.")
    @Verifies(REPEATED)
    @Rows("preparedKinds")
    void redeliveredPrepareMakesOneFlow(FlowKind kind, DataFlows flows, Judge judge, Edition edition) {
        var operation = edition.creating(kind);
        var flow = flows.fresh(kind);
        var body = Json.text(flow.message(operation));
        delivered(operation, flow, body);
        var second = flows.named(kind, flow.processId());
        var again =
                second.receives(operation, MEDIA_TYPE, body).isTakenOrRefused(REPEATED, "that was delivered before");
        if (!again.succeeded()) {
            return;
        }
        var expected = "prepare that was delivered before is refused with HTTP 4xx";
        if (second.dataFlowId().equals(flow.dataFlowId())) {
            judge.warned(REPEATED, SECOND_PREPARE, expected, Replies.observed(again.reply()), again.exchange());
        } else {
            judge.violated(
                    REPEATED,
                    expected + ", or names the flow it made: "
                            + flow.dataFlowId().orElse("?"),
                    "another flow: " + Replies.observed(again.reply()),
                    again.exchange());
        }
    }

    static Stream<Row> signals(Edition edition) {
        return edition.signals().stream()
                .filter(operation -> !operation.creates() && operation.message() != null)
                .map(operation -> Row.of(operation)
                        .verifying(clause(edition, operation, edition.kinds().get(0))));
    }

    static Stream<Row> preparedKinds(Edition edition) {
        return edition.asks(REPEATED)
                ? edition.kinds().stream()
                        .filter(kind -> REPEATED.equals(edition.creating(kind).requirement("REPEATED")))
                        .map(Row::of)
                : Stream.empty();
    }

    /** The clause that keeps the signal from working in the state it leads to. */
    private static String clause(Edition edition, Operation operation, FlowKind kind) {
        return there(edition, operation, kind).requirement();
    }

    /** What the signal has to do where it has led before. */
    private static Cell.Expectation there(Edition edition, Operation operation, FlowKind kind) {
        return edition.machine()
                .expectation(kind, edition.machine().state(operation.answer().state()), operation);
    }

    private static Reception delivered(Operation operation, DataFlow flow, String body) {
        var reception = flow.receives(operation, MEDIA_TYPE, body);
        if (!reception.succeeded()) {
            throw Unjudgeable.inconclusive(
                    "a prerequisite failed: " + operation + " gave " + Replies.observed(reception.reply())
                            + "; see the cases " + operation.requirement("ANSWER") + ".*");
        }
        return reception;
    }
}
