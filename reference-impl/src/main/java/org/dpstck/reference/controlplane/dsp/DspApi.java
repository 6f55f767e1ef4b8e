package org.dpstck.reference.controlplane.dsp;

import java.util.List;
import java.util.Optional;
import org.dpstck.reference.controlplane.conduct.Conductor;
import org.dpstck.reference.controlplane.hook.ControlExchange;
import org.dpstck.reference.controlplane.transfer.Role;
import org.dpstck.reference.controlplane.transfer.Transfer;
import org.dpstck.reference.controlplane.transfer.Transfers;
import org.dpstck.reference.edition.Route;
import org.dpstck.reference.edition.Routes;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Refusal;
import org.dpstck.reference.http.Refusal.Kind;
import org.dpstck.reference.http.Request;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The end points of the Dataspace Protocol for transfer processes: a request in, an answer out. */
public final class DspApi {

    private static final Routes<DspOperation> CALLBACKS = Routes.<DspOperation>none()
            .and(DspOperation.START, "POST", "/transfers/:id/start")
            .and(DspOperation.SUSPENSION, "POST", "/transfers/:id/suspension")
            .and(DspOperation.COMPLETION, "POST", "/transfers/:id/completion")
            .and(DspOperation.TERMINATION, "POST", "/transfers/:id/termination")
            .and(DspOperation.SHOW, "GET", "/transfers/:id");

    private static final Routes<DspOperation> PROVIDER = CALLBACKS
            .and(DspOperation.REQUEST, "POST", "/transfers/request")
            .and(DspOperation.CATALOG, "POST", "/catalog/request");

    private final Role role;
    private final Transfers transfers;
    private final Requests requests;
    private final Conductor conductor;
    private final Optional<Catalogs> catalogs;

    /** Serves what is addressed to this party. */
    public DspApi(Role role, Transfers transfers, Requests requests, Conductor conductor, Optional<Catalogs> catalogs) {
        this.role = role;
        this.transfers = transfers;
        this.requests = requests;
        this.conductor = conductor;
        this.catalogs = catalogs;
    }

    /** The operations at a path below the base URL of this party, each with a method of its own. */
    public List<Route<DspOperation>> routes(List<String> segments) {
        return (role == Role.PROVIDER ? PROVIDER : CALLBACKS).at(segments);
    }

    /**
     * Serves one request.
     *
     * @throws Refusal if it cannot be honoured
     */
    public Answer serve(ControlExchange exchange, Route<DspOperation> route) throws Refusal {
        Request request = exchange.request();
        if (route.operation() == DspOperation.REQUEST) {
            Requests.Requested requested = requests.take(DspReader.message(request, DspOperation.REQUEST));
            exchange.about(requested.transfer());
            Answer answer = Answer.json(201, DspMessages.process(requested.transfer()));
            if (requested.isNew()) {
                conductor.begin(requested.transfer(), exchange);
            }
            return answer;
        }
        if (route.operation() == DspOperation.CATALOG) {
            DspReader.message(request, DspOperation.CATALOG);
            return Answer.json(200, catalogs.orElseThrow().catalog());
        }
        String pid = route.id(request.segments());
        Transfer transfer = transfers
                .find(pid, role)
                .orElseThrow(() -> new Refusal(Kind.UNKNOWN_TRANSFER, "there is no transfer process " + pid));
        exchange.about(transfer);
        if (route.operation() != DspOperation.SHOW) {
            ObjectNode message = DspReader.message(request, route.operation());
            checkPids(message, transfer, route.operation(), exchange);
            if (transfer.peerPid().isEmpty()) {
                // It has overtaken the acknowledgement, and tells the id as well.
                Optional.of(message.path("providerPid").stringValue(""))
                        .filter(peerPid -> !peerPid.isBlank())
                        .ifPresent(transfer::knownToPeerAs);
            }
            conductor.received(transfer, route.operation().step(), DspReader.address(message), exchange);
        }
        return Answer.json(200, DspMessages.process(transfer));
    }

    private void checkPids(ObjectNode message, Transfer transfer, DspOperation operation, ControlExchange exchange)
            throws Refusal {
        try {
            DspReader.checkPids(message, transfer);
        } catch (Refusal foreign) {
            conductor.strayed(transfer, operation.step(), exchange);
            throw foreign;
        }
    }

    /** A refusal as a TransferError; only an unknown process or path is another status than 400. */
    public Answer refuse(ControlExchange exchange, Refusal refusal) {
        int status = refusal.kind() == Kind.WRONG_STATE ? 400 : refusal.kind().status();
        ObjectNode error = exchange.transfer()
                .map(transfer -> transfer.terms().form().about("TransferError", transfer))
                .orElseGet(() -> nameless(exchange.request()));
        error.put("code", refusal.kind().name());
        error.putArray("reason").add(refusal.getMessage());
        return Answer.json(status, error);
    }

    /** About no process that is known, so with the ids of the message as far as it has some. */
    private ObjectNode nameless(Request request) {
        JsonNode message = Json.tryObject(request.text()).orElseGet(Json::object);
        String id = request.segments().stream()
                .skip(1)
                .filter(each -> !each.equals("transfers"))
                .findFirst()
                .orElse("");
        DspForm form = message.has("processId") || message.has("@id") && !message.has("consumerPid")
                ? DspForm.PROCESS_ID
                : DspForm.TWO_PIDS;
        String consumer = message.path("consumerPid")
                .stringValue(message.path("processId")
                        .stringValue(message.path("@id").stringValue("unknown")));
        return form.about(
                "TransferError",
                consumer,
                message.path("providerPid")
                        .stringValue(Optional.of(id)
                                .filter(text -> !text.equals("request"))
                                .orElse("unknown")));
    }
}
