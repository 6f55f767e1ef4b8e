package org.dpstck.reference.fault;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.dpstck.reference.callback.Callback;
import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.flow.Side;
import org.dpstck.reference.hook.AnswerHook;
import org.dpstck.reference.hook.CallbackHook;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Exchange;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** Ids of messages that come again, and ids of the data plane that do not stay. */
final class UniquenessFaults {

    private static final String MESSAGE = "messageId";
    private static final String PLANE = "dataplaneId";

    /** So many ids are used in turn: more than a client sees in a few requests. */
    private static final int POOL = 7;

    private UniquenessFaults() {}

    static void addTo(FaultTable table) {
        table.add("MESSAGE-ID-CONSTANT", () -> answers((exchange, id) -> "message-1"));
        table.add(
                "MESSAGE-ID-ECHOED",
                () -> answers((exchange, id) ->
                        Requests.message(exchange.request()).path(MESSAGE).asString(id)));
        table.add("MESSAGE-ID-POOL", () -> {
            AtomicInteger next = new AtomicInteger();
            return answers((exchange, id) -> "message-" + next.incrementAndGet() % POOL);
        });
        table.add("MESSAGE-ID-SHARED-WITH-CALLBACK", SharedWithCallback::new);
        table.add(
                "DATAPLANE-ID-PER-SIDE",
                () -> plane((exchange, id) -> exchange.flow()
                        .map(DataFlow::side)
                        .filter(Side.PROVIDER::equals)
                        .map(side -> id + "-provider")
                        .orElse(id)));
        table.add("DATAPLANE-ID-CHANGES-LATE", () -> {
            AtomicInteger answers = new AtomicInteger();
            return plane((exchange, id) -> answers.incrementAndGet() > POOL ? id + "-restarted" : id);
        });
    }

    private static AnswerHook answers(BiFunction<Exchange, String, String> id) {
        return member(MESSAGE, id);
    }

    private static AnswerHook plane(BiFunction<Exchange, String, String> id) {
        return member(PLANE, id);
    }

    private static AnswerHook member(String name, BiFunction<Exchange, String, String> id) {
        return (exchange, answer) -> answer.isSuccess()
                ? answer.withObject(body -> changed(body, name, old -> id.apply(exchange, old)))
                : answer;
    }

    private static ObjectNode changed(ObjectNode body, String name, UnaryOperator<String> change) {
        return body.has(name) ? body.put(name, change.apply(body.path(name).asString(""))) : body;
    }

    /** Sends the id of the answer that made a flow once more, in the callbacks about it. */
    private static final class SharedWithCallback implements AnswerHook, CallbackHook {

        private final Map<String, String> ids = new ConcurrentHashMap<>();

        @Override
        public Answer finished(Exchange exchange, Answer answer) {
            answer.object()
                    .filter(body -> body.has(MESSAGE) && body.has("dataFlowId"))
                    .ifPresent(body -> ids.putIfAbsent(
                            body.path("dataFlowId").asString(""),
                            body.path(MESSAGE).asString("")));
            return answer;
        }

        @Override
        public List<Callback> outgoing(Callback callback) {
            String id = ids.get(callback.flow().id());
            return List.of(Json.tryObject(callback.body())
                    .filter(body -> id != null)
                    .map(body -> callback.withBody(Json.write(changed(body, MESSAGE, old -> id))))
                    .orElse(callback));
        }
    }
}
