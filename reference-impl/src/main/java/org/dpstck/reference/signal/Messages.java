package org.dpstck.reference.signal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.dpstck.reference.callback.Callback;
import org.dpstck.reference.flow.DataAddress;
import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.flow.Direction;
import org.dpstck.reference.flow.FlowState;
import org.dpstck.reference.flow.Signal;
import org.dpstck.reference.json.Json;
import org.dpstck.reference.message.DataAddresses;
import tools.jackson.databind.node.ObjectNode;

/**
 * The messages this data plane writes: answers, status and callbacks.
 *
 * <p>Sections DataFlowResponseMessage, DataFlowStatusResponseMessage and "Control Plane Endpoint".
 */
public final class Messages {

    private final String dataplaneId;
    private final String origin;
    private final String basePath;

    /** Speaks for {@code dataplaneId}, whose wire is below {@code origin} and whose signaling is below the base path. */
    public Messages(String dataplaneId, String origin, String basePath) {
        this.dataplaneId = dataplaneId;
        this.origin = origin;
        this.basePath = basePath;
    }

    /** A response message that tells {@code state}, with a data address where this side offers one. */
    ObjectNode response(DataFlow flow, FlowState state) {
        ObjectNode message = Json.object()
                .put("dataplaneId", dataplaneId)
                .put("dataFlowId", flow.id())
                .put("state", state.name());
        if (flow.offersEndpoint() && (state == FlowState.PREPARED || state == FlowState.STARTED)) {
            message.set("dataAddress", DataAddresses.write(new DataAddress(endpoint(flow), flow.token())));
        }
        return message;
    }

    ObjectNode status(DataFlow flow) {
        return Json.object()
                .put("dataFlowId", flow.id())
                .put("state", flow.state().name());
    }

    /** The absolute path of a flow's status. */
    String statusPath(DataFlow flow) {
        return basePath + "/dataflows/" + encode(flow.id()) + "/status";
    }

    private String endpoint(DataFlow flow) {
        String kind = flow.request().direction() == Direction.PULL ? "/data/" : "/sink/";
        return origin + kind + encode(flow.id());
    }

    private static String encode(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The callback that a signal sets off; empty for one that no callback tells about. */
    Optional<Callback> callback(DataFlow flow, Signal signal) {
        return switch (signal) {
            case PREPARE, PREPARATION_DONE -> Optional.of(callback(flow, "prepared", FlowState.PREPARED));
            case START, STARTED, START_DONE -> Optional.of(callback(flow, "started", FlowState.STARTED));
            case WIRE_COMPLETED -> Optional.of(completed(flow));
            case WIRE_FAILED -> Optional.of(callback(flow, "errored", FlowState.TERMINATED));
            case SUSPEND, TERMINATE, COMPLETED -> Optional.empty();
        };
    }

    private Callback callback(DataFlow flow, String operation, FlowState state) {
        ObjectNode message = response(flow, state);
        flow.error().ifPresent(error -> message.put("error", error));
        return completed(flow).withOperation(operation).withBody(Json.write(message));
    }

    /** Completed has no request body in this edition. */
    private static Callback completed(DataFlow flow) {
        return new Callback(
                flow,
                "completed",
                flow.request().callbackAddress().toString(),
                flow.request().processId(),
                "application/json",
                "",
                Duration.ZERO);
    }
}
