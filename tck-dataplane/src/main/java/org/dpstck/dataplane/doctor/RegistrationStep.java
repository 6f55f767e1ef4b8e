package org.dpstck.dataplane.doctor;

import java.util.List;
import org.dpstck.core.sut.Capability;

/** Where the edition tells the callback address by registration: the system takes that of the kit. */
final class RegistrationStep implements Step {

    static final String ID = "registration";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<String> standsOn() {
        return List.of(AuthenticationStep.ID, BindStep.ID);
    }

    @Override
    public Finding look(Examination examination) {
        var note = examination.registration();
        var address = examination.shared().standIn().sharedAddress();
        if (note.isEmpty()) {
            return Finding.ok("the system took the registration of a control plane at " + address);
        }
        if (examination.system().can(Capability.REGISTRATION)) {
            return Finding.problem(
                    note.get(),
                    "The system does not know where to send callbacks.",
                    "If it takes no registrations, take registration out of capabilities, and set " + address
                            + " in the system as the endpoint of its control plane.");
        }
        return Finding.warning(
                "the system declares no registration, so it has to know " + address + " by its own configuration",
                "If it does not, callbacks go elsewhere.",
                "Set that address in the system as the endpoint of its control plane; a port in callback.bind keeps it"
                        + " the same. If the system takes registrations, add registration to capabilities.");
    }
}
