package org.dpstck.dataplane.cases;

import java.util.stream.Stream;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.dataplane.flow.DataFlows;

/** The heart-beat of a control plane: whether the data plane says that it is there. */
public final class AvailabilityCases {

    private static final String CHECK = "check";

    @Case(
            value = "{0}-ANSWER",
            title = "{0} is answered with success while the data plane is up",
            stimulus = "The request of the control plane's heart-beat, twice, and once more after a flow was started.",
            expected = "A success each time.",
            fix = "Answer at the path of the check as long as the data plane can take requests, whatever it is doing.")
    @Verifies("{0}-200")
    @Rows("checks")
    void dataPlaneIsAvailable(Operation operation, DataFlows flows, Edition edition) {
        var requirement = operation.requirement("200");
        var flow = flows.fresh(flows.legal(edition.creating().get(0)).kind());
        flow.receives(operation).isAccepted(requirement, "of an idle data plane");
        flow.receives(operation).isAccepted(requirement, "the second time");
        flow.receives(edition.creating(flow.kind()));
        flow.receives(operation).isAccepted(requirement, "after a start");
    }

    static Stream<Row> checks(Edition edition) {
        return edition.find(CHECK).stream().map(Row::of);
    }
}
