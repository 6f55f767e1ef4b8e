package org.dpstck.reference.fault;

import static org.dpstck.reference.fault.When.kebab;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.dpstck.reference.callback.Callback;
import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.flow.Signal;
import org.dpstck.reference.hook.CallbackHook;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** Callbacks in the wrong outer form, by the wrong method, or where the answer has said it all. */
final class CallbackFormFaults {

    private CallbackFormFaults() {}

    static void addTo(FaultTable table) {
        address(table, "CALLBACK-ADDRESS-IN-LOWER-CASE", base -> base.toLowerCase(Locale.ROOT));
        address(table, "CALLBACK-ADDRESS-DECODED", base -> URLDecoder.decode(base, StandardCharsets.UTF_8)
                .replace(" ", "%20"));
        for (String operation : List.of("prepared", "started", "completed", "errored")) {
            String id = kebab(operation) + "-CALLBACK-";
            change(table, id + "PUT", operation, callback -> callback.withMethod("PUT"));
        }
        for (String operation : List.of("prepared", "started", "errored")) {
            String id = kebab(operation) + "-CALLBACK-";
            change(table, id + "ARRAY", operation, callback -> callback.withBody("[" + callback.body() + "]"));
            change(
                    table,
                    id + "JSON-TWICE",
                    operation,
                    callback -> callback.withBody(callback.body() + callback.body()));
            change(table, id + "HTML", operation, callback -> callback.withMediaType("text/html")
                    .withBody("<!DOCTYPE html><p>It works."));
        }
        completed(table);
        table.callback("PREPARE-CALLED-BACK-AFTER-200", after(Signal.PREPARE));
        table.callback("START-CALLED-BACK-AFTER-200", after(Signal.START));
    }

    /** The completed callback of the editions in which it carries a message. */
    private static void completed(FaultTable table) {
        String id = "COMPLETED-CALLBACK-";
        body(table, id + "DATA-FLOW-ID-MISSING", body -> MessageFaults.without(body, "dataFlowId"));
        body(table, id + "STATE-MISSING", body -> MessageFaults.without(body, "state"));
        body(table, id + "WRONG-STATE", body -> body.put("state", "STARTED"));
        body(
                table,
                id + "FLOW-ID-OTHER",
                body -> body.put("dataFlowId", UUID.randomUUID().toString()));
        change(table, id + "TEXT-PLAIN", "completed", callback -> callback.withMediaType("text/plain"));
        change(
                table,
                id + "TRUNCATED-JSON",
                "completed",
                callback -> callback.withBody(
                        callback.body().isEmpty()
                                ? ""
                                : callback.body().substring(0, callback.body().length() - 1)));
    }

    private static void body(FaultTable table, String id, UnaryOperator<ObjectNode> defect) {
        change(table, id, "completed", callback -> Json.tryObject(callback.body())
                .map(message -> callback.withBody(Json.write(defect.apply(message))))
                .orElse(callback));
    }

    private static void change(FaultTable table, String id, String operation, UnaryOperator<Callback> defect) {
        table.callback(id, new CallbackHook() {
            @Override
            public List<Callback> outgoing(Callback callback) {
                return List.of(callback.is(operation) ? defect.apply(callback) : callback);
            }
        });
    }

    /** A callbackAddress that is written in another way. */
    private static void address(FaultTable table, String id, UnaryOperator<String> defect) {
        table.callback(id, new CallbackHook() {
            @Override
            public List<Callback> outgoing(Callback callback) {
                return List.of(callback.withBase(defect.apply(callback.base())));
            }
        });
    }

    private static CallbackHook after(Signal opening) {
        return new CallbackHook() {
            @Override
            public boolean isDue(DataFlow flow, Signal signal, boolean due) {
                return due || signal == opening && !flow.state().isPending();
            }
        };
    }
}
