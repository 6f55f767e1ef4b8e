package org.dpstck.reference.variant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.dpstck.reference.callback.Callback;
import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.hook.AnswerHook;
import org.dpstck.reference.hook.CallbackHook;
import org.dpstck.reference.hook.Hook;
import org.dpstck.reference.hook.RequestHook;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Exchange;
import org.dpstck.reference.http.Operation;
import org.dpstck.reference.http.Refusal.Kind;
import org.dpstck.reference.http.Request;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** Other ways to register: who gives the id, where it is told, and what the documents leave open about flows. */
final class RegistrationVariants {

    private static final String LOCATION = "Location";
    private static final String COLLECTION = "controlplanes";
    private static final List<String> IDS = List.of("controlplaneId", "dataplaneId");

    private RegistrationVariants() {}

    static Map<String, Supplier<Hook>> all() {
        Map<String, Supplier<Hook>> table = new LinkedHashMap<>();
        table.put("REGISTRATION-ID-IN-LOCATION", OwnId::new);
        table.put("REGISTRATION-ID-IN-BODY", () -> new OwnId() {
            @Override
            public Answer finished(Exchange exchange, Answer answer) {
                String location = answer.headers().getOrDefault(LOCATION, "");
                if (!exchange.is(Operation.REGISTER) || location.isEmpty()) {
                    return answer;
                }
                String id = location.replaceFirst("^.*/" + COLLECTION + "/([^/]+)/registration$", "$1");
                return Answer.json(200, Json.object().put("controlplaneId", id));
            }
        });
        table.put("REGISTRATION-TELLS-NOTHING", () -> (AnswerHook)
                (exchange, answer) -> exchange.is(Operation.REGISTER) ? answer.withoutHeader(LOCATION) : answer);
        table.put("DEREGISTRATION-UNKNOWN-410", () -> (AnswerHook) (exchange, answer) ->
                exchange.refusedFor(Kind.UNKNOWN_CONTROL_PLANE) ? answer.withStatus(410) : answer);
        table.put("RUNNING-FLOWS-KEEP-THEIR-ENDPOINT", Kept::new);
        table.put("UNREGISTERED-FLOWS-REFUSED", Closed::new);
        return table;
    }

    private static ObjectNode message(Request request) {
        return Json.tryObject(request.text()).orElseGet(Json::object);
    }

    /** Gives every control plane an id of its own choice, whatever the message says; only where an id is not required. */
    private static class OwnId implements RequestHook, AnswerHook {

        @Override
        public Request received(Request request) {
            List<String> path = request.segments();
            boolean creates = request.method().equals("POST")
                    && path.indexOf(COLLECTION) == path.size() - 2
                    && path.get(path.size() - 1).equals("registration");
            return creates
                    ? Json.tryObject(request.text())
                            .map(message -> request.withText(Json.write(message.without(IDS))))
                            .orElse(request)
                    : request;
        }

        @Override
        public Answer finished(Exchange exchange, Answer answer) {
            return answer;
        }
    }

    /** Knows who is registered, and where. */
    private abstract static class Watch implements AnswerHook {

        private final Map<String, String> endpoints = new LinkedHashMap<>();

        final synchronized String latest() {
            return endpoints.values().stream().reduce("", (one, other) -> other);
        }

        final synchronized boolean isEmpty() {
            return endpoints.isEmpty();
        }

        @Override
        public synchronized Answer finished(Exchange exchange, Answer answer) {
            if (exchange.refusal().isPresent()) {
                return answer;
            }
            List<String> path = exchange.request().segments();
            if (exchange.is(Operation.DELETE_REGISTRATION)) {
                endpoints.remove(path.get(path.indexOf(COLLECTION) + 1));
            } else if (exchange.is(Operation.REPLACE_REGISTRATION)) {
                put(path.get(path.indexOf(COLLECTION) + 1), exchange);
            } else if (exchange.is(Operation.REGISTER)) {
                put(message(exchange.request()).path("controlplaneId").asString(""), exchange);
            }
            return answer;
        }

        private void put(String id, Exchange exchange) {
            endpoints.remove(id);
            endpoints.put(id, message(exchange.request()).path("endpoint").asString(""));
        }
    }

    /** Calls back where the control plane was registered when the flow was opened. */
    private static final class Kept extends Watch implements CallbackHook {

        private final Map<DataFlow, String> opened = new ConcurrentHashMap<>();

        @Override
        public synchronized Answer finished(Exchange exchange, Answer answer) {
            super.finished(exchange, answer);
            exchange.flow()
                    .filter(flow -> flow.request().callbackAddress().isEmpty())
                    .ifPresent(flow -> opened.putIfAbsent(flow, latest()));
            return answer;
        }

        @Override
        public List<Callback> outgoing(Callback callback) {
            String base = opened.getOrDefault(callback.flow(), "");
            return List.of(base.isEmpty() ? callback : callback.withBase(base));
        }
    }

    /** Opens no flow about which it could tell nobody. */
    private static final class Closed extends Watch implements RequestHook {

        @Override
        public Request received(Request request) {
            List<String> path = request.segments();
            boolean opens =
                    path.contains("dataflows") && List.of("prepare", "start").contains(path.get(path.size() - 1));
            boolean toNobody = isEmpty() && !message(request).has("callbackAddress");
            return opens && toNobody && path.size() == path.indexOf("dataflows") + 2 ? request.withJson("{") : request;
        }
    }
}
