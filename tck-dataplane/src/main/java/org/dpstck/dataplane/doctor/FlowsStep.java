package org.dpstck.dataplane.doctor;

import java.util.ArrayList;
import java.util.List;
import org.dpstck.core.check.Replies;
import org.dpstck.core.doctor.Finding;
import org.dpstck.core.doctor.Step;
import org.dpstck.core.edition.State;
import org.dpstck.dataplane.flow.DataFlow;

/** What was made for all this is ended. */
final class FlowsStep implements Step<Examination> {

    private static final String TERMINATE = "terminate";
    private static final int NAMED = 3;

    @Override
    public String id() {
        return "flows";
    }

    @Override
    public List<String> standsOn() {
        return List.of();
    }

    @Override
    public Finding look(Examination examination) {
        var flows = examination.made().stream()
                .filter(flow -> flow.dataFlowId().isPresent())
                .toList();
        if (flows.isEmpty()) {
            return Finding.notChecked("no flow came about");
        }
        var left = new ArrayList<DataFlow>();
        for (var flow : flows) {
            if (!left.isEmpty() && !answers(examination)) {
                left.add(flow); // One time-out is enough to know.
            } else if (!ended(examination, flow)) {
                left.add(flow);
            }
        }
        if (left.isEmpty()) {
            return Finding.ok(flows.size() + " flows were made for this, and have ended");
        }
        return Finding.warning(
                left.size() + " of " + flows.size() + " flows that were made for this have not ended: "
                        + String.join(
                                ", ",
                                left.stream()
                                        .limit(NAMED)
                                        .map(flow -> flow.dataFlowId().orElseThrow())
                                        .toList())
                        + (left.size() > NAMED ? ", …" : ""),
                "They are of no use to anybody. Why terminate does not work is for a run to tell.",
                "Remove them from the system by hand if they are in the way.");
    }

    private static boolean answers(Examination examination) {
        return examination.statusOfNothing().answered();
    }

    private static boolean ended(Examination examination, DataFlow flow) {
        var reply = flow.send(examination.edition().operation(TERMINATE), "doctor, clean up");
        if (Replies.succeeded(reply)) {
            return true;
        }
        var status = Effects.state(examination, flow);
        return reply.answered()
                && status.map(name -> examination
                                .edition()
                                .machine()
                                .find(name)
                                .filter(State::terminal)
                                .isPresent())
                        .orElse(Replies.refused(reply));
    }
}
