package org.dpstck.reference.controlplane.fault;

import java.util.List;
import java.util.function.UnaryOperator;
import org.dpstck.reference.controlplane.dsp.DspOperation;
import org.dpstck.reference.controlplane.hook.ControlExchange;
import org.dpstck.reference.edition.ControlPlaneOperation;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Refusal.Kind;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** Defects of the answers to other control planes and to data planes. */
final class AnswerFaults {

    private AnswerFaults() {}

    static void addTo(ControlFaultTable table) {
        requests(table);
        messages(table);
        callbacks(table);
        registrations(table);
        agreements(table);
    }

    private static void requests(ControlFaultTable table) {
        success(table, "ANSWERS-REQUEST-200", DspOperation.REQUEST, answer -> answer.withStatus(200));
        success(table, "ANSWERS-REQUEST-EMPTY", DspOperation.REQUEST, answer -> Answer.empty(answer.status()));
        success(
                table,
                "ANSWERS-REQUEST-AS-TEXT",
                DspOperation.REQUEST,
                answer -> answer.withBody("text/plain", answer.body()));
        success(
                table,
                "ANSWERS-REQUEST-OTHER-PID",
                DspOperation.REQUEST,
                answer -> object(answer, body -> AnnouncementFaults.named(body, "another-process")));
        success(
                table,
                "ANSWERS-REQUEST-OWN-PROCESS-ID",
                DspOperation.REQUEST,
                answer -> object(
                        answer, body -> body.put("processId", body.path("@id").asString(""))));
        success(
                table,
                "ANSWERS-REQUEST-ODD-STATE",
                DspOperation.REQUEST,
                answer -> object(answer, body -> body.put("state", "INITIAL")));
        success(table, "ANSWERS-GET-202", DspOperation.SHOW, answer -> answer.withStatus(202));
        refusal(table, "ANSWERS-ANY-REQUEST-500", DspOperation.REQUEST, answer -> answer.withStatus(500));
    }

    private static void messages(ControlFaultTable table) {
        for (DspOperation operation : List.of(
                DspOperation.START, DspOperation.SUSPENSION, DspOperation.COMPLETION, DspOperation.TERMINATION)) {
            success(table, "ANSWERS-" + operation.name() + "-202", operation, answer -> answer.withStatus(202));
            refusal(table, "ANSWERS-" + operation.name() + "-500", operation, answer -> answer.withStatus(500));
        }
        table.answer(
                "ANSWERS-ILLEGAL-409",
                exchange -> exchange.refusedFor(Kind.WRONG_STATE),
                answer -> answer.withStatus(409));
        table.answer(
                "ANSWERS-UNKNOWN-400",
                exchange -> exchange.refusedFor(Kind.UNKNOWN_TRANSFER) && isDsp(exchange),
                answer -> answer.withStatus(400));
        table.answer(
                "ANSWERS-ERROR-WITHOUT-TYPE",
                exchange -> exchange.refusal().isPresent() && isDsp(exchange),
                answer -> object(answer, body -> WireFaults.without(body, "@type")));
    }

    private static boolean isDsp(ControlExchange exchange) {
        return List.of(DspOperation.values()).stream().anyMatch(exchange::is);
    }

    private static void callbacks(ControlFaultTable table) {
        for (ControlPlaneOperation operation : List.of(
                ControlPlaneOperation.PREPARED,
                ControlPlaneOperation.STARTED,
                ControlPlaneOperation.COMPLETED,
                ControlPlaneOperation.ERRORED)) {
            success(table, "TAKES-" + operation.name() + "-204", operation, answer -> Answer.empty(204));
            refusal(table, "TAKES-" + operation.name() + "-REFUSED-500", operation, answer -> answer.withStatus(500));
        }
        table.answer(
                "TAKES-UNKNOWN-200",
                exchange -> exchange.refusedFor(Kind.UNKNOWN_TRANSFER) && !isDsp(exchange),
                answer -> Answer.empty(200));
        table.answer(
                "TAKES-ANY-METHOD",
                exchange -> exchange.request().segments().contains("dataflow")
                        && !exchange.request().method().equals("POST"),
                answer -> Answer.empty(200));
    }

    private static void registrations(ControlFaultTable table) {
        success(table, "DATAPLANES-202", ControlPlaneOperation.REGISTER, answer -> answer.withStatus(202));
        refusal(table, "DATAPLANES-TAKES-ANYTHING", ControlPlaneOperation.REGISTER, answer -> Answer.empty(200));
        success(
                table,
                "DATAPLANES-DELETE-200",
                ControlPlaneOperation.DELETE_REGISTRATION,
                answer -> answer.withStatus(200));
        refusal(
                table,
                "DATAPLANES-DELETE-UNKNOWN-500",
                ControlPlaneOperation.DELETE_REGISTRATION,
                answer -> answer.withStatus(500));
        success(
                table,
                "DATAPLANES-DELETE-405",
                ControlPlaneOperation.DELETE_REGISTRATION,
                answer -> answer.withStatus(405));
        success(
                table,
                "DATAPLANES-UPDATE-405",
                ControlPlaneOperation.REPLACE_REGISTRATION,
                answer -> answer.withStatus(405));
        refusal(
                table,
                "DATAPLANES-UPDATE-UNKNOWN-500",
                ControlPlaneOperation.REPLACE_REGISTRATION,
                answer -> answer.withStatus(500));
    }

    private static void agreements(ControlFaultTable table) {
        success(table, "AGREEMENT-404", ControlPlaneOperation.AGREEMENT, answer -> answer.withStatus(404));
        success(
                table,
                "AGREEMENT-OTHER",
                ControlPlaneOperation.AGREEMENT,
                answer -> object(answer, body -> body.put("@id", "another-agreement")));
        success(
                table,
                "AGREEMENT-WITHOUT-TYPE",
                ControlPlaneOperation.AGREEMENT,
                answer -> object(answer, body -> WireFaults.without(body, "@type")));
        refusal(table, "AGREEMENT-UNKNOWN-500", ControlPlaneOperation.AGREEMENT, answer -> answer.withStatus(500));
    }

    private static void success(ControlFaultTable table, String id, Enum<?> operation, UnaryOperator<Answer> defect) {
        table.answer(
                id, exchange -> exchange.is(operation), answer -> answer.isSuccess() ? defect.apply(answer) : answer);
    }

    private static void refusal(ControlFaultTable table, String id, Enum<?> operation, UnaryOperator<Answer> defect) {
        table.answer(
                id, exchange -> exchange.is(operation), answer -> answer.isSuccess() ? answer : defect.apply(answer));
    }

    private static Answer object(Answer answer, UnaryOperator<ObjectNode> change) {
        return answer.object()
                .map(body -> answer.withBody("application/json", Json.write(change.apply(body))))
                .orElse(answer);
    }
}
