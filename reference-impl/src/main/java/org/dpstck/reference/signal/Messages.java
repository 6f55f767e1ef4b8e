package org.dpstck.reference.signal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.dpstck.reference.callback.Callback;
import org.dpstck.reference.edition.ReferenceEdition;
import org.dpstck.reference.edition.Route;
import org.dpstck.reference.flow.Credentials;
import org.dpstck.reference.flow.DataAddress;
import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.flow.Direction;
import org.dpstck.reference.flow.FlowState;
import org.dpstck.reference.flow.ResponseAddress;
import org.dpstck.reference.flow.Signal;
import org.dpstck.reference.hook.Hooks;
import org.dpstck.reference.hook.Rule;
import org.dpstck.reference.http.Operation;
import org.dpstck.reference.json.Json;
import org.dpstck.reference.message.DataAddresses;
import org.dpstck.reference.message.JsonLdMessages;
import org.dpstck.reference.message.ResponseProperties;
import tools.jackson.databind.node.ObjectNode;

/**
 * The messages this data plane writes: answers, status and callbacks.
 *
 * <p>Sections DataFlowResponseMessage or DataFlowStatusMessage, DataFlowStatusResponseMessage and "Control Plane Endpoint".
 */
public final class Messages {

    private final ReferenceEdition edition;
    private final String dataplaneId;
    private final String origin;
    private final String basePath;
    private final Hooks hooks;

    /** Speaks for {@code dataplaneId}, whose wire is below {@code origin} and whose signaling is below the base path. */
    public Messages(ReferenceEdition edition, String dataplaneId, String origin, String basePath, Hooks hooks) {
        this.edition = edition;
        this.dataplaneId = dataplaneId;
        this.origin = origin;
        this.basePath = basePath;
        this.hooks = hooks;
    }

    /** A response message that tells {@code state}, with a data address where this side offers one. */
    ObjectNode response(DataFlow flow, FlowState state) {
        if (edition.convention().jsonLd()) {
            ObjectNode message = JsonLdMessages.response();
            if (flow.offersEndpoint()) {
                Credentials.Issued tokens = flow.credentials().show();
                message.set("dataAddress", JsonLdMessages.address(new DataAddress(endpoint(flow), tokens.access())));
            }
            return flow.offersResponses()
                    ? JsonLdMessages.inPlainForm(message, plain -> {
                        ResponseProperties.addTo(plain, responses(flow));
                        return plain;
                    })
                    : message;
        }
        ObjectNode message = edition.status()
                .identify(Json.object(), dataplaneId)
                .put("dataFlowId", flow.id())
                .put("state", state.name());
        boolean open = state == FlowState.PREPARED
                || state == FlowState.STARTED
                || state == FlowState.STARTING && !hooks.keeps(Rule.WIRE_AWAITS_START);
        if (flow.offersEndpoint() && open) {
            message.set("dataAddress", address(flow));
        }
        if (flow.offersResponses() && open) {
            ResponseProperties.addTo(message, responses(flow));
        }
        return message;
    }

    /** Where responses to a flow go; another token than that of the forward channel opens it. */
    private ResponseAddress responses(DataFlow flow) {
        return new ResponseAddress(
                origin(flow) + "/responses/" + encode(flow.id()),
                DataAddresses.HTTP_TYPE,
                flow.responses().credentials().access());
    }

    private ObjectNode address(DataFlow flow) {
        Credentials.Issued tokens = flow.credentials().show();
        DataAddress address = new DataAddress(endpoint(flow), tokens.access());
        String name = flow.request().transferName();
        // The HTTP profile's end point type is the profile itself, direction and all.
        ObjectNode written =
                DataAddresses.write(address, edition.usesHttpProfile(name) ? name : DataAddresses.HTTP_TYPE);
        tokens.refresh().ifPresent(refresh -> {
            DataAddresses.add(written, "refreshToken", refresh);
            DataAddresses.add(
                    written,
                    "expiresIn",
                    String.valueOf(tokens.lifetime().orElseThrow().toSeconds()));
            DataAddresses.add(written, "refreshEndpoint", origin(flow) + "/token");
        });
        return written;
    }

    ObjectNode status(DataFlow flow) {
        if (edition.convention().jsonLd()) {
            return JsonLdMessages.state(flow.state().name());
        }
        return Json.object()
                .put("dataFlowId", flow.id())
                .put("state", flow.state().name());
    }

    /** The absolute path of a flow's status. */
    String statusPath(DataFlow flow) {
        Route<Operation> status = edition.routes().of(Operation.STATUS).orElseThrow();
        return basePath + status.at(encode(flow.id()));
    }

    private String endpoint(DataFlow flow) {
        String kind = flow.request().direction() == Direction.PULL ? "/data/" : "/sink/";
        return origin(flow) + kind + encode(flow.id());
    }

    /** "In both directions the exposed API MUST be served over HTTPS" (HTTP profile); the same port speaks both. */
    private String origin(DataFlow flow) {
        boolean secure = edition.usesHttpProfile(flow.request().transferName());
        return secure ? origin.replaceFirst("^http:", "https:") : origin;
    }

    private static String encode(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The callback that a signal sets off; empty for one that no callback tells about, or that nobody wants. */
    Optional<Callback> callback(DataFlow flow, Signal signal) {
        return switch (signal) {
            case PREPARE, PREPARATION_DONE -> callback(flow, "prepared", FlowState.PREPARED);
            case START, STARTED, START_DONE -> callback(flow, "started", FlowState.STARTED);
            case WIRE_COMPLETED ->
                edition.completedHasBody() ? callback(flow, "completed", FlowState.COMPLETED) : bare(flow, "completed");
            case WIRE_FAILED -> callback(flow, "errored", FlowState.TERMINATED);
            case WIRE_BROKEN -> callback(flow, "errored", flow.state());
            // Never due: the document has no such callback, and only a fault asks for it.
            case TERMINATE -> bare(flow, "terminated");
            case SUSPEND, RESUME, START_FLOW, COMPLETED -> Optional.empty();
        };
    }

    private Optional<Callback> callback(DataFlow flow, String operation, FlowState state) {
        ObjectNode message = response(flow, state);
        flow.error().ifPresent(error -> message.put("error", error));
        return bare(flow, operation).map(callback -> callback.withBody(Json.write(message)));
    }

    private static Optional<Callback> bare(DataFlow flow, String operation) {
        return flow.controlPlane()
                .map(base -> new Callback(
                        flow,
                        "POST",
                        operation,
                        base.toString(),
                        flow.request().processId(),
                        "application/json",
                        "",
                        Duration.ZERO));
    }
}
