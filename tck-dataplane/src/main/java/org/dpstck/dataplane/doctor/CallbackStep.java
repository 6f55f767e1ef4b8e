package org.dpstck.dataplane.doctor;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.dpstck.core.exchange.Durations;
import org.dpstck.core.exchange.TcpProbe;

/** The system reaches the kit: a callback arrives that an asynchronous answer or a trigger made due. */
final class CallbackStep implements Step {

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
        var arrived = awaited.stream()
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
        var due = awaited.stream().filter(trial -> trial.effects().moved()).findFirst();
        if (due.isPresent()) {
            return missing(examination, due.get());
        }
        return awaited.isEmpty() ? nothingDue() : unmoved(awaited.get(0));
    }

    private static Finding missing(Examination examination, Trial trial) {
        var address = examination.shared().standIn().address();
        var effects = trial.effects();
        var change = new ArrayList<String>();
        change.add("Write the address by which the system reaches this machine; the likeliest come first below.");
        if (LocalAddresses.contained()) {
            change.add("The kit itself runs in a container: publish a port (docker run -p 9090:9090), write"
                    + " `callback.bind: 0.0.0.0:9090`, and advertise an address of the machine around it.");
        }
        change.add(
                "If it is right: open the port for the system (firewall), and look at the system's log for why it does"
                        + " not call, or calls elsewhere.");
        return Finding.problem(
                        "the flow is " + effects.state().orElse("where it should be") + ", but no callback "
                                + trial.callback() + " came within " + Durations.text(effects.waited()) + " at "
                                + address + own(address, examination),
                        "What the system says by callback does not reach the kit: cases about asynchronous answers and"
                                + " callbacks fail, for a reason that may not be the system's.",
                        change.toArray(String[]::new))
                .suggesting(LocalAddresses.suggestions(
                        examination.reach().reached(),
                        TcpProbe.host(examination.system().url()),
                        examination.system().callback()));
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
