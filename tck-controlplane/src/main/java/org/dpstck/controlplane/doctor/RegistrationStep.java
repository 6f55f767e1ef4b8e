package org.dpstck.controlplane.doctor;

import java.util.List;
import org.dpstck.core.doctor.Finding;
import org.dpstck.core.doctor.LocalAddresses;
import org.dpstck.core.doctor.Step;
import org.dpstck.core.sut.Capability;

/** The control plane takes the registration of the data plane that the kit plays, or has to know its address. */
final class RegistrationStep implements Step<Examination> {

    static final String ID = "registration";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<String> standsOn() {
        return List.of(EndpointStep.SIGNALING, LocalAddresses.BIND);
    }

    @Override
    public Finding look(Examination examination) {
        var rehearsal = examination.rehearsal();
        if (!examination.system().can(Capability.REGISTRATION)) {
            return Finding.warning(
                    "the system declares no registration, so it has to know the data plane " + rehearsal.dataPlane()
                            + " by its own configuration",
                    "If it does not, its signals go elsewhere, and the next checks show it.",
                    "Set that address in the system as a data plane for the types of transferTypes; a port in callback.bind"
                            + " keeps it the same. If the system takes registrations, add registration to capabilities.");
        }
        return rehearsal
                .register()
                .map(why -> Finding.problem(
                        why,
                        "The system does not know where its data plane is.",
                        "If it takes no registrations, take registration out of capabilities, and set "
                                + rehearsal.dataPlane() + " in the system as a data plane.",
                        "If it takes them elsewhere, correct the path of url; if it speaks another edition, name"
                                + " that: `dps-tck detect --role control-plane` tells which."))
                .orElseGet(() ->
                        Finding.ok("the system took the registration of a data plane at " + rehearsal.dataPlane()));
    }
}
