package org.dpstck.reference.fault;

import static org.dpstck.reference.fault.When.kebab;
import static org.dpstck.reference.fault.When.refused;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Exchange;
import org.dpstck.reference.http.Operation;
import org.dpstck.reference.http.Refusal.Kind;
import org.dpstck.reference.json.Json;
import org.dpstck.reference.message.MessageReader;
import tools.jackson.databind.node.ObjectNode;

/** Bad input that is honoured, or answered with a server error. */
final class InputFaults {

    private static final List<Operation> OPENING = List.of(Operation.PREPARE, Operation.START);
    private static final List<Operation> WITH_MESSAGE =
            List.of(Operation.PREPARE, Operation.START, Operation.STARTED, Operation.SUSPEND, Operation.TERMINATE);

    private static final Map<String, Kind> BODIES = Map.of(
            "MALFORMED-JSON", Kind.MALFORMED_JSON,
            "ARRAY", Kind.NOT_AN_OBJECT);

    private static final Map<String, Kind> OPENING_BODIES = Map.of(
            "EMPTY-BODY", Kind.EMPTY_BODY,
            "MISTYPED-PROPERTY", Kind.MISTYPED_PROPERTY);

    private InputFaults() {}

    static void addTo(FaultTable table) {
        contentType(table, "CHARSET", type -> type.contains(";"));
        contentType(table, "CAPITALS", type -> !type.equals(type.toLowerCase(Locale.ROOT)));
        WITH_MESSAGE.forEach(operation -> BODIES.forEach((word, kind) -> both(table, operation, word, kind)));
        OPENING.forEach(operation -> OPENING_BODIES.forEach((word, kind) -> both(table, operation, word, kind)));
        for (Operation operation : OPENING) {
            for (String name : MessageReader.REQUIRED) {
                table.answer(
                        operation + "-ACCEPTS-MISSING-" + kebab(name),
                        refused(operation, Kind.MISSING_PROPERTY).and(exchange -> exchange.refusal()
                                .filter(refusal -> refusal.property().equals(name))
                                .isPresent()),
                        answer -> success(operation));
            }
            table.answer(
                    operation + "-NEEDS-NO-CALLBACK-ADDRESS",
                    refused(operation, Kind.MISSING_PROPERTY).and(exchange -> exchange.refusal()
                            .filter(refusal -> refusal.property().equals("callbackAddress"))
                            .isPresent()),
                    answer -> success(operation));
            serverError(table, operation, "MISSING-PROPERTY", Kind.MISSING_PROPERTY);
        }
        for (Operation operation : Operation.ON_FLOWS) {
            if (operation.onFlow()) {
                both(table, operation, "UNKNOWN-ID", Kind.UNKNOWN_FLOW);
            }
            wrongMethod(table, operation);
        }
        for (Operation signal :
                List.of(Operation.STARTED, Operation.SUSPEND, Operation.TERMINATE, Operation.COMPLETED)) {
            serverError(table, signal, "WRONG-STATE", Kind.WRONG_STATE);
        }
        serverError(table, Operation.START, "DUPLICATE", Kind.DUPLICATE);
        serverError(table, Operation.START, "PULL-DATA-ADDRESS", Kind.DATA_ADDRESS_FORBIDDEN);
        serverError(table, Operation.START, "MISSING-DATA-ADDRESS", Kind.DATA_ADDRESS_MISSING);
        serverError(table, Operation.STARTED, "PUSH-DATA-ADDRESS", Kind.DATA_ADDRESS_FORBIDDEN);
        serverError(table, Operation.STARTED, "MISSING-DATA-ADDRESS", Kind.DATA_ADDRESS_MISSING);
    }

    private static void both(FaultTable table, Operation operation, String word, Kind kind) {
        table.answer(operation + "-ACCEPTS-" + word, refused(operation, kind), answer -> success(operation));
        serverError(table, operation, word, kind);
    }

    /** Where an edition serves status at the path of a flow, a GET of prepare asks for a flow of that name. */
    private static void wrongMethod(FaultTable table, Operation operation) {
        Predicate<Exchange> wrong = refused(operation, Kind.METHOD)
                .or(exchange -> exchange.refusedFor(Kind.UNKNOWN_FLOW)
                        && !operation.onFlow()
                        && !exchange.request().method().equals("POST")
                        && exchange.request()
                                .segments()
                                .get(exchange.request().segments().size() - 1)
                                .equals(operation.word()));
        table.answer(operation + "-ACCEPTS-WRONG-METHOD", wrong, answer -> success(operation));
        table.answer(operation + "-500-ON-WRONG-METHOD", wrong, InputFaults::crash);
    }

    private static void serverError(FaultTable table, Operation operation, String word, Kind kind) {
        table.answer(operation + "-500-ON-" + word, refused(operation, kind), InputFaults::crash);
    }

    /** What a plane answers whose code has broken. */
    static Answer crash(Answer refusal) {
        return refusal.withStatus(500)
                .withBody("text/plain", "java.lang.NullPointerException: Cannot invoke a method on null");
    }

    /** What a plane would answer that had noticed nothing. */
    private static Answer success(Operation operation) {
        ObjectNode message = Json.object();
        return switch (operation) {
            case PREPARE -> Answer.json(200, response(message, "PREPARED"));
            case START -> Answer.json(200, response(message, "STARTED"));
            case STATUS ->
                Answer.json(200, message.put("dataFlowId", "unnoticed").put("state", "STARTED"));
            default -> Answer.empty(200);
        };
    }

    /** The body of a success that a plane reports which had noticed nothing. */
    static ObjectNode unnoticed(String state) {
        return response(Json.object(), state).put("messageId", UUID.randomUUID().toString());
    }

    private static ObjectNode response(ObjectNode message, String state) {
        // No id of the plane: a wrong one would be another defect.
        return message.put("dataFlowId", UUID.randomUUID().toString()).put("state", state);
    }

    /** A Content-Type that is compared as a text. */
    private static void contentType(FaultTable table, String what, Predicate<String> refused) {
        table.request(
                "REFUSES-CONTENT-TYPE-WITH-" + what,
                request ->
                        request.header("Content-Type").filter(refused).isPresent() ? request.withJson("?") : request);
    }
}
