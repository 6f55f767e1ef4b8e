package org.dpstck.reference.fault;

import static org.dpstck.reference.fault.When.success;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.dpstck.reference.edition.Editions;
import org.dpstck.reference.flow.Direction;
import org.dpstck.reference.hook.AnswerHook;
import org.dpstck.reference.hook.RequestHook;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Exchange;
import org.dpstck.reference.http.Operation;
import org.dpstck.reference.http.Request;
import org.dpstck.reference.json.Json;
import org.dpstck.reference.message.MessageReader;
import tools.jackson.databind.node.ObjectNode;

/**
 * Good input that is refused, and the one address that should be refused and is not.
 *
 * <p>A request that is to be refused is made unreadable before it is routed, so that nothing moves.
 */
final class StrictnessFaults {

    private static final Map<Operation, Set<String>> KNOWN = Map.of(
            Operation.PREPARE, plus("labels", "metadata", "claims", "profile"),
            Operation.START, plus("labels", "metadata", "claims", "profile", "dataAddress"),
            Operation.STARTED, Set.of("messageId", "dataAddress"),
            Operation.SUSPEND, Set.of("messageId", "reason"),
            Operation.TERMINATE, Set.of("messageId", "reason"));

    private StrictnessFaults() {}

    private static Set<String> plus(String... more) {
        List<String> names = new ArrayList<>(MessageReader.REQUIRED);
        names.addAll(List.of(more));
        return Set.copyOf(names);
    }

    static void addTo(FaultTable table) {
        KNOWN.forEach((operation, names) -> refuses(
                table,
                operation + "-REFUSES-UNKNOWN-PROPERTIES",
                operation,
                body -> !names.containsAll(body.propertyNames())));
        for (Operation opening : List.of(Operation.PREPARE, Operation.START)) {
            refuses(table, opening + "-REFUSES-LABELS", opening, body -> body.has("labels"));
            refuses(table, opening + "-REFUSES-METADATA", opening, body -> body.has("metadata"));
            refuses(table, opening + "-REQUIRES-LABELS", opening, body -> !body.has("labels"));
            refuses(table, opening + "-REQUIRES-METADATA", opening, body -> !body.has("metadata"));
        }
        refuses(table, "SUSPEND-REQUIRES-REASON", Operation.SUSPEND, body -> !body.has("reason"));
        refuses(table, "TERMINATE-REQUIRES-REASON", Operation.TERMINATE, body -> !body.has("reason"));
        refuses(table, "SUSPEND-REFUSES-REASON", Operation.SUSPEND, body -> body.has("reason"));
        refuses(table, "TERMINATE-REFUSES-REASON", Operation.TERMINATE, body -> body.has("reason"));
        table.add("STARTED-REQUIRES-DATA-ADDRESS", NeedsAddress::new);
        table.request(
                "COMPLETED-REFUSES-EMPTY-BODY",
                request -> at(request, Operation.COMPLETED) && !request.hasBody() ? request.withJson("?") : request);
        table.request("START-ACCEPTS-PULL-DATA-ADDRESS", StrictnessFaults::dropAddress);
    }

    private static void refuses(FaultTable table, String id, Operation operation, Predicate<ObjectNode> defect) {
        table.request(
                id,
                request -> at(request, operation) && defect.test(message(request)) ? request.withJson("?") : request);
    }

    /** Whether the request is for this operation, at whatever base path. */
    static boolean at(Request request, Operation operation) {
        List<String> path = request.segments();
        int size = operation.onFlow() ? 3 : 2;
        return path.size() >= size
                && Editions.DEFAULT.routes().at(path.subList(path.size() - size, path.size())).stream()
                        .anyMatch(route -> route.operation() == operation);
    }

    private static ObjectNode message(Request request) {
        return Json.tryObject(request.text()).orElseGet(Json::object);
    }

    private static Request dropAddress(Request request) {
        ObjectNode message = message(request);
        boolean pull = Direction.ofTransferType(message.path("transferType")
                        .asString(message.path("profile").asString("")))
                .filter(Direction.PULL::equals)
                .isPresent();
        if (!at(request, Operation.START) || !pull || !message.has("dataAddress")) {
            return request;
        }
        return request.withJson(Json.write(MessageFaults.without(message, "dataAddress")));
    }

    /** Wants a data address in every started message, even where the provider pushes and it has no use for one. */
    private static final class NeedsAddress implements RequestHook, AnswerHook {

        private final Set<String> pushFlows = ConcurrentHashMap.newKeySet();

        @Override
        public Request received(Request request) {
            List<String> path = request.segments();
            if (!at(request, Operation.STARTED) || !pushFlows.contains(path.get(path.size() - 2))) {
                return request;
            }
            ObjectNode message = message(request);
            return request.withJson(
                    message.has("dataAddress") ? Json.write(MessageFaults.without(message, "dataAddress")) : "?");
        }

        @Override
        public Answer finished(Exchange exchange, Answer answer) {
            exchange.flow()
                    .filter(flow -> success(Operation.PREPARE).test(exchange))
                    .filter(flow -> flow.request().direction() == Direction.PUSH)
                    .ifPresent(flow -> pushFlows.add(flow.id()));
            return answer;
        }
    }
}
