package org.dpstck.dataplane.cases;

import java.util.Set;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Replies;
import org.dpstck.core.verdict.Judge;
import org.dpstck.dataplane.flow.Reception;

/** Whether a request was let in for its credentials; which code keeps it out, no section says (position 89). */
final class Door {

    private static final int CODES = 89;
    private static final Set<Integer> USUAL = Set.of(401, 403, 404);

    private final Judge judge;
    private final String requirement;

    Door(Judge judge, String requirement) {
        this.judge = judge;
        this.requirement = requirement;
    }

    /** The request is kept out. */
    void keepsOut(Reception reception, String what, int position) {
        reception.isAnswered(requirement);
        var status = reception.reply().status();
        var expected = what + " is refused with HTTP 401, 403 or 404";
        if (reception.succeeded() && position != 0) {
            judge.warned(requirement, position, expected, observed(reception), reception.exchange());
        } else if (!reception.refused()) {
            judge.violated(
                    requirement,
                    expected,
                    status >= 500
                            ? "HTTP " + status + ", a server error for a client's fault: "
                                    + Bodies.shown(reception.reply().text())
                            : observed(reception),
                    reception.exchange());
        } else if (!USUAL.contains(status)) {
            judge.warned(requirement, CODES, expected, observed(reception), reception.exchange());
        }
    }

    /** The request is let in. */
    void letsIn(Reception reception, String what) {
        reception.isAnswered(requirement);
        if (!reception.succeeded()) {
            judge.violated(requirement, what + " is let in", observed(reception), reception.exchange());
        }
    }

    private static String observed(Reception reception) {
        return Replies.observed(reception.reply());
    }
}
