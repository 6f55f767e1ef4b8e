package org.dpstck.controlplane.flow;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dpstck.core.exchange.Outgoing;
import org.dpstck.core.exchange.Reply;

/** Endpoint data references: what a consumer keeps of the data address that the other side has told. */
public final class DataReferences {

    private DataReferences() {}

    /** A data address of the other side of a transfer that it has not told before. */
    public static Map<String, Object> another(Transfer transfer) {
        var own = UUID.randomUUID();
        return Drafts.address(transfer.shared(), own.toString(), "token-" + own);
    }

    /** Reads the reference of a transfer; empty where the description does not say where it is. */
    public static Optional<Reply> read(Transfer transfer) {
        var shared = transfer.shared();
        return shared.system()
                .controlPlane()
                .dataPlanes()
                .reference()
                .at(transfer.triggerId(), transfer.systemPid().orElse(""))
                .map(url -> shared.references()
                        .send(transfer.journal(), "endpoint data reference", new Outgoing("GET", url, null, null)));
    }
}
