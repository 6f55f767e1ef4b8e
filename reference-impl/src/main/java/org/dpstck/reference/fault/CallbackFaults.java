package org.dpstck.reference.fault;

import static org.dpstck.reference.fault.When.kebab;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.dpstck.reference.callback.Callback;
import org.dpstck.reference.hook.CallbackHook;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** Callbacks that do not come, come twice, go astray or say the wrong thing. */
final class CallbackFaults {

    private static final List<String> WITH_MESSAGE = List.of("prepared", "started", "errored");
    private static final List<String> ALL = List.of("prepared", "started", "errored", "completed");

    /** The state that a callback claims instead of its own. */
    private static final Map<String, String> OTHER_STATE =
            Map.of("prepared", "PREPARING", "started", "STARTING", "errored", "STARTED");

    /** The operation that is called instead of the right one. */
    private static final Map<String, String> OTHER_OPERATION =
            Map.of("prepared", "started", "started", "prepared", "errored", "terminated", "completed", "finished");

    private CallbackFaults() {}

    static void addTo(FaultTable table) {
        for (String operation : ALL) {
            String id = kebab(operation) + "-CALLBACK-";
            replace(table, id + "MISSING", operation, callback -> List.of());
            replace(table, id + "DOUBLED", operation, callback -> List.of(callback, callback));
            change(table, id + "WITHOUT-ADDRESS-PATH", operation, CallbackFaults::withoutPath);
            change(table, id + "RANDOM-TRANSFER-ID", operation, CallbackFaults::randomTransfer);
            change(table, id + "WRONG-OPERATION", operation, CallbackFaults::otherOperation);
        }
        for (String operation : WITH_MESSAGE) {
            String id = kebab(operation) + "-CALLBACK-";
            for (String property : List.of("dataplaneId", "dataFlowId", "state")) {
                body(table, id + kebab(property) + "-MISSING", operation, message -> without(message, property));
            }
            body(table, id + "WRONG-STATE", operation, message -> message.put("state", OTHER_STATE.get(operation)));
            body(table, id + "FLOW-ID-OTHER", operation, CallbackFaults::otherFlow);
            change(table, id + "TEXT-PLAIN", operation, callback -> callback.withMediaType("text/plain"));
            change(table, id + "NO-BODY", operation, callback -> callback.withBody(""));
            change(table, id + "TRUNCATED-JSON", operation, CallbackFaults::truncated);
        }
        for (String operation : List.of("prepared", "started")) {
            String id = kebab(operation) + "-CALLBACK-DATA-ADDRESS-MISSING";
            body(table, id, operation, message -> without(message, "dataAddress"));
        }
        body(table, "ERRORED-CALLBACK-DATAPLANE-ID-OTHER", "errored", CallbackFaults::otherPlane);
        change(table, "COMPLETED-CALLBACK-WITH-BODY", "completed", CallbackFaults::withMessage);
    }

    private static void replace(
            FaultTable table, String id, String operation, Function<Callback, List<Callback>> defect) {
        table.callback(id, new CallbackHook() {
            @Override
            public List<Callback> outgoing(Callback callback) {
                return callback.is(operation) ? defect.apply(callback) : List.of(callback);
            }
        });
    }

    private static void change(FaultTable table, String id, String operation, UnaryOperator<Callback> defect) {
        replace(table, id, operation, callback -> List.of(defect.apply(callback)));
    }

    private static void body(FaultTable table, String id, String operation, UnaryOperator<ObjectNode> defect) {
        change(table, id, operation, callback -> Json.tryObject(callback.body())
                .map(message -> callback.withBody(Json.write(defect.apply(message))))
                .orElse(callback));
    }

    private static Callback withoutPath(Callback callback) {
        return callback.withBase(URI.create(callback.base()).resolve("/").toString());
    }

    private static Callback randomTransfer(Callback callback) {
        return callback.withTransferId("transfer-" + UUID.randomUUID());
    }

    private static Callback otherOperation(Callback callback) {
        return callback.withOperation(OTHER_OPERATION.get(callback.operation()));
    }

    private static Callback truncated(Callback callback) {
        return callback.withBody(callback.body().substring(0, callback.body().length() - 1));
    }

    private static Callback withMessage(Callback callback) {
        ObjectNode message = Json.object()
                .put("dataplaneId", "reference")
                .put("dataFlowId", callback.flow().id())
                .put("state", "COMPLETED");
        return callback.withBody(Json.write(message));
    }

    private static ObjectNode without(ObjectNode message, String property) {
        return MessageFaults.without(message, property);
    }

    private static ObjectNode otherFlow(ObjectNode message) {
        return message.put("dataFlowId", UUID.randomUUID().toString());
    }

    private static ObjectNode otherPlane(ObjectNode message) {
        return message.put("dataplaneId", "reference-" + UUID.randomUUID());
    }
}
