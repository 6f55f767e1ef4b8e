package org.dpstck.reference.fault;

import static org.dpstck.reference.fault.When.on;
import static org.dpstck.reference.fault.When.refused;
import static org.dpstck.reference.fault.When.success;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.dpstck.reference.hook.AnswerHook;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Exchange;
import org.dpstck.reference.http.Operation;
import org.dpstck.reference.http.Refusal.Kind;
import org.dpstck.reference.http.Request;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Content that is rare and right: large, nested, empty, repeated, or in a form that some document shows. */
final class ContentFaults {

    private static final int LARGE = 1 << 16;
    private static final String ADDRESS = "dataAddress";
    private static final String PROPERTIES = "endpointProperties";

    private static final Map<String, Predicate<ObjectNode>> ADDRESSES = Map.of(
            "UNTYPED", address -> !address.has("@type"),
            "EXTRA-PROPERTIES", address -> address.path(PROPERTIES).size() > 2,
            "NO-PROPERTIES", address -> address.path(PROPERTIES).isEmpty() && !address.has("authType"),
            "FLAT", address -> address.has("authType"));

    /** Forms that the Dataspace Protocol does not have, and that may be refused. */
    private static final Set<String> FOREIGN = Set.of("NO-PROPERTIES", "FLAT");

    private ContentFaults() {}

    static void addTo(FaultTable table) {
        for (Operation opening : List.of(Operation.PREPARE, Operation.START)) {
            for (String member : List.of("claims", "metadata", "labels")) {
                table.answer(
                        opening + "-500-ON-LARGE-" + When.kebab(member),
                        on(opening).and(exchange -> size(exchange, member) > LARGE),
                        InputFaults::crash);
            }
            refuses(table, opening, "NESTED-CLAIMS", ContentFaults::isNested);
            refuses(table, opening, "EMPTY-LABELS", message -> isEmpty(message.path("labels")));
            refuses(table, opening, "EMPTY-CLAIMS", message -> isEmpty(message.path("claims")));
            refuses(table, opening, "NON-ASCII-CLAIMS", message -> isForeign(Json.write(message.path("claims"))));
            missing(table, opening + "-ACCEPTS-MISSING-CLAIMS", opening, "claims");
        }
        for (Operation signal : List.of(Operation.STARTED, Operation.SUSPEND, Operation.TERMINATE)) {
            missing(table, signal + "-ACCEPTS-MISSING-MESSAGE-ID", signal, "messageId");
        }
        for (Operation signal : List.of(Operation.SUSPEND, Operation.TERMINATE)) {
            table.answer(
                    signal + "-500-ON-NON-ASCII-REASON",
                    on(signal)
                            .and(exchange -> isForeign(Requests.message(exchange.request())
                                    .path("reason")
                                    .asString(""))),
                    InputFaults::crash);
        }
        completed(table);
        addresses(table);
        table.add("REDELIVERY-500", Redelivered::new);
        table.add("START-REDELIVERY-ACCEPTED", Remembered::new);
    }

    private static void refuses(FaultTable table, Operation opening, String what, Predicate<ObjectNode> when) {
        table.request(
                opening + "-REFUSES-" + what,
                request -> Requests.ends(request, opening.word()) ? Requests.spoiled(request, when) : request);
    }

    private static boolean isEmpty(JsonNode node) {
        return node.isContainer() && node.isEmpty();
    }

    private static boolean isForeign(String text) {
        return text.chars().anyMatch(c -> c > 127);
    }

    private static void completed(FaultTable table) {
        table.answer(
                "COMPLETED-500-ON-EMPTY-OBJECT",
                on(Operation.COMPLETED).and(exchange -> exchange.request().hasBody()),
                InputFaults::crash);
        table.answer(
                "COMPLETED-500-ON-MEDIA-TYPE",
                on(Operation.COMPLETED)
                        .and(exchange ->
                                exchange.request().header("content-type").isPresent()
                                        && !exchange.request().hasBody()),
                InputFaults::crash);
    }

    private static void addresses(FaultTable table) {
        ADDRESSES.forEach((word, condition) -> {
            Predicate<Exchange> hit =
                    exchange -> Requests.message(exchange.request()).path(ADDRESS) instanceof ObjectNode address
                            && condition.test(address);
            table.answer("DATA-ADDRESS-500-ON-" + word, hit, InputFaults::crash);
            if (!FOREIGN.contains(word)) {
                table.request(
                        "DATA-ADDRESS-REFUSES-" + word,
                        request -> Requests.spoiled(
                                request,
                                message -> message.path(ADDRESS) instanceof ObjectNode address
                                        && condition.test(address)));
            }
        });
        lenient(table, "START-ACCEPTS-MISSING-DATA-ADDRESS", Operation.START, Kind.DATA_ADDRESS_MISSING);
        lenient(table, "STARTED-ACCEPTS-MISSING-DATA-ADDRESS", Operation.STARTED, Kind.DATA_ADDRESS_MISSING);
        lenient(table, "STARTED-ACCEPTS-PUSH-DATA-ADDRESS", Operation.STARTED, Kind.DATA_ADDRESS_FORBIDDEN);
    }

    private static void lenient(FaultTable table, String id, Operation operation, Kind kind) {
        table.answer(id, refused(operation, kind), answer -> unnoticed(operation));
    }

    private static void missing(FaultTable table, String id, Operation operation, String member) {
        table.answer(
                id,
                refused(operation, Kind.MISSING_PROPERTY).and(exchange -> exchange.refusal()
                        .filter(refusal -> refusal.property().equals(member))
                        .isPresent()),
                answer -> unnoticed(operation));
    }

    private static Answer unnoticed(Operation operation) {
        return operation.onFlow()
                ? Answer.empty(200)
                : Answer.json(200, InputFaults.unnoticed(operation == Operation.PREPARE ? "PREPARED" : "STARTED"));
    }

    private static int size(Exchange exchange, String member) {
        JsonNode value = Requests.message(exchange.request()).path(member);
        return value.isMissingNode() ? 0 : Json.write(value).length();
    }

    private static boolean isNested(ObjectNode message) {
        for (JsonNode claim : message.path("claims")) {
            if (claim.isObject() || claim.isArray()) {
                return true;
            }
        }
        return false;
    }

    /** Breaks on a message to a flow that comes a second time, byte by byte. */
    private static final class Redelivered implements AnswerHook {

        private final Set<String> seen = ConcurrentHashMap.newKeySet();

        @Override
        public Answer finished(Exchange exchange, Answer answer) {
            Request request = exchange.request();
            boolean signal = exchange.operation().filter(Operation::onFlow).isPresent() && request.hasBody();
            boolean again = signal && !seen.add(request.segments() + request.text());
            return again ? InputFaults.crash(answer) : answer;
        }
    }

    /** Answers a start that comes a second time, byte by byte, as it answered the first. */
    private static final class Remembered implements AnswerHook {

        private final Map<String, Answer> answers = new ConcurrentHashMap<>();

        @Override
        public Answer finished(Exchange exchange, Answer answer) {
            if (!exchange.is(Operation.START)) {
                return answer;
            }
            if (success(Operation.START).test(exchange)) {
                answers.put(exchange.request().text(), answer);
            }
            return exchange.refusedFor(Kind.DUPLICATE)
                    ? answers.getOrDefault(exchange.request().text(), answer)
                    : answer;
        }
    }
}
