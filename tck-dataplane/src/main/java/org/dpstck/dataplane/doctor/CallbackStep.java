package org.dpstck.dataplane.doctor;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.dpstck.core.doctor.Finding;
import org.dpstck.core.doctor.LocalAddresses;
import org.dpstck.core.doctor.Step;
import org.dpstck.core.exchange.Durations;
import org.dpstck.core.exchange.TcpProbe;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.sut.TriggerPoint;

/** The system reaches the kit: a callback arrives that an asynchronous answer or a trigger made due. */
final class CallbackStep implements Step<Examination> {

    static final String ID = "callback.advertise";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<String> standsOn() {
        return List.of(EditionStep.ID, BindStep.ID, RegistrationStep.ID);
    }

    @Override
    public Finding look(Examination examination) {
        if (examination.accepted().isEmpty()) {
            return Finding.notChecked(IdsStep.BLAMED);
        }
        var awaited = examination.trials().awaited();
        var arrived = awaited.values().stream()
                .filter(trial -> trial.effects().arrival().isPresent())
                .findFirst();
        if (arrived.isPresent()) {
            return Finding.ok("the callback " + arrived.get().callback() + " of the system arrived at "
                    + examination.shared().standIn().address());
        }
        var standIn = examination.shared().standIn();
        if (standIn.total() > 0) {
            return Finding.warning(
                    "the system reaches " + standIn.address() + " (" + standIn.total()
                            + " requests), but no callback came where and how it was due",
                    "The address is right. Why the callbacks are not, a run will tell.",
                    "Look at the cases CALLBACK-ADDRESS and CALLBACK-TRANSFER-ID of a run.");
        }
        var due = awaited.entrySet().stream()
                .filter(trial -> trial.getValue().effects().moved())
                .findFirst();
        if (due.isPresent()) {
            return missing(examination, due.get().getKey(), due.get().getValue());
        }
        return awaited.isEmpty()
                ? nothingDue()
                : unmoved(awaited.values().iterator().next());
    }

    private static Finding missing(Examination examination, TriggerPoint point, Trial trial) {
        var address = examination.shared().standIn().address();
        var effects = trial.effects();
        var observed = "the flow is " + effects.state().orElse("where it should be") + ", but no callback "
                + trial.callback() + " came within " + Durations.text(effects.waited()) + " at " + address
                + own(address, examination);
        var meaning = "What the system says by callback does not reach the kit: cases about asynchronous answers and"
                + " callbacks fail, for a reason that may not be the system's.";
        var now = examination.system().callback();
        var addresses = LocalAddresses.besides(
                examination.reach().reached(),
                TcpProbe.host(examination.system().url()),
                now);
        if (examination.edition().callsBackWhereRegistered()
                && !examination.system().can(Capability.REGISTRATION)) {
            // Only the owner of the system can try another address.
            return Finding.problem(
                            observed,
                            meaning,
                            "Set " + examination.shared().standIn().sharedAddress()
                                    + " in the system as the endpoint of its control plane, or declare registration.",
                            "If it is set, it is no address by which the system reaches this machine; others are below.")
                    .suggesting(LocalAddresses.settings(addresses, now));
        }
        var proven = AddressProof.among(addresses, examination, point);
        if (proven.isPresent()) {
            return Finding.problem(
                            observed,
                            meaning,
                            "Write this into the description; the callback came there when it was tried just now.")
                    .suggesting(LocalAddresses.settings(proven.get(), now));
        }
        return Finding.problem(observed, meaning, changes()).suggesting(LocalAddresses.settings(addresses, now));
    }

    private static String[] changes() {
        var changes = new ArrayList<String>();
        changes.add("Write the address by which the system reaches this machine; the likeliest come first below, and at"
                + " those that the kit could try no callback came either.");
        if (LocalAddresses.contained()) {
            changes.add("The kit itself runs in a container: publish a port (docker run -p 9090:9090), write"
                    + " `callback.bind: 0.0.0.0:9090`, and advertise an address of the machine around it.");
        }
        changes.add("Open the port for the system (firewall), and look at the system's log for why it does not call, or"
                + " calls elsewhere.");
        return changes.toArray(String[]::new);
    }

    /** Whether at least this machine reaches the address; a name of a container network may be unknown here. */
    private static String own(String address, Examination examination) {
        var probe =
                TcpProbe.of(URI.create(address), examination.system().timeouts().connect());
        if (probe.connected() || probe.kind() == TcpProbe.Kind.NO_ADDRESS) {
            return "";
        }
        return ", which even this machine does not reach (" + probe.failures().get(0) + ")";
    }

    private static Finding nothingDue() {
        return Finding.notChecked(
                "nothing made the system call back",
                "Configure triggers.prepare-async, start-async, complete or fail: with any of them it can be tried."
                        + " Without, cases about callbacks are UNTESTED.");
    }

    private static Finding unmoved(Trial trial) {
        return Finding.notChecked(
                "no callback became due: " + trial.observed(),
                "Correct the triggers below first; then it can be tried.");
    }
}
