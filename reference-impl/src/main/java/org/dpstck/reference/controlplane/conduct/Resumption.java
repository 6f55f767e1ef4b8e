package org.dpstck.reference.controlplane.conduct;

import java.util.Optional;
import org.dpstck.reference.controlplane.hook.ControlExchange;
import org.dpstck.reference.controlplane.hook.ControlRule;
import org.dpstck.reference.controlplane.transfer.Party;
import org.dpstck.reference.controlplane.transfer.Step;
import org.dpstck.reference.controlplane.transfer.Transfer;
import org.dpstck.reference.controlplane.transfer.TransferState;
import tools.jackson.databind.node.ObjectNode;

/**
 * Resumes transfers (section "Data Flow Suspension/Resumption").
 *
 * <p>In each of the four sequences the side whose data plane offers the end point resumes it first and then sends a start
 * with the address; the other side resumes its own data plane with that address. If it is the other side that resumes, it
 * asks with a start without an address. Where an edition names no signal, the transfer resumes and its data flow is left
 * alone.
 */
final class Resumption {

    private final Conductor conductor;
    private final Counterparty counterparty;
    private final FlowDriver flows;
    private final References references;
    private final boolean signalled;
    private final boolean providersLead;
    private final boolean waits;

    /** Resumes through these. */
    Resumption(Conductor conductor, Counterparty counterparty, FlowDriver flows, Means means) {
        this.conductor = conductor;
        this.counterparty = counterparty;
        this.flows = flows;
        this.references = means.references();
        this.signalled = means.signals().canResume();
        this.providersLead = means.form().selects();
        this.waits = means.hooks().keeps(ControlRule.RESUMES_WITH_ADDRESS);
    }

    /** Whether the data plane of this party is resumed before the other one is told. */
    private boolean leads(Transfer transfer) {
        return providersLead ? flows.drives(transfer) : transfer.terms().offersEndpoint();
    }

    /** Whether a start of the counter-party would be the answer to one of this party. */
    boolean isAwaited(Transfer transfer) {
        boolean there = transfer.state() == TransferState.STARTED
                || transfer.announced().filter(TransferState.STARTED::equals).isPresent();
        return transfer.awaitsReply() && there;
    }

    /** Takes that answer; the caller holds the transfer's monitor. */
    void answered(Transfer transfer, Optional<ObjectNode> address, ControlExchange exchange) {
        transfer.awaitReply(false);
        address.ifPresent(it -> {
            transfer.isOffered(it);
            references.started(transfer, it);
        });
        transfer.move(TransferState.STARTED);
        conductor.then(transfer, exchange, () -> conductor.conclude(transfer, flows.resume(transfer)));
    }

    /** Resumes because the operator wants it. */
    void bySelf(Transfer transfer) {
        synchronized (transfer) {
            if (!counterparty.decide(transfer, Step.START, Party.SELF).accepted()) {
                return;
            }
        }
        if (signalled && leads(transfer)) {
            transfer.onceOpen(() -> announce(transfer));
            conductor.conclude(transfer, flows.resume(transfer));
        } else {
            transfer.awaitReply(signalled);
            if (signalled && !waits) {
                conductor.conclude(transfer, flows.resume(transfer));
            }
            announce(transfer);
        }
    }

    private void announce(Transfer transfer) {
        if (!counterparty.tell(transfer, Step.START, Optional.empty())) {
            transfer.awaitReply(false);
            conductor.fail(transfer, transfer.error().orElse("the start was not acknowledged"));
        }
    }

    /** Resumes because the counter-party has. */
    void byPeer(Transfer transfer) {
        if (!signalled) {
            return;
        }
        if (leads(transfer)) {
            transfer.onceOpen(() -> conductor.replyToStart(transfer));
        }
        conductor.conclude(transfer, flows.resume(transfer));
    }
}
