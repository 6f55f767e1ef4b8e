package org.dpstck.reference.controlplane.admin;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dpstck.reference.ControlPlaneOptions;
import org.dpstck.reference.controlplane.conduct.Conductor;
import org.dpstck.reference.controlplane.conduct.References;
import org.dpstck.reference.controlplane.dsp.DspForm;
import org.dpstck.reference.controlplane.hook.ControlExchange;
import org.dpstck.reference.controlplane.transfer.Role;
import org.dpstck.reference.controlplane.transfer.Step;
import org.dpstck.reference.controlplane.transfer.Terms;
import org.dpstck.reference.controlplane.transfer.Transfer;
import org.dpstck.reference.controlplane.transfer.TransferState;
import org.dpstck.reference.controlplane.transfer.Transfers;
import org.dpstck.reference.edition.ReferenceEdition;
import org.dpstck.reference.flow.Direction;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Refusal;
import org.dpstck.reference.http.Refusal.Kind;
import org.dpstck.reference.http.Request;
import org.dpstck.reference.json.Json;
import org.dpstck.reference.message.Bodies;
import org.dpstck.reference.message.JsonLdAddresses;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an operator, or a test, makes a control plane do.
 *
 * <p>{@code POST /admin/transfers} requests a transfer, {@code GET /admin/transfers} lists them, {@code GET
 * /admin/transfers/{id}} shows one, {@code GET /admin/edrs/{id}} its endpoint data reference, {@code POST /admin/transfers/{id}/suspend|resume|complete|terminate} leads it on. The
 * id is this control plane's or the counter-party's. No part of any specification.
 */
public final class TransferAdmin {

    private static final Map<String, Step> ACTIONS = Map.of(
            "suspend", Step.SUSPEND, "resume", Step.START, "complete", Step.COMPLETE, "terminate", Step.TERMINATE);

    private final ReferenceEdition edition;
    private final ControlPlaneOptions options;
    private final Transfers transfers;
    private final Conductor conductor;
    private final References references;

    /** Administers {@code transfers}. */
    public TransferAdmin(
            ReferenceEdition edition,
            ControlPlaneOptions options,
            Transfers transfers,
            Conductor conductor,
            References references) {
        this.edition = edition;
        this.options = options;
        this.transfers = transfers;
        this.conductor = conductor;
        this.references = references;
    }

    /** Serves one request; refusals are 4xx with a problem document. */
    public Answer serve(ControlExchange exchange) {
        try {
            List<String> path = exchange.request().segments();
            if (path.size() == 3 && path.get(1).equals("edrs")) {
                return reference(find(path.get(2)));
            }
            if (path.size() < 2 || path.size() > 4 || !path.get(1).equals("transfers")) {
                throw new Refusal(Kind.UNKNOWN_PATH, "there is nothing at this path");
            }
            if (path.size() == 2) {
                return exchange.request().method().equals("GET") ? list() : request(exchange);
            }
            Transfer transfer = find(path.get(2));
            return path.size() == 3 ? show(exchange.request(), transfer) : act(exchange, transfer, path.get(3));
        } catch (Refusal refusal) {
            return Answer.problem(refusal);
        }
    }

    private Transfer find(String id) throws Refusal {
        return transfers
                .byId(id)
                .or(() -> transfers.all().stream()
                        .filter(each -> each.peerPid().filter(id::equals).isPresent())
                        .findFirst())
                .orElseThrow(() -> new Refusal(Kind.UNKNOWN_TRANSFER, "no transfer has this id"));
    }

    private Answer list() {
        ArrayNode all = Json.array();
        transfers.all().forEach(each -> all.add(view(each)));
        return Answer.json(200, all);
    }

    private static Answer show(Request request, Transfer transfer) throws Refusal {
        if (!request.method().equals("GET")) {
            throw new Refusal(Kind.METHOD, "GET is required here");
        }
        return Answer.json(200, view(transfer));
    }

    /** The endpoint data reference of a consumer, as the EDC shows it. */
    private Answer reference(Transfer transfer) throws Refusal {
        ObjectNode address = references
                .of(transfer)
                .orElseThrow(() -> new Refusal(Kind.UNKNOWN_TRANSFER, "there is no reference for this transfer"));
        ObjectNode shown = shown(address);
        references.before(transfer).ifPresent(former -> shown.set("former", shown(former)));
        return Answer.json(200, shown);
    }

