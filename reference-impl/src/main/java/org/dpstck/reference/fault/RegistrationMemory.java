package org.dpstck.reference.fault;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dpstck.reference.hook.AnswerHook;
import org.dpstck.reference.hook.CallbackHook;
import org.dpstck.reference.hook.RequestHook;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Exchange;
import org.dpstck.reference.http.Operation;
import org.dpstck.reference.http.Request;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * A second, wrong memory of control planes that a faulty data plane goes by: what a subclass makes of each event.
 *
 * <p>One that is to seem unknown is asked for under an id that nobody has.
 */
abstract class RegistrationMemory implements RequestHook, AnswerHook, CallbackHook {

    /** Ids with the endpoints that they registered last. */
    private final Map<String, String> endpoints = new LinkedHashMap<>();

    /** A control plane has registered or updated itself; {@code before} is empty for one that was not known. */
    void put(String id, Optional<String> before, String endpoint) {}

    /** A control plane has been deleted. */
    void deleted(String id, String endpoint) {}

    /** A message of a control plane that is known was refused. */
    void refused(String id) {}

    /** Whether a control plane seems unknown to the operation. */
    boolean seemsUnknown(String id, Request request) {
        return false;
    }

    /** Whether a deletion is answered as if it had been done, and is not. */
    boolean skipsDeletion(String id) {
        return false;
    }

    /** The endpoint of a known control plane. */
    final synchronized Optional<String> endpoint(String id) {
        return Optional.ofNullable(endpoints.get(id));
    }

    /** The ids that are known. */
    final synchronized List<String> known() {
        return List.copyOf(endpoints.keySet());
    }

    @Override
    public synchronized Request received(Request request) {
        Optional<String> id = ControlPlanePath.id(request);
        boolean skipped = id.isPresent() && request.method().equals("DELETE") && skipsDeletion(id.get());
        if (skipped || (id.isPresent() && seemsUnknown(id.get(), request))) {
            return ControlPlanePath.withId(request, (skipped ? "skipped-" : "unknown-") + UUID.randomUUID());
        }
        return request;
    }

    @Override
    public synchronized Answer finished(Exchange exchange, Answer answer) {
        boolean message = exchange.is(Operation.REGISTER) || exchange.is(Operation.REPLACE_REGISTRATION);
        if (message && exchange.refusal().isEmpty()) {
            remember(exchange);
        } else if (message) {
            // What was refused may be half a message.
            String text = exchange.request().text();
            Optional<String> id = ControlPlanePath.id(exchange.request());
            known().stream()
                    .filter(each -> id.map(each::equals).orElseGet(() -> text.contains(each)))
                    .findFirst()
                    .ifPresent(this::refused);
        }
        if (exchange.is(Operation.DELETE_REGISTRATION)) {
            String id = ControlPlanePath.id(exchange.request()).orElse("");
            if (id.startsWith("skipped-")) {
                return Answer.empty(204);
            }
            String endpoint = endpoints.remove(id);
            if (endpoint != null && exchange.refusal().isEmpty()) {
                deleted(id, endpoint);
            }
        }
        return answer;
    }

    private void remember(Exchange exchange) {
        named(exchange).ifPresent(id -> {
            Optional<String> before = Optional.ofNullable(endpoints.get(id));
            String endpoint = message(exchange).path("endpoint").asString("");
            endpoints.put(id, endpoint);
            put(id, before, endpoint);
        });
    }

    private static Optional<String> named(Exchange exchange) {
        ObjectNode message = message(exchange);
        return ControlPlanePath.id(exchange.request())
                .or(() -> Optional.of(message.path("controlplaneId")
                        .asString(message.path("dataplaneId").asString(""))))
                .filter(id -> !id.isEmpty());
    }

    private static ObjectNode message(Exchange exchange) {
        return Json.tryObject(exchange.request().text()).orElseGet(Json::object);
    }
}
