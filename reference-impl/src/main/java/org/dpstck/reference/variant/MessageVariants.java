package org.dpstck.reference.variant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.dpstck.reference.callback.Callback;
import org.dpstck.reference.flow.FlowRequest;
import org.dpstck.reference.hook.AnswerHook;
import org.dpstck.reference.hook.CallbackHook;
import org.dpstck.reference.hook.FlowHook;
import org.dpstck.reference.hook.Hook;
import org.dpstck.reference.hook.RequestHook;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Exchange;
import org.dpstck.reference.http.Operation;
import org.dpstck.reference.http.Request;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** Ids, types and addresses for which the documents leave a choice. */
final class MessageVariants {

    private static final int LARGE = 1 << 16;
    private static final int LONG = 200;

    private MessageVariants() {}

    static Map<String, Hook> all() {
        Map<String, Hook> table = new LinkedHashMap<>();
        table.put("ENCODED-FLOW-IDS", new EncodedIds());
        table.put("REFUSES-ODD-IDS", refusing(MessageVariants::isOdd));
        table.put("REFUSES-LARGE-MESSAGES", refusing(request -> request.body().length > LARGE));
        table.put("SERVES-EVERY-TRANSFER-TYPE", (RequestHook) MessageVariants::served);
        table.put("RESUME-WITHOUT-DATA-ADDRESS", (AnswerHook) (exchange, answer) ->
                exchange.is(Operation.RESUME) ? answer.withObject(body -> without(body, "dataAddress")) : answer);
        table.put("ANSWERS-WITHOUT-FLOW-ID", new Nameless());
        return table;
    }

    private static RequestHook refusing(Predicate<Request> condition) {
        return request -> opens(request) && condition.test(request) ? request.withJson("?") : request;
    }

    private static boolean opens(Request request) {
        List<String> path = request.segments();
        return path.size() > 1
                && path.get(path.size() - 2).equals("dataflows")
                && List.of("prepare", "start").contains(path.get(path.size() - 1));
    }

    /** Takes ids of at most 200 letters, digits, colons, dots and the like. */
    private static boolean isOdd(Request request) {
        ObjectNode message = Json.tryObject(request.text()).orElseGet(Json::object);
        return List.of("processId", "participantId", "agreementId").stream()
                .map(name -> message.path(name).asString(""))
                .anyMatch(id -> id.length() > LONG || !id.matches("[\\w:.-]*"));
    }

    /** Looks at the direction only, as a plane does that finds the protocol in the data address. */
    private static Request served(Request request) {
        ObjectNode message = Json.tryObject(request.text()).orElseGet(Json::object);
        String name = message.path("transferType").asString("");
        boolean json = request.header("content-type").orElse("").contains("json");
        if (!json || !opens(request) || !name.matches("(?i).+-(push|pull)")) {
            return request;
        }
        String direction = name.substring(name.lastIndexOf('-'));
        return request.withJson(Json.write(message.put("transferType", "com.test.http" + direction)));
    }

    private static ObjectNode without(ObjectNode body, String name) {
        body.remove(name);
        return body;
    }

    /** Flow ids with characters that a path has to encode. */
    private record EncodedIds() implements FlowHook {

        @Override
        public String id(FlowRequest request, String proposed) {
            return "flow 100% a/b?c#d é😀 " + UUID.randomUUID();
        }
    }

    /** Never names a flow: it goes by its process id. */
    private record Nameless() implements FlowHook, AnswerHook, CallbackHook {

        private static final String NAME = "dataFlowId";

        @Override
        public String id(FlowRequest request, String proposed) {
            return request.processId();
        }

        @Override
        public Answer finished(Exchange exchange, Answer answer) {
            return answer.withObject(body -> without(body, NAME));
        }

        @Override
        public List<Callback> outgoing(Callback callback) {
            return List.of(Json.tryObject(callback.body())
                    .map(body -> callback.withBody(Json.write(without(body, NAME))))
                    .orElse(callback));
        }
    }
}
