package org.dpstck.controlplane.doctor;

import java.util.ArrayList;
import java.util.List;
import org.dpstck.controlplane.flow.Transfer;
import org.dpstck.core.check.Replies;
import org.dpstck.core.doctor.Finding;
import org.dpstck.core.doctor.Step;

/** What was made for all this is terminated. */
final class TransfersStep implements Step<Examination> {

    private static final List<String> TERMINAL = List.of("COMPLETED", "TERMINATED");

    @Override
    public String id() {
        return "transfers";
    }

    @Override
    public List<String> standsOn() {
        return List.of();
    }

    @Override
    public Finding look(Examination examination) {
        var known = examination.made().stream()
                .filter(transfer -> transfer.systemPid().isPresent())
                .toList();
        if (known.isEmpty()) {
            return Finding.notChecked("no transfer came about");
        }
        var left = new ArrayList<String>();
        for (var transfer : known) {
            if (!ended(examination, transfer)) {
                left.add(transfer.systemPid().orElseThrow());
            }
        }
        return left.isEmpty()
                ? Finding.ok(known.size() + " transfers were made for this, and have ended")
                : Finding.warning(
                        left.size() + " of " + known.size() + " transfers that were made for this have not ended: "
                                + String.join(", ", left.subList(0, Math.min(3, left.size()))),
                        "They are of no use to anybody. Why they do not end is for a run to tell.",
                        "Terminate them in the system by hand if they are in the way.");
    }

    private static boolean ended(Examination examination, Transfer transfer) {
        var termination = examination.rehearsal().message("termination");
        return transfer.state().filter(TERMINAL::contains).isPresent()
                || Replies.succeeded(transfer.sends(termination))
                || transfer.state().filter(TERMINAL::contains).isPresent();
    }
}
