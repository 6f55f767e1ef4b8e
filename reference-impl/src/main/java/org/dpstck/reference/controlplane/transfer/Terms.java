package org.dpstck.reference.controlplane.transfer;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.dpstck.reference.controlplane.dsp.DspForm;
import org.dpstck.reference.flow.Direction;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is settled about a transfer from its beginning on.
 *
 * @param id the id that this control plane gives the process, in its messages to the data plane too
 * @param role which party this control plane is
 * @param form the form of the messages between the parties
 * @param agreementId the agreement
 * @param datasetId what is transferred
 * @param transferName the transfer type or profile, and the {@code format} of the request
 * @param direction push or pull
 * @param counterPartyId the participant on the other side
 * @param counterPartyAddress where its messages go: the provider's base URL, or the consumer's callback address
 * @param labels what the data plane has to be labelled with
 * @param metadata what the data plane is told besides
 */
public record Terms(
        String id,
        Role role,
        DspForm form,
        String agreementId,
        String datasetId,
        String transferName,
        Direction direction,
        String counterPartyId,
        URI counterPartyAddress,
        List<String> labels,
        Optional<ObjectNode> metadata) {

    /** Takes copies. */
    public Terms {
        labels = List.copyOf(labels);
        metadata = metadata.map(ObjectNode::deepCopy);
    }

    /** Whether this party's data plane offers the end point of the wire. */
    public boolean offersEndpoint() {
        return role.offersEndpoint(direction);
    }
}
