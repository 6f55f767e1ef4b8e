package org.dpstck.reference.fault;

import static org.dpstck.reference.fault.When.kebab;
import static org.dpstck.reference.fault.When.success;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.dpstck.reference.hook.AnswerHook;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Exchange;
import org.dpstck.reference.http.Operation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers whose message breaks its table, or is no JSON message at all. */
final class MessageFaults {

    private static final String STATE = "state";

    private static final Map<Operation, List<String>> REQUIRED = Map.of(
            Operation.PREPARE, List.of("dataplaneId", "dataFlowId", STATE),
            Operation.START, List.of("dataplaneId", "dataFlowId", STATE),
            Operation.STATUS, List.of("dataFlowId", STATE));

    private static final Map<String, UnaryOperator<Answer>> FORMS = Map.of(
            "TEXT-PLAIN", answer -> answer.withHeader(Answer.CONTENT_TYPE, "text/plain"),
            "NO-MEDIA-TYPE", answer -> answer.withoutHeader(Answer.CONTENT_TYPE),
            "TRUNCATED-JSON",
                    answer -> answer.withText(
                            answer.body().substring(0, answer.body().length() - 1)),
            "JSON-TWICE", answer -> answer.withText(answer.body() + answer.body()),
            "HTML", answer -> answer.withBody("text/html", "<!DOCTYPE html><title>OK</title><p>It works."),
            "ARRAY", answer -> answer.withText("[" + answer.body() + "]"),
            "NO-BODY", answer -> answer.withBody("", ""));

    private MessageFaults() {}

    static void addTo(FaultTable table) {
        for (Operation operation : List.of(Operation.PREPARE, Operation.START, Operation.STATUS)) {
            REQUIRED.get(operation).forEach(name -> property(table, operation, name));
            FORMS.keySet().stream()
                    .sorted()
                    .forEach(form -> table.answer(operation + "-" + form, success(operation), FORMS.get(form)));
            object(table, operation + "-STATE-LOWER-CASE", success(operation), MessageFaults::lowerCase);
            object(table, operation + "-STATE-UNKNOWN", success(operation), body -> body.put(STATE, "RUNNING"));
            object(table, operation + "-FLOW-ID-OTHER", success(operation), MessageFaults::otherFlow);
        }
        for (Operation opening : List.of(Operation.PREPARE, Operation.START)) {
            table.add(opening + "-FLOW-ID-REPEATED", () -> new Repeated(opening, new AtomicReference<>()));
        }
        object(table, "PREPARE-STATE-TOO-EARLY", success(Operation.PREPARE), body -> body.put(STATE, "PREPARED"));
        object(table, "START-STATE-TOO-EARLY", success(Operation.START), body -> body.put(STATE, "STARTED"));
        object(table, "PREPARE-DATAPLANE-ID-CHANGES", success(Operation.PREPARE), MessageFaults::otherPlane);
        object(table, "START-DATAPLANE-ID-CHANGES", success(Operation.START), MessageFaults::otherPlane);
    }

    private static void property(FaultTable table, Operation operation, String name) {
        String id = operation + "-" + kebab(name);
        Predicate<Exchange> when = success(operation);
        object(table, id + "-MISSING", when, body -> without(body, name));
        object(table, id + "-NULL", when, body -> body.putNull(name));
        object(table, id + "-NUMBER", when, body -> body.put(name, 42));
        object(table, id + "-MISCASED", when, body -> miscased(body, name));
    }

    private static void object(
            FaultTable table, String id, Predicate<Exchange> when, UnaryOperator<ObjectNode> defect) {
        table.answer(id, when, answer -> answer.withObject(defect));
    }

    static ObjectNode without(ObjectNode body, String name) {
        body.remove(name);
        return body;
    }

    /** The same member under a name whose first letter is a capital. */
    private static ObjectNode miscased(ObjectNode body, String name) {
        JsonNode value = body.remove(name);
        if (value != null) {
            body.set(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1), value);
        }
        return body;
    }

    private static ObjectNode lowerCase(ObjectNode body) {
        return body.put(STATE, body.path(STATE).asString("").toLowerCase(Locale.ROOT));
    }

    private static ObjectNode otherFlow(ObjectNode body) {
        return body.put("dataFlowId", UUID.randomUUID().toString());
    }

    private static ObjectNode otherPlane(ObjectNode body) {
        return body.put("dataplaneId", "reference-" + UUID.randomUUID());
    }

    /** Names the first flow in every answer. */
    private record Repeated(Operation opening, AtomicReference<String> first) implements AnswerHook {

        @Override
        public Answer finished(Exchange exchange, Answer answer) {
            if (!success(opening).test(exchange)) {
                return answer;
            }
            exchange.flow().ifPresent(flow -> first.compareAndSet(null, flow.id()));
            return answer.withObject(body -> body.put("dataFlowId", first.get()));
        }
    }
}
