package org.dpstck.reference.controlplane.dsp;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dpstck.reference.ControlPlaneOptions;
import org.dpstck.reference.controlplane.dataplane.DataPlane;
import org.dpstck.reference.controlplane.dataplane.DataPlanes;
import org.dpstck.reference.controlplane.hook.ControlHooks;
import org.dpstck.reference.controlplane.hook.ControlRule;
import org.dpstck.reference.controlplane.transfer.Role;
import org.dpstck.reference.controlplane.transfer.Terms;
import org.dpstck.reference.controlplane.transfer.Transfer;
import org.dpstck.reference.controlplane.transfer.TransferState;
import org.dpstck.reference.controlplane.transfer.Transfers;
import org.dpstck.reference.edition.ReferenceEdition;
import org.dpstck.reference.flow.Direction;
import org.dpstck.reference.http.Refusal;
import org.dpstck.reference.http.Refusal.Kind;
import org.dpstck.reference.message.Bodies;
import tools.jackson.databind.node.ObjectNode;

/** Takes the requests of consumers: each makes a process, unless the same consumer has sent it before. */
public final class Requests {

    private final ReferenceEdition edition;
    private final ControlPlaneOptions options;
    private final DataPlanes dataPlanes;
    private final Transfers transfers;
    private final ControlHooks hooks;

    /** Adds what is requested to {@code transfers}. */
    public Requests(
            ReferenceEdition edition,
            ControlPlaneOptions options,
            DataPlanes dataPlanes,
            Transfers transfers,
            ControlHooks hooks) {
        this.edition = edition;
        this.options = options;
        this.dataPlanes = dataPlanes;
        this.transfers = transfers;
        this.hooks = hooks;
    }

    /**
     * What a request has led to.
     *
     * @param transfer the process
     * @param isNew whether it was made now
     */
    record Requested(Transfer transfer, boolean isNew) {}

    /** Finds or makes the process that a message requests. */
    Requested take(ObjectNode message) throws Refusal {
        String pid = DspReader.consumerPid(message);
        URI callback = DspReader.callbackAddress(message);
        String agreement = Bodies.string(message, "agreementId");
        String format = Bodies.string(message, "format");
        Direction direction = edition.naming()
                .direction(format)
                .orElseThrow(() -> new Refusal(
                        Kind.TRANSFER_FORM,
                        "format",
                        "format " + edition.naming().rule()));
        Optional<ObjectNode> address = DspReader.address(message);
        checkAddress(direction, address);
        synchronized (transfers) {
            Optional<Transfer> before = transfers.requested(pid, callback);
            if (before.isPresent() && hooks.keeps(ControlRule.REQUEST_IDEMPOTENT)) {
                return new Requested(before.get(), false);
            }
            if (!options.knowsAgreement(agreement)) {
                throw new Refusal(
                        Kind.INVALID_PROPERTY, "agreementId", "there is no agreement " + agreement + " between us");
            }
            if (candidates(format).isEmpty()) {
                boolean away = dataPlanes.all().stream().anyMatch(each -> each.serves(format));
                throw new Refusal(
                        away ? Kind.NOBODY_AVAILABLE : Kind.UNSERVED_TRANSFER,
                        "format",
                        "no data plane serves " + format);
            }
            Terms terms = new Terms(
                    hooks.named(UUID.randomUUID().toString()),
                    Role.PROVIDER,
                    DspReader.form(message),
                    agreement,
                    options.dataset(agreement),
                    format,
                    direction,
                    options.counterPartyId(),
                    callback,
                    options.labels(),
                    options.metadata());
            Transfer transfer = new Transfer(terms, TransferState.REQUESTED, Optional.of(pid));
            address.ifPresent(transfer::isOffered);
            transfers.add(transfer);
            return new Requested(transfer, true);
        }
    }

    private List<DataPlane> candidates(String format) {
        return edition.controlPlane().selects()
                ? dataPlanes.serving(format, options.source())
                : dataPlanes.serving(format, options.labels());
    }

    /** The address of a consumer is for a provider that pushes, and for nobody else. */
    private static void checkAddress(Direction direction, Optional<ObjectNode> address) throws Refusal {
        if (direction == Direction.PUSH && address.isEmpty()) {
            throw new Refusal(Kind.DATA_ADDRESS_MISSING, "dataAddress", "a provider cannot push without a dataAddress");
        }
        if (direction == Direction.PULL && address.isPresent()) {
            throw new Refusal(Kind.DATA_ADDRESS_FORBIDDEN, "dataAddress", "dataAddress is for push transfers only");
        }
    }
}
