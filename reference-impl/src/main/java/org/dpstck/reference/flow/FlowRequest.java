package org.dpstck.reference.flow;

import java.net.URI;
import java.util.Optional;

/**
 * What a prepare or start message said, reduced to what this data plane needs.
 *
 * @param processId the transfer process id of the control plane
 * @param participantId the participant this plane works for, or an empty string
 * @param counterPartyId the participant on the other side, or an empty string
 * @param datasetId the dataset; {@code stream} is endless, {@code service} tells what it was asked for, everything else is finite
 * @param callbackAddress where the control plane receives callbacks, if the message says so
 * @param transferName what kind of transfer it is: the transfer type or the profile
 * @param direction push or pull
 * @param responseType the type of the response channel, if the transfer has one
 * @param dataAddress where a push provider sends the data
 * @param source where the data comes from, if the message says so
 * @param wishes what the metadata asks of this implementation
 */
public record FlowRequest(
        String processId,
        String participantId,
        String counterPartyId,
        String datasetId,
        Optional<URI> callbackAddress,
        String transferName,
        Direction direction,
        Optional<String> responseType,
        Optional<DataAddress> dataAddress,
        Optional<DataSource> source,
        Wishes wishes) {

    /** Whether the dataset is a service that tells what it was asked for. */
    public boolean isService() {
        return "service".equals(datasetId);
    }

    /** Whether the dataset has no end. */
    public boolean isEndless() {
        return "stream".equals(datasetId);
    }
}
