package org.dpstck.controlplane.doctor;

import java.util.List;
import org.dpstck.core.doctor.Finding;
import org.dpstck.core.doctor.LocalAddresses;
import org.dpstck.core.doctor.Step;

/** The kit listens for the control plane where the description says. */
final class BindStep implements Step<Examination> {

    @Override
    public String id() {
        return LocalAddresses.BIND;
    }

    @Override
    public List<String> standsOn() {
        return List.of();
    }

    @Override
    public Finding look(Examination examination) {
        return examination
                .bound()
                .finding(
                        examination.system().callback(), examination.rehearsal().address());
    }
}
