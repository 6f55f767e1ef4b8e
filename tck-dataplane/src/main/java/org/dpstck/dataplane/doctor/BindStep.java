package org.dpstck.dataplane.doctor;

import java.util.List;
import org.dpstck.core.junit.Check;

/** The kit listens for callbacks where the description says. */
final class BindStep implements Step {

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
                .unbound()
                .map(why -> Finding.problem(
                                why,
                                "A run cannot begin: nothing would take the callbacks of the system.",
                                "End what listens on that port, or take another address with callback.bind. Port 0 takes"
                                        + " any free one, and {port} in callback.advertise stands for it.")
                        .suggesting(List.of(new Check.Setting(
                                ID, LocalAddresses.bound(callback.host(), 0), "any free port of the same address"))))
                .orElseGet(() -> Finding.ok("listening; the system is told "
                        + examination.shared().standIn().address()));
    }
}
