package org.dpstck.controlplane.doctor;

import java.util.List;
import org.dpstck.core.doctor.Finding;
import org.dpstck.core.doctor.LocalAddresses;
import org.dpstck.core.doctor.Step;
import org.dpstck.core.edition.Side;
import org.dpstck.core.exchange.Durations;
import org.dpstck.core.exchange.TcpProbe;
import org.dpstck.core.sut.Capability;

/** The control plane reaches the kit: a signal arrives at its data plane, a message at its counter-party. */
final class AdvertiseStep implements Step<Examination> {

    @Override
    public String id() {
        return LocalAddresses.ADVERTISE;
    }

    @Override
    public List<String> standsOn() {
        return List.of(RegistrationStep.ID, RequestStep.ID);
    }

    @Override
    public Finding look(Examination examination) {
        return examination
                .accepted()
                .map(opening -> provided(examination, opening))
                .orElseGet(() -> consumed(examination));
    }

    private Finding provided(Examination examination, Opening opening) {
        var begin = examination.begin(Side.PROVIDER);
        if (opening.transfer().awaitsSignal(begin).isEmpty()) {
            return missing(examination, "the signal " + begin.name());
        }
        var start = examination.rehearsal().message("start");
        if (opening.transfer().awaitsMessage(start).isEmpty()) {
            return Finding.problem(
                    "the signal " + begin.name() + " arrived at "
                            + examination.rehearsal().dataPlane() + ", but no "
                            + start.type() + " within "
                            + Durations.text(examination.system().timeouts().callback()) + " at "
                            + opening.transfer().counterParty().url(),
                    "The system reaches the data plane of the kit, and its counter-party not, or did not like the answer of"
                            + " the data plane.",
                    "Look at its log; check edition, and whether it may call addresses of the kit (firewall, proxy).");
        }
        return Finding.ok("the signal " + begin.name() + " arrived at "
                + examination.rehearsal().dataPlane() + ", the " + start.type() + " at "
                + opening.transfer().counterParty().url());
    }

    private Finding consumed(Examination examination) {
        return examination
                .asked()
                .map(transfer -> Finding.ok("the request of the system arrived at "
                        + transfer.counterParty().url()))
                .orElseGet(() -> Finding.notChecked("nothing makes the system call: " + examination.unasked()));
    }

    private static Finding missing(Examination examination, String what) {
        var rehearsal = examination.rehearsal();
        var now = examination.system().callback();
        var url = examination.system().url();
        var observed = what + " did not arrive within "
                + Durations.text(examination.system().timeouts().callback()) + " at " + rehearsal.dataPlane();
        var registered = examination.system().can(Capability.REGISTRATION);
        return Finding.problem(
                        observed,
                        "What the system says to data planes does not reach the kit: most cases fail, for a reason that may"
                                + " not be the system's.",
                        registered
                                ? "Write the address by which the system reaches this machine; the likeliest come first below."
                                : "Set " + rehearsal.dataPlane() + " in the system as a data plane for "
                                        + examination
                                                .rehearsal()
                                                .transferType(examination
                                                        .accepted()
                                                        .orElseThrow()
                                                        .kind())
                                        + ", or declare registration.",
                        "Open the port for the system (firewall), and look at the system's log for why it does not call, or"
                                + " calls elsewhere.")
                .suggesting(LocalAddresses.settings(
                        LocalAddresses.besides(examination.reach(url).reached(), TcpProbe.host(url), now), now));
    }
}
