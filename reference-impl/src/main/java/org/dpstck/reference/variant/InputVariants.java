package org.dpstck.reference.variant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dpstck.reference.hook.AnswerHook;
import org.dpstck.reference.hook.Hook;
import org.dpstck.reference.hook.RequestHook;
import org.dpstck.reference.http.Operation;
import org.dpstck.reference.http.Request;
import org.dpstck.reference.json.Json;
import org.dpstck.reference.message.MessageReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** More tolerance than was asked for, and more in an answer than was asked for. */
final class InputVariants {

    private InputVariants() {}

    static Map<String, Hook> all() {
        Map<String, Hook> table = new LinkedHashMap<>();
        table.put("COERCES-NUMBERS", (RequestHook) InputVariants::coerce);
        table.put("TRAILING-SLASH", (RequestHook) InputVariants::withoutTrailingSlash);
        table.put("SIGNALS-ANSWER-STATUS", (AnswerHook) (exchange, answer) -> exchange.operation()
                .filter(InputVariants::isWithoutBody)
                .filter(signal -> exchange.refusal().isEmpty())
                .flatMap(signal -> exchange.flow())
                .map(flow -> Json.object()
                        .put("dataFlowId", flow.id())
                        .put("state", flow.state().name()))
                .map(body -> answer.withBody("application/json", Json.write(body)))
                .orElse(answer));
        return table;
    }

    private static boolean isWithoutBody(Operation operation) {
        return switch (operation) {
            case STARTED, SUSPEND, TERMINATE, COMPLETED -> true;
            default -> false;
        };
    }

    private static Request withoutTrailingSlash(Request request) {
        List<String> path = request.segments();
        boolean slash = path.size() > 1 && path.get(path.size() - 1).isEmpty();
        return slash ? request.withSegments(path.subList(0, path.size() - 1)) : request;
    }

    /** Reads a number where a string is required, as many JSON libraries do unless told otherwise. */
    private static Request coerce(Request request) {
        Optional<ObjectNode> message = Json.tryObject(request.text());
        if (message.isEmpty()) {
            return request;
        }
        ObjectNode body = message.get();
        boolean changed = false;
        for (String name : MessageReader.REQUIRED) {
            JsonNode value = body.path(name);
            if (value.isNumber()) {
                body.put(name, value.asString());
                changed = true;
            }
        }
        return changed ? request.withJson(Json.write(body)) : request;
    }
}
