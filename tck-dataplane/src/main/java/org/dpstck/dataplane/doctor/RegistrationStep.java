package org.dpstck.dataplane.doctor;

import java.util.List;
import java.util.Optional;
import org.dpstck.core.doctor.Finding;
import org.dpstck.core.doctor.Step;
import org.dpstck.core.sut.Capability;

/** The system takes the registration of the kit, or knows its address where callbacks go to the registered one. */
final class RegistrationStep implements Step<Examination> {

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
        if (!examination.edition().callsBackWhereRegistered()) {
            return besideTheMessages(note);
        }
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

    /** Where messages say themselves where callbacks go, only the cases about registration depend on it. */
    private static Finding besideTheMessages(Optional<String> note) {
        return note.map(text -> Finding.warning(
                        text,
                        "Callbacks go where messages say. Cases about registration will judge it.",
                        "If the system takes no registrations, take registration out of capabilities."))
                .orElseGet(() -> Finding.ok("the system took the registration of a control plane"));
    }
}
