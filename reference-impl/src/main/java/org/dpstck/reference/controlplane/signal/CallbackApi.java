package org.dpstck.reference.controlplane.signal;

import java.util.List;
import java.util.Optional;
import org.dpstck.reference.controlplane.conduct.Callbacks;
import org.dpstck.reference.controlplane.dataplane.DataPlaneRegistration;
import org.dpstck.reference.controlplane.hook.ControlExchange;
import org.dpstck.reference.controlplane.hook.ControlHooks;
import org.dpstck.reference.controlplane.hook.ControlRule;
import org.dpstck.reference.controlplane.transfer.Role;
import org.dpstck.reference.controlplane.transfer.Transfer;
import org.dpstck.reference.controlplane.transfer.Transfers;
import org.dpstck.reference.edition.ControlPlaneForm;
import org.dpstck.reference.edition.ControlPlaneOperation;
import org.dpstck.reference.edition.Route;
import org.dpstck.reference.flow.FlowState;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Refusal;
import org.dpstck.reference.http.Refusal.Kind;
import org.dpstck.reference.http.Request;
import org.dpstck.reference.json.Json;
import org.dpstck.reference.message.Bodies;
import tools.jackson.databind.node.ObjectNode;

/** The end points of signaling that a control plane serves: a request in, an answer out. */
public final class CallbackApi {

    private final ControlPlaneForm form;
    private final Identity identity;
    private final Transfers transfers;
    private final Callbacks callbacks;
    private final DataPlaneRegistration registrations;
    private final ControlHooks hooks;

    /** Serves callbacks about {@code transfers}. */
    public CallbackApi(
            ControlPlaneForm form,
            Identity identity,
            Transfers transfers,
            Callbacks callbacks,
            DataPlaneRegistration registrations,
            ControlHooks hooks) {
        this.form = form;
        this.identity = identity;
        this.transfers = transfers;
        this.callbacks = callbacks;
        this.registrations = registrations;
        this.hooks = hooks;
    }

    /** The operations at a path below the base path, each with a method of its own. */
    public List<Route<ControlPlaneOperation>> routes(List<String> segments) {
        return form.routes().at(segments);
    }

    /**
     * Serves one request.
     *
     * @throws Refusal if it cannot be honoured
     */
    public Answer serve(ControlExchange exchange, Route<ControlPlaneOperation> route) throws Refusal {
        Request request = exchange.request();
        switch (route.operation()) {
            case REGISTER -> {
                return registrations.register(request);
            }
            case REPLACE_REGISTRATION -> {
                return registrations.replace(request, route.id(request.segments()));
            }
            case DELETE_REGISTRATION -> {
                return registrations.delete(route.id(request.segments()));
            }
            default -> {
                return onTransfer(exchange, route);
            }
        }
    }

    private Answer onTransfer(ControlExchange exchange, Route<ControlPlaneOperation> route) throws Refusal {
        Request request = exchange.request();
        String id = route.id(request.segments());
        Transfer transfer =
                transfers.byId(id).orElseThrow(() -> new Refusal(Kind.UNKNOWN_TRANSFER, "there is no transfer " + id));
        exchange.about(transfer);
        switch (route.operation()) {
            case AGREEMENT -> {
                return Answer.json(200, agreement(transfer));
            }
            case PREPARED ->
                callbacks.prepared(transfer, message(request, transfer, Optional.of(FlowState.PREPARED)), exchange);
            case STARTED ->
                callbacks.started(transfer, message(request, transfer, Optional.of(FlowState.STARTED)), exchange);
            case ERRORED -> callbacks.errored(transfer, message(request, transfer, Optional.empty()), exchange);
            case COMPLETED -> {
                if (form.completedHasMessage()) {
                    message(request, transfer, Optional.of(FlowState.COMPLETED));
                } else {
                    Bodies.object(request, true);
                }
                callbacks.completed(transfer, exchange);
            }
            default -> throw new Refusal(Kind.UNKNOWN_PATH, "there is nothing at this path");
        }
        return Answer.empty(200);
    }

    private ObjectNode message(Request request, Transfer transfer, Optional<FlowState> expected) throws Refusal {
        ObjectNode message = Bodies.object(request, false);
        for (String name : form.callback()) {
            Bodies.string(message, name);
        }
        checkState(message, expected);
        checkFlow(message, transfer);
        if (!Bodies.isAbsent(message.path("dataAddress"))
                && !message.path("dataAddress").isObject()) {
            throw new Refusal(Kind.MISTYPED_OPTIONAL, "dataAddress", "dataAddress must be an object");
        }
        if (!Bodies.isAbsent(message.path("error")) && !message.path("error").isString()) {
            throw new Refusal(Kind.MISTYPED_OPTIONAL, "error", "error must be a string");
        }
        return message;
    }

    private static void checkState(ObjectNode message, Optional<FlowState> expected) throws Refusal {
        if (Bodies.isAbsent(message.path("state"))) {
            return;
        }
        String state = Bodies.string(message, "state");
        boolean known = List.of(FlowState.values()).stream()
                .anyMatch(each -> each.name().equals(state));
        if (!known || expected.filter(each -> !each.name().equals(state)).isPresent()) {
            throw new Refusal(
                    Kind.INVALID_PROPERTY,
                    "state",
                    "state is " + state + " and should be "
                            + expected.map(Enum::name).orElse("one of a data flow"));
        }
    }

    private void checkFlow(ObjectNode message, Transfer transfer) throws Refusal {
        String named = message.path("dataFlowId").stringValue(null);
        boolean foreign = named != null
                && transfer.flowId().filter(id -> !id.equals(named)).isPresent();
        if (foreign && !hooks.keeps(ControlRule.KEEPS_FLOW_ID)) {
            transfer.flowHasId(named);
        }
        if (foreign && hooks.keeps(ControlRule.CHECKS_FLOW_OF_CALLBACK)) {
            throw new Refusal(Kind.INVALID_PROPERTY, "dataFlowId", "dataFlowId is not the one of this transfer");
        }
    }

    /** The agreement of the Dataspace Protocol; what it permits is no matter here, and anything is. */
    private ObjectNode agreement(Transfer transfer) {
        boolean consumer = transfer.terms().role() == Role.CONSUMER;
        String other = transfer.terms().counterPartyId();
        ObjectNode agreement = Json.object();
        agreement.putArray("@context").add("https://w3id.org/dspace/2025/1/context.jsonld");
        agreement
                .put("@id", transfer.terms().agreementId())
                .put("@type", "Agreement")
                .put("target", transfer.terms().datasetId())
                .put("assigner", consumer ? other : identity.participantId())
                .put("assignee", consumer ? identity.participantId() : other)
                .put("timestamp", "2026-01-01T00:00:00Z");
        agreement.putArray("permission").addObject().put("action", "use");
        return agreement;
    }
}
