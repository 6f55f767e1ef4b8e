package org.dpstck.dataplane.doctor;

import java.util.List;
import org.dpstck.core.doctor.Finding;
import org.dpstck.core.doctor.Step;

/** The kit listens for callbacks where the description says. */
final class BindStep implements Step<Examination> {

    static final String ID = "callback.bind";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<String> standsOn() {
        return List.of();
    }

    @Override
    public Finding look(Examination examination) {
        var callback = examination.system().callback();
        return examination
                .bench()
                .bound()
                .finding(callback, examination.shared().standIn().address());
    }
}
