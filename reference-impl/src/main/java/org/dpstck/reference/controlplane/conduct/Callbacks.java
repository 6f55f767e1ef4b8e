package org.dpstck.reference.controlplane.conduct;

import java.util.Locale;
import java.util.Optional;
import org.dpstck.reference.controlplane.hook.ControlExchange;
import org.dpstck.reference.controlplane.hook.ControlHooks;
import org.dpstck.reference.controlplane.hook.ControlRule;
import org.dpstck.reference.controlplane.transfer.FlowPhase;
import org.dpstck.reference.controlplane.transfer.Role;
import org.dpstck.reference.controlplane.transfer.Step;
import org.dpstck.reference.controlplane.transfer.Transfer;
import org.dpstck.reference.controlplane.transfer.TransferState;
import org.dpstck.reference.edition.ControlPlaneForm;
import org.dpstck.reference.http.Refusal;
import org.dpstck.reference.http.Refusal.Kind;
import org.dpstck.reference.message.ResponseProperties;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the callbacks of a data plane do to a transfer (section "Control Plane Endpoint").
 *
 * <p>A callback may overtake the answer that it belongs to: prepared and started are taken while that is on its way, the
 * other two wait for it.
 */
public final class Callbacks {

    private static final long PATIENCE_MILLIS = 3_000;

    private final ControlPlaneForm form;
    private final ControlHooks hooks;
    private final Conductor conductor;

    /** Passes on to {@code conductor} what follows. */
    public Callbacks(ControlPlaneForm form, ControlHooks hooks, Conductor conductor) {
        this.form = form;
        this.hooks = hooks;
        this.conductor = conductor;
    }

    /**
     * The consumer's flow is PREPARED.
     *
     * @throws Refusal if nothing was to be prepared, or the address is missing
     */
    public void prepared(Transfer transfer, ObjectNode message, ControlExchange exchange) throws Refusal {
        synchronized (transfer) {
            boolean due = transfer.terms().role() == Role.CONSUMER
                    && transfer.state() == TransferState.INITIAL
                    && transfer.phase().isOpening();
            if (!due && transfer.phase() == FlowPhase.PREPARED) {
                conductor.repeated(transfer, Step.REQUEST, exchange);
            }
            open(transfer, message, due, FlowPhase.PREPARED, exchange);
        }
    }

    /**
     * The flow is STARTED; a consumer's may say so again after it was told.
     *
     * @throws Refusal if nothing was to be started, or the address is missing
     */
    public void started(Transfer transfer, ObjectNode message, ControlExchange exchange) throws Refusal {
        synchronized (transfer) {
            boolean told = transfer.terms().role() == Role.CONSUMER
                    && transfer.phase() == FlowPhase.STARTED
                    && transfer.state() == TransferState.STARTED;
            boolean opening = transfer.phase().isOpening()
                    && transfer.state() != TransferState.INITIAL
                    && !transfer.state().isTerminal();
            open(transfer, message, told || opening, FlowPhase.STARTED, exchange);
        }
    }

    private void open(Transfer transfer, ObjectNode message, boolean due, FlowPhase target, ControlExchange exchange)
            throws Refusal {
        if (!due) {
            throw wrongState(transfer, target.name().toLowerCase(Locale.ROOT));
        }
        if (transfer.phase() == FlowPhase.CALLING && !hooks.keeps(ControlRule.HEEDS_EARLY_CALLBACKS)) {
            return;
        }
        Optional<ObjectNode> address = FlowDriver.address(message);
        if (transfer.terms().offersEndpoint()
                && address.isEmpty()
                && transfer.ownAddress().isEmpty()) {
            throw new Refusal(Kind.DATA_ADDRESS_MISSING, "dataAddress", "the dataAddress is missing");
        }
        address.filter(it -> transfer.terms().offersEndpoint() || ResponseProperties.areIn(it))
                .ifPresent(transfer::offers);
        if (transfer.flowId().isEmpty() && message.path("dataFlowId").isString()) {
            transfer.flowHasId(message.path("dataFlowId").stringValue());
        }
        transfer.flowIs(target);
        conductor.opened(transfer, exchange);
    }

    /**
     * Everything is transferred.
     *
     * @throws Refusal if the flow has not started
     */
    public void completed(Transfer transfer, ControlExchange exchange) throws Refusal {
        awaitAnswer(transfer);
        synchronized (transfer) {
            if (transfer.phase() != FlowPhase.STARTED || transfer.state().isTerminal()) {
                // The message of the first one may still be on its way.
                if (transfer.phase() == FlowPhase.ENDED && transfer.state() != TransferState.TERMINATED) {
                    conductor.repeated(transfer, Step.COMPLETE, exchange);
                }
                throw wrongState(transfer, "completed");
            }
            transfer.flowIs(FlowPhase.ENDED);
            conductor.then(transfer, exchange, () -> conductor.completedByFlow(transfer));
        }
    }

    /**
     * The wire is broken for good: the end in some editions, and in others nothing that anybody is told of.
     *
     * @throws Refusal if there is no flow, or the transfer has ended
     */
    public void errored(Transfer transfer, ObjectNode message, ControlExchange exchange) throws Refusal {
        awaitAnswer(transfer);
        synchronized (transfer) {
            boolean flows = transfer.phase() != FlowPhase.NONE && transfer.phase() != FlowPhase.ENDED;
            if (!flows || transfer.state().isTerminal()) {
                if (form.erroredTerminates()
                        && transfer.phase() == FlowPhase.ENDED
                        && transfer.state() != TransferState.COMPLETED) {
                    conductor.repeated(transfer, Step.TERMINATE, exchange);
                }
                throw wrongState(transfer, "errored");
            }
            transfer.erred(message.path("error").stringValue("the data plane has reported an error"));
            boolean ends = form.erroredTerminates() == hooks.keeps(ControlRule.ERRORED_AS_EDITION_SAYS);
            boolean told = form.erroredTerminates() == hooks.keeps(ControlRule.ERRORED_TOLD_AS_EDITION_SAYS);
            if (ends) {
                transfer.flowIs(FlowPhase.ENDED);
                Optional<String> reason = transfer.error();
                conductor.then(transfer, exchange, () -> conductor.terminate(transfer, reason, told));
            }
        }
    }

    private static void awaitAnswer(Transfer transfer) throws Refusal {
        try {
            transfer.awaitAnswer(PATIENCE_MILLIS);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new Refusal(Kind.WRONG_STATE, "the control plane is being closed");
        }
    }

    private static Refusal wrongState(Transfer transfer, String callback) {
        return new Refusal(
                Kind.WRONG_STATE,
                callback + " is not expected: the transfer is " + transfer.state() + ", its data flow "
                        + transfer.phase());
    }
}
