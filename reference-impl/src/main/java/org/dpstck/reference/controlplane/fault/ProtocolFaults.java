package org.dpstck.reference.controlplane.fault;

import static org.dpstck.reference.controlplane.hook.MessageKind.TRANSFER_COMPLETION;
import static org.dpstck.reference.controlplane.hook.MessageKind.TRANSFER_START;
import static org.dpstck.reference.controlplane.hook.MessageKind.TRANSFER_SUSPENSION;
import static org.dpstck.reference.controlplane.hook.MessageKind.TRANSFER_TERMINATION;

import java.util.List;
import java.util.function.Predicate;
import org.dpstck.reference.controlplane.dsp.DspOperation;
import org.dpstck.reference.controlplane.hook.ControlExchange;
import org.dpstck.reference.controlplane.hook.ControlRule;
import org.dpstck.reference.controlplane.hook.MessageKind;
import org.dpstck.reference.controlplane.transfer.Party;
import org.dpstck.reference.controlplane.transfer.Step;
import org.dpstck.reference.controlplane.transfer.TransferState;
import org.dpstck.reference.controlplane.transfer.Verdict;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Refusal.Kind;
import tools.jackson.databind.node.ObjectNode;

/** Wrong messages, answers and transitions between control planes. */
final class ProtocolFaults {

    private ProtocolFaults() {}

    static void addTo(ControlFaultTable table) {
        for (MessageKind kind :
                List.of(TRANSFER_START, TRANSFER_SUSPENSION, TRANSFER_COMPLETION, TRANSFER_TERMINATION)) {
            table.message(kind.name().replace('_', '-') + "-WITHOUT-IDS", kind, ProtocolFaults::nameless);
        }
        answers(table);
        transitions(table);
        table.rule("REFUSED-MESSAGE-MOVES", ControlRule.REFUSAL_CHANGES_NOTHING);
    }

    private static void answers(ControlFaultTable table) {
        Predicate<ControlExchange> requested = on(DspOperation.REQUEST).and(ProtocolFaults::isAccepted);
        table.answer("TRANSFER-PROCESS-WITHOUT-IDS", requested, answer -> answer.withObject(ProtocolFaults::nameless));
        table.answer(
                "TRANSFER-PROCESS-INTERNAL-STATE",
                on(DspOperation.SHOW).and(ProtocolFaults::isAccepted),
                answer -> answer.withObject(message -> message.put("state", "dspace:IN_PROGRESS")));
        table.answer(
                "ILLEGAL-WITHOUT-ERROR",
                exchange -> refused(exchange, Kind.WRONG_STATE),
                answer -> answer.withBody("application/json", "{\"message\":\"no\"}"));
        table.answer(
                "UNKNOWN-PROCESS-200",
                exchange -> refused(exchange, Kind.UNKNOWN_TRANSFER),
                answer -> Answer.empty(200));
        table.answer(
                "UNKNOWN-PROCESS-500",
                exchange -> refused(exchange, Kind.UNKNOWN_TRANSFER),
                answer -> Answer.empty(500));
        table.answer(
                "CALLBACK-ADDRESS-500",
                exchange -> exchange.refusal()
                        .filter(refusal -> refusal.property().equals("callbackAddress"))
                        .isPresent(),
                answer -> Answer.empty(500));
    }

    private static void transitions(ControlFaultTable table) {
        table.transition(
                "TERMINAL-NOT-FINAL",
                (transfer, step, party, verdict) ->
                        party == Party.PEER && transfer.state().isTerminal() ? Verdict.move(step.target()) : verdict);
        table.transition(
                "ANY-MESSAGE-IN-ANY-STATE",
                (transfer, step, party, verdict) ->
                        party == Party.PEER && !transfer.state().isTerminal() ? Verdict.move(step.target()) : verdict);
        table.transition(
                "ANYBODY-RESUMES",
                (transfer, step, party, verdict) -> transfer.state() == TransferState.SUSPENDED && step == Step.START
                        ? Verdict.move(step.target())
                        : verdict);
    }

    private static Predicate<ControlExchange> on(DspOperation operation) {
        return exchange -> exchange.is(operation);
    }

    private static boolean isAccepted(ControlExchange exchange) {
        return exchange.refusal().isEmpty();
    }

    /** Refused, and by an end point of this protocol. */
    private static boolean refused(ControlExchange exchange, Kind kind) {
        boolean protocol = List.of(DspOperation.values()).stream().anyMatch(exchange::is);
        return protocol && exchange.refusedFor(kind);
    }

    private static ObjectNode nameless(ObjectNode message) {
        for (String name : List.of("consumerPid", "providerPid", "processId")) {
            message.remove(name);
        }
        return message;
    }
}
