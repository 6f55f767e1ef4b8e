package org.dpstck.controlplane.doctor;

import java.util.List;
import org.dpstck.core.doctor.Finding;
import org.dpstck.core.doctor.LocalAddresses;
import org.dpstck.core.doctor.Step;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.sut.HttpTrigger;
import org.dpstck.core.sut.TriggerPoint;

/** The trigger request-transfer makes the control plane ask, and its answer tells the id of the transfer. */
final class AskingStep implements Step<Examination> {

    static final String ID = "triggers." + TriggerPoint.REQUEST_TRANSFER.id();

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<String> standsOn() {
        return List.of(LocalAddresses.BIND, RegistrationStep.ID);
    }

    @Override
    public Finding look(Examination examination) {
        var trigger = examination.system().trigger(TriggerPoint.REQUEST_TRANSFER);
        if (trigger.isEmpty()) {
            return Finding.notChecked(
                    "not configured",
                    examination.system().can(Capability.CONSUMER)
                            ? "Without it the cases about a consumer are UNTESTED: configure it, or take consumer out of"
                                    + " capabilities."
                            : "Nothing needs it: consumer is not among the capabilities.");
        }
        if (!examination.system().can(Capability.CONSUMER)) {
            return Finding.notChecked("consumer is not among the capabilities");
        }
        var asked = examination.asked();
        if (asked.isEmpty()) {
            return Finding.problem(
                    examination.unasked(),
                    "Cases about the consumer are inconclusive.",
                    "Correct the trigger: its address, what it sends, and the placeholders {counterPartyAddress},"
                            + " {agreementId}, {datasetId}, {transferType} in it. If it names transferId, that is the"
                            + " JSON pointer to the id in the answer.",
                    "See in the system's log whether it took the order, and whether its data plane was prepared.");
        }
        var pointer = trigger.filter(HttpTrigger.class::isInstance)
                .map(HttpTrigger.class::cast)
                .flatMap(HttpTrigger::transfer);
        var came = "the TransferRequestMessage came to "
                + asked.get().counterParty().url();
        if (pointer.isEmpty()) {
            return Finding.ok(
                    came + "; {transferId} of the other triggers is its pid, because transferId names no place in"
                            + " the answer");
        }
        return Finding.ok(came + "; " + pointer.get() + " of the answer is "
                + examination.rehearsal().values(asked.get()).getOrDefault("transferId", "the pid"));
    }
}
