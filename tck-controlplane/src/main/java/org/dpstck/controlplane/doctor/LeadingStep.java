package org.dpstck.controlplane.doctor;

import java.util.List;
import java.util.Optional;
import org.dpstck.controlplane.flow.Transfer;
import org.dpstck.core.doctor.Finding;
import org.dpstck.core.doctor.LocalAddresses;
import org.dpstck.core.doctor.Step;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Side;
import org.dpstck.core.edition.TransferMessage;
import org.dpstck.core.exchange.Durations;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.sut.TriggerPoint;
import org.dpstck.core.verdict.Unjudgeable;

/** A trigger that leads a transfer on: it is fired at one of its own, and the message of the system awaited. */
final class LeadingStep implements Step<Examination> {

    private static final String STARTED = "STARTED";

    private final TriggerPoint point;

    LeadingStep(TriggerPoint point) {
        this.point = point;
    }

    @Override
    public String id() {
        return "triggers." + point.id();
    }

    @Override
    public List<String> standsOn() {
        return List.of(LocalAddresses.ADVERTISE);
    }

    @Override
    public Finding look(Examination examination) {
        if (examination.system().trigger(point).isEmpty()) {
            return Finding.notChecked(
                    "not configured",
                    "Without it the cases in which the system itself leads a transfer on in this way are UNTESTED:"
                            + " configure it if the system can.");
        }
        var kind = kind(examination);
        if (kind.isEmpty()) {
            return Finding.notChecked("no transfer comes about that it could be tried on");
        }
        try {
            return tried(examination, kind.get());
        } catch (Unjudgeable e) {
            return Finding.problem(
                    e.getMessage(),
                    "Cases that need this trigger are inconclusive.",
                    "Correct the trigger: its address, its placeholders ({transferId}, {processId}), its credentials.");
        }
    }

    /** A consumer's transfer where the trigger for one tells its id, else a provider's. */
    private static Optional<FlowKind> kind(Examination examination) {
        var direction = examination.directions().get(0);
        if (examination.accepted().isPresent()) {
            return examination.accepted().map(Opening::kind);
        }
        return examination.system().can(Capability.CONSUMER)
                        && examination.asked().isPresent()
                ? Optional.of(new FlowKind(Side.CONSUMER, direction))
                : Optional.empty();
    }

    private Finding tried(Examination examination, FlowKind kind) {
        var rehearsal = examination.rehearsal();
        var machine = examination.edition().transfers().machine();
        Transfer transfer = rehearsal.transfers().in(kind, machine.state(STARTED));
        examination.made().add(transfer);
        var message = message(examination);
        var before = transfer.messages(message).size();
        if (point == TriggerPoint.RESUME) {
            if (examination.system().trigger(TriggerPoint.SUSPEND).isEmpty()) {
                return Finding.notChecked(
                        "there is no trigger suspend, so nothing of the system's own is to be resumed");
            }
            try {
                rehearsal.fire(TriggerPoint.SUSPEND, transfer);
            } catch (Unjudgeable e) {
                return Finding.notChecked("because of the problem with triggers.suspend");
            }
            rehearsal.message(transfer, "suspension");
            rehearsal.transfers().settled(transfer, "SUSPENDED");
        }
        rehearsal.fire(point, transfer);
        var wait = examination.system().timeouts().callback();
        var came = transfer.counterParty().inbox().await(transfer.is(message), before + 1, wait);
        if (came.size() > before) {
            return Finding.ok("the " + message.type() + " of the system came");
        }
        return Finding.problem(
                "the trigger was fired without a complaint, and no " + message.type() + " came within "
                        + Durations.text(wait)
                        + transfer.state()
                                .map(state -> "; the transfer is " + state)
                                .orElse(""),
                "Cases that need this trigger are inconclusive.",
                "See in the system's log what it made of the order; check that {transferId} is the id that this interface of"
                        + " the system knows, which transferId of request-transfer points to.");
    }

    private TransferMessage message(Examination examination) {
        var name =
                switch (point) {
                    case SUSPEND -> "suspension";
                    case RESUME -> "start";
                    case COMPLETE -> "completion";
                    default -> "termination";
                };
        return examination.rehearsal().message(name);
    }
}
