package org.dpstck.reference.controlplane.signal;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dpstck.reference.controlplane.dataplane.DataPlane;
import org.dpstck.reference.controlplane.hook.MessageKind;
import org.dpstck.reference.controlplane.hook.Outgoing;
import org.dpstck.reference.controlplane.send.Reply;
import org.dpstck.reference.controlplane.transfer.Role;
import org.dpstck.reference.controlplane.transfer.Terms;
import org.dpstck.reference.controlplane.transfer.Transfer;
import org.dpstck.reference.edition.ReferenceEdition;
import org.dpstck.reference.edition.Route;
import org.dpstck.reference.http.Operation;
import org.dpstck.reference.json.Json;
import org.dpstck.reference.message.ResponseProperties;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The messages that this control plane writes to data planes (section "Data Plane Endpoint"). */
public final class SignalMessages implements Signals {

    private static final String ADDRESS = "dataAddress";

    private final ReferenceEdition edition;
    private final Identity identity;

    /** Writes in the forms of {@code edition}. */
    public SignalMessages(ReferenceEdition edition, Identity identity) {
        this.edition = edition;
        this.identity = identity;
    }

    /** Whether this edition names a signal that resumes a flow. */
    @Override
    public boolean canResume() {
        return resumption().isPresent();
    }

    @Override
    public boolean drives(Transfer transfer) {
        return true;
    }

    @Override
    public Optional<ObjectNode> answer(Reply reply) {
        return reply.object();
    }

    /** Prepare for a consumer, start for a provider, who also hands on the address to push to. */
    @Override
    public Outgoing opening(Transfer transfer, DataPlane dataPlane) {
        Terms terms = transfer.terms();
        boolean consumer = terms.role() == Role.CONSUMER;
        ObjectNode message = base(terms);
        labels(message, terms.labels());
        terms.metadata().ifPresent(metadata -> message.set("metadata", metadata));
        if (!consumer && !terms.offersEndpoint()) {
            transfer.peerAddress().ifPresent(address -> message.set(ADDRESS, address));
        }
        Route<Operation> route = edition.routes()
                .of(consumer ? Operation.PREPARE : Operation.START)
                .orElseThrow();
        URI target = URI.create(base(dataPlane) + route.at(""));
        return Outgoing.post(
                consumer ? MessageKind.PREPARE : MessageKind.START, transfer, target, Optional.of(message));
    }

    private ObjectNode base(Terms terms) {
        ObjectNode message = Json.object()
                .put("messageId", UUID.randomUUID().toString())
                .put("participantId", identity.participantId())
                .put("counterPartyId", terms.counterPartyId())
                .put("dataspaceContext", identity.dataspaceContext())
                .put("processId", terms.id())
                .put("agreementId", terms.agreementId())
                .put("datasetId", terms.datasetId())
                .put(edition.naming().member(), terms.transferName());
        if (edition.namesCallbacks()) {
            message.put("callbackAddress", identity.signaling().toString());
        }
        if (edition.required(Operation.START).contains("claims")) {
            message.putObject("claims").put("sub", terms.counterPartyId());
        }
        return message;
    }

    private static void labels(ObjectNode message, List<String> labels) {
        if (!labels.isEmpty()) {
            ArrayNode array = message.putArray("labels");
            labels.forEach(array::add);
        }
    }

    /** Tells the consumer's data plane that the transfer has started, where to pull from, and where responses go. */
    @Override
    public Outgoing started(Transfer transfer) {
        Operation operation =
                edition.routes().of(Operation.STARTED).isPresent() ? Operation.STARTED : Operation.START_FLOW;
        ObjectNode message = minimal(transfer, operation);
        transfer.peerAddress()
                .filter(address -> !transfer.terms().offersEndpoint() || ResponseProperties.areIn(address))
                .ifPresent(address -> message.set(ADDRESS, address));
        return signal(MessageKind.STARTED, transfer, operation, Optional.of(message));
    }

    /** Resumes the flow, at the address that the counter-party has offered anew if it has. */
    @Override
    public Outgoing resume(Transfer transfer) {
        Operation operation = resumption().orElseThrow();
        ObjectNode message = minimal(transfer, operation);
        if (!transfer.terms().offersEndpoint()) {
            transfer.peerAddress().ifPresent(address -> message.set(ADDRESS, address));
        }
        return signal(MessageKind.RESUME, transfer, operation, Optional.of(message));
    }

    private Optional<Operation> resumption() {
        return List.of(Operation.RESUME, Operation.START_FLOW).stream()
                .filter(each -> edition.routes().of(each).isPresent())
                .findFirst();
    }

    /** Suspends the flow. */
    @Override
    public Outgoing suspend(Transfer transfer, Optional<String> reason) {
        return reasoned(MessageKind.SUSPEND, transfer, Operation.SUSPEND, reason);
    }

    /** Terminates the flow. */
    @Override
    public Outgoing terminate(Transfer transfer, Optional<String> reason) {
        return reasoned(MessageKind.TERMINATE, transfer, Operation.TERMINATE, reason);
    }

    private Outgoing reasoned(MessageKind kind, Transfer transfer, Operation operation, Optional<String> reason) {
        ObjectNode message = minimal(transfer, operation);
        reason.ifPresent(text -> message.put("reason", text));
        return signal(kind, transfer, operation, Optional.of(message));
    }

    /** By {@code completed} where that is heard, which has no message, else by {@code terminate}. */
    @Override
    public Outgoing completed(Transfer transfer) {
        if (!transfer.terms().offersEndpoint()) {
            return terminate(transfer, Optional.of("the transfer has been completed"));
        }
        return signal(MessageKind.COMPLETED, transfer, Operation.COMPLETED, Optional.empty());
    }

    private ObjectNode minimal(Transfer transfer, Operation operation) {
        ObjectNode message = Json.object();
        for (String name : edition.required(operation)) {
            message.put(
                    name,
                    name.equals("processId") ? transfer.id() : UUID.randomUUID().toString());
        }
        return message;
    }

    private Outgoing signal(MessageKind kind, Transfer transfer, Operation operation, Optional<ObjectNode> message) {
        String id = URLEncoder.encode(transfer.flowId().orElseThrow(), StandardCharsets.UTF_8)
                .replace("+", "%20");
        String path = edition.routes().of(operation).orElseThrow().at(id);
        URI target = URI.create(base(transfer.dataPlane().orElseThrow()) + path);
        return Outgoing.post(kind, transfer, target, message);
    }

    private static String base(DataPlane dataPlane) {
        return dataPlane.endpoint().toString().replaceFirst("/+$", "");
    }
}