    private static ObjectNode shown(ObjectNode address) {
        return Json.object()
                .put("@type", "DataAddress")
                .put("type", address.path("endpointType").asString(""))
                .put("endpoint", address.path("endpoint").asString(""))
                .put("authorization", JsonLdAddresses.property(address, "authorization"));
    }

    private static ObjectNode view(Transfer transfer) {
        Terms terms = transfer.terms();
        ObjectNode view = Json.object()
                .put("id", transfer.id())
                .put("role", terms.role().name())
                .put("state", transfer.state().name())
                .put("direction", terms.direction().name())
                .put("format", terms.transferName())
                .put("agreementId", terms.agreementId())
                .put("datasetId", terms.datasetId())
                .put("dataFlow", transfer.phase().name());
        boolean consumer = terms.role() == Role.CONSUMER;
        view.put("consumerPid", consumer ? transfer.id() : transfer.peerPid().orElse(""));
        view.put("providerPid", consumer ? transfer.peerPid().orElse("") : transfer.id());
        transfer.flowId().ifPresent(id -> view.put("dataFlowId", id));
        transfer.dataPlane()
                .ifPresent(each -> view.put("dataPlane", each.endpoint().toString()));
        transfer.error().ifPresent(error -> view.put("error", error));
        return view;
    }

    private Answer request(ControlExchange exchange) throws Refusal {
        if (!exchange.request().method().equals("POST")) {
            throw new Refusal(Kind.METHOD, "GET or POST is required here");
        }
        ObjectNode message = Bodies.object(exchange.request(), false);
        Terms terms = terms(message);
        Transfer transfer = new Transfer(terms, TransferState.INITIAL, Optional.empty());
        if (edition.controlPlane().selects()
                && terms.offersEndpoint()
                && message.path("dataAddress") instanceof ObjectNode address) {
            // No data plane of the consumer could tell where it wants the data.
            transfer.offers(address.deepCopy());
        }
        transfers.add(transfer);
        exchange.about(transfer);
        conductor.begin(transfer, exchange);
        return Answer.json(201, view(transfer)).withHeader("Location", "/admin/transfers/" + transfer.id());
    }

    private Terms terms(ObjectNode message) throws Refusal {
        URI provider = Bodies.url(message, "counterPartyAddress");
        String agreement = Bodies.string(message, "agreementId");
        String format = Bodies.string(message, "format");
        Direction direction = edition.naming()
                .direction(format)
                .orElseThrow(() -> new Refusal(
                        Kind.TRANSFER_FORM,
                        "format",
                        "format " + edition.naming().rule()));
        List<String> labels = new ArrayList<>();
        message.path("labels").forEach(each -> labels.add(each.asString("")));
        JsonNode metadata = message.path("metadata");
        return new Terms(
                message.path("id").stringValue(UUID.randomUUID().toString()),
                Role.CONSUMER,
                form(message),
                agreement,
                message.path("datasetId").stringValue(options.dataset(agreement)),
                format,
                direction,
                message.path("counterPartyId").stringValue(options.counterPartyId()),
                provider,
                labels,
                metadata instanceof ObjectNode object ? Optional.of(object) : options.metadata());
    }

    private DspForm form(ObjectNode message) throws Refusal {
        String wanted = message.path("messageForm").stringValue(options.form().name());
        for (DspForm form : DspForm.values()) {
            if (form.name().equals(wanted)) {
                return form;
            }
        }
        throw new Refusal(Kind.INVALID_PROPERTY, "messageForm", "messageForm must be PROCESS_ID or TWO_PIDS");
    }

    private Answer act(ControlExchange exchange, Transfer transfer, String action) throws Refusal {
        if (!exchange.request().method().equals("POST")) {
            throw new Refusal(Kind.METHOD, "POST is required here");
        }
        Step step = ACTIONS.get(action);
        if (step == null) {
            throw new Refusal(Kind.UNKNOWN_PATH, "suspend, resume, complete and terminate are the actions");
        }
        Optional<String> reason = Json.tryObject(exchange.request().text())
                .map(body -> body.path("reason").stringValue(null));
        conductor.order(transfer, step, reason, exchange);
        return Answer.json(202, view(transfer));
    }
}
