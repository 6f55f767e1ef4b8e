package org.dpstck.reference.fault;

import static org.dpstck.reference.fault.When.flowIs;
import static org.dpstck.reference.fault.When.success;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.dpstck.reference.callback.Callback;
import org.dpstck.reference.flow.DataAddress;
import org.dpstck.reference.flow.Direction;
import org.dpstck.reference.hook.AnswerHook;
import org.dpstck.reference.hook.CallbackHook;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Exchange;
import org.dpstck.reference.http.Operation;
import org.dpstck.reference.json.Json;
import org.dpstck.reference.message.DataAddresses;
import tools.jackson.databind.node.ObjectNode;

/** Data addresses that are missing, misplaced or misshapen. */
final class DataAddressFaults {

    private static final String MEMBER = "dataAddress";
    private static final String PROPERTIES = "endpointProperties";

    private static final Map<String, UnaryOperator<ObjectNode>> SHAPES = Map.of(
            "FLAT", DataAddressFaults::flat,
            "PROPERTIES-OBJECT", DataAddressFaults::propertiesAsObject,
            "ENDPOINT-TYPE-MISSING", address -> MessageFaults.without(address, "endpointType"),
            "ENDPOINT-NUMBER", address -> address.put("endpoint", 8080),
            "PROPERTY-NAME-MISSING",
                    address -> {
                        address.path(PROPERTIES).forEach(each -> ((ObjectNode) each).remove("name"));
                        return address;
                    },
            "PROPERTY-VALUE-NUMBER",
                    address -> {
                        address.path(PROPERTIES).forEach(each -> ((ObjectNode) each).put("value", 1));
                        return address;
                    });

    private DataAddressFaults() {}

    static void addTo(FaultTable table) {
        SHAPES.keySet().stream()
                .sorted()
                .forEach(shape -> table.add("DATA-ADDRESS-" + shape, () -> new Reshape(SHAPES.get(shape))));
        table.answer(
                "PUSH-PREPARE-DATA-ADDRESS-MISSING",
                success(Operation.PREPARE),
                answer -> answer.withObject(body -> MessageFaults.without(body, MEMBER)));
        table.answer(
                "PULL-START-DATA-ADDRESS-MISSING",
                success(Operation.START),
                answer -> answer.withObject(body -> MessageFaults.without(body, MEMBER)));
        misplaced(table, "PULL-PREPARE-DATA-ADDRESS", Operation.PREPARE, Direction.PULL);
        misplaced(table, "PUSH-START-DATA-ADDRESS", Operation.START, Direction.PUSH);
    }

    private static void misplaced(FaultTable table, String id, Operation operation, Direction direction) {
        ObjectNode address = DataAddresses.write(new DataAddress("http://127.0.0.1:9/misplaced", "fake-token"));
        table.answer(
                id,
                success(operation).and(flowIs(direction)),
                answer -> answer.withObject(body -> {
                    body.set(MEMBER, address);
                    return body;
                }));
    }

    private static ObjectNode flat(ObjectNode address) {
        ObjectNode flat = Json.object()
                .put("type", DataAddresses.HTTP_TYPE)
                .put("endpoint", address.path("endpoint").asString(""))
                .put("endpointType", DataAddresses.HTTP_TYPE);
        address.path(PROPERTIES)
                .forEach(each -> flat.put(
                        each.path("name").asString(), each.path("value").asString()));
        return flat;
    }

    private static ObjectNode propertiesAsObject(ObjectNode address) {
        ObjectNode properties = Json.object();
        address.path(PROPERTIES)
                .forEach(each -> properties.put(
                        each.path("name").asString(), each.path("value").asString()));
        address.set(PROPERTIES, properties);
        return address;
    }

    /** Gives every address that leaves the plane another shape, in answers and in callbacks. */
    private record Reshape(UnaryOperator<ObjectNode> shape) implements AnswerHook, CallbackHook {

        @Override
        public Answer finished(Exchange exchange, Answer answer) {
            return answer.body().contains(MEMBER) ? answer.withObject(this::reshape) : answer;
        }

        @Override
        public List<Callback> outgoing(Callback callback) {
            return List.of(Json.tryObject(callback.body())
                    .map(body -> callback.withBody(Json.write(reshape(body))))
                    .orElse(callback));
        }

        private ObjectNode reshape(ObjectNode body) {
            if (body.path(MEMBER) instanceof ObjectNode address) {
                body.set(MEMBER, shape.apply(address));
            }
            return body;
        }
    }
}
