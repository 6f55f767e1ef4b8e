package org.dpstck.reference.controlplane.signal;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.dpstck.reference.controlplane.dataplane.DataPlane;
import org.dpstck.reference.controlplane.hook.MessageKind;
import org.dpstck.reference.controlplane.hook.Outgoing;
import org.dpstck.reference.controlplane.send.Reply;
import org.dpstck.reference.controlplane.transfer.Role;
import org.dpstck.reference.controlplane.transfer.Terms;
import org.dpstck.reference.controlplane.transfer.Transfer;
import org.dpstck.reference.flow.Direction;
import org.dpstck.reference.json.Json;
import org.dpstck.reference.message.JsonLdAddresses;
import org.dpstck.reference.message.JsonLdMessages;
import tools.jackson.databind.node.ObjectNode;

/** The messages of the EDC's own interface (section "Signaling protocol messages and API endpoints"), which are JSON-LD. */
public final class SourcedSignals implements Signals {

    private static final String COLLECTION = "/v1/dataflows";
    private static final String ADDRESS = "dataAddress";

    private final Identity identity;
    private final String sourceType;

    /** Writes of sources of this type. */
    public SourcedSignals(Identity identity, String sourceType) {
        this.identity = identity;
        this.sourceType = sourceType;
    }

    /** A start of a flow that was suspended is a start. */
    @Override
    public boolean canResume() {
        return true;
    }

    /** The document knows data planes of providers alone. */
    @Override
    public boolean drives(Transfer transfer) {
        return transfer.terms().role() == Role.PROVIDER;
    }

    @Override
    public Outgoing opening(Transfer transfer, DataPlane dataPlane) {
        return start(MessageKind.START, transfer, dataPlane);
    }

    @Override
    public Outgoing resume(Transfer transfer) {
        return start(MessageKind.RESUME, transfer, transfer.dataPlane().orElseThrow());
    }

    private Outgoing start(MessageKind kind, Transfer transfer, DataPlane dataPlane) {
        Terms terms = transfer.terms();
        ObjectNode message = typed("DataFlowStartMessage")
                .put("@id", terms.id())
                .put("processId", terms.id())
                .put("datasetId", terms.datasetId())
                .put("participantId", terms.counterPartyId())
                .put("agreementId", terms.agreementId())
                .put("transferType", terms.transferName());
        message.putObject("sourceDataAddress")
                .put("type", sourceType)
                .put("baseUrl", "https://source.example/datasets/" + encoded(terms.datasetId()));
        if (terms.direction() == Direction.PUSH) {
            transfer.peerAddress()
                    .ifPresent(address -> message.set("destinationDataAddress", JsonLdAddresses.written(address)));
        }
        message.put("callbackAddress", identity.signaling().toString());
        message.putObject("properties").put("key", "value");
        return Outgoing.post(kind, transfer, URI.create(base(dataPlane) + COLLECTION), Optional.of(message));
    }

    /** Only a provider's data plane is driven here, and what tells it of a start is a start. */
    @Override
    public Outgoing started(Transfer transfer) {
        return resume(transfer);
    }

    @Override
    public Outgoing suspend(Transfer transfer, Optional<String> reason) {
        return reasoned(MessageKind.SUSPEND, "DataFlowSuspendMessage", transfer, reason);
    }

    @Override
    public Outgoing terminate(Transfer transfer, Optional<String> reason) {
        return reasoned(MessageKind.TERMINATE, "DataFlowTerminateMessage", transfer, reason);
    }

    /** Access ends with the transfer, and there is no other signal that ends it. */
    @Override
    public Outgoing completed(Transfer transfer) {
        return terminate(transfer, Optional.of("the transfer has been completed"));
    }

    private static Outgoing reasoned(MessageKind kind, String type, Transfer transfer, Optional<String> reason) {
        ObjectNode message = typed(type);
        reason.ifPresent(text -> message.put("reason", text));
        String path = COLLECTION + "/" + encoded(transfer.flowId().orElseThrow()) + "/" + kind.word();
        URI target = URI.create(base(transfer.dataPlane().orElseThrow()) + path);
        return Outgoing.post(kind, transfer, target, Optional.of(message));
    }

    /** An answer without a message, or with one that nobody understands, is an acknowledgement all the same. */
    @Override
    public Optional<ObjectNode> answer(Reply reply) {
        ObjectNode message = JsonLdMessages.read(reply.body()).orElseGet(Json::object);
        if (message.get(ADDRESS) instanceof ObjectNode address) {
            message.set(ADDRESS, JsonLdAddresses.read(address));
        }
        return Optional.of(message);
    }

    private static ObjectNode typed(String type) {
        ObjectNode message = Json.object();
        message.putObject("@context").put("@vocab", JsonLdMessages.EDC).put("dspace", JsonLdMessages.DSPACE);
        return message.put("@type", type);
    }

    private static String base(DataPlane dataPlane) {
        return dataPlane.endpoint().toString().replaceFirst("/+$", "");
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
