package org.dpstck.reference.controlplane.signal;

import java.net.URI;

/**
 * What a control plane says of itself.
 *
 * @param participantId the participant that it speaks for
 * @param dataspaceContext the dataspace that it is used in
 * @param signaling the base URL of its signaling, where callbacks go
 */
public record Identity(String participantId, String dataspaceContext, URI signaling) {}
