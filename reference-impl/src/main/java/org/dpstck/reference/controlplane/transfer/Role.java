package org.dpstck.reference.controlplane.transfer;

import java.util.Locale;
import org.dpstck.reference.flow.Direction;

/** Which party of a transfer process this control plane is. */
public enum Role {
    CONSUMER,
    PROVIDER;

    /** Whether the data plane of this party offers the end point of the wire: the push consumer's, the pull provider's. */
    public boolean offersEndpoint(Direction direction) {
        return (this == CONSUMER) == (direction == Direction.PUSH);
    }

    /** The role in words. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
