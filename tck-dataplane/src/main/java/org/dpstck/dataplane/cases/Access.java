package org.dpstck.dataplane.cases;

import java.util.stream.Stream;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.State;
import org.dpstck.core.plan.Row;
import org.dpstck.core.sut.Capability;
import org.dpstck.dataplane.flow.PullScene;

/** Rows of the cases about access to the data of pulls. */
final class Access {

    private static final String FEATURE = "data-access";
    private static final String STARTED = "STARTED";
    private static final String ENDED = "ENDED-NO-DATA";
    private static final String SUSPENDED = "SUSPEND-NO-DATA";

    private Access() {}

    /** The one row of a case about a requirement; none where the register does not ask for it. */
    static Stream<Row> pull(Edition edition, String requirement, Capability... more) {
        return edition.asks(requirement) ? Stream.of(needing(edition, Row.of(PullScene.PULLED), more)) : Stream.empty();
    }

    /** The same row, for systems that declare to give data out, where the edition leaves that open. */
    static Row needing(Edition edition, Row row, Capability... more) {
        var needed = Stream.of(more);
        return row.needing(
                (edition.leavesToDeclare(FEATURE) ? Stream.concat(needed, Stream.of(Capability.DATA_ACCESS)) : needed)
                        .toArray(Capability[]::new));
    }

    /** What leads a started pull out of STARTED. */
    static Stream<Operation> leaving(Edition edition) {
        return edition.operations().values().stream()
                .filter(operation -> !operation.creates())
                .filter(operation -> operation.sides().contains(PullScene.PULLED.side()))
                .filter(operation -> target(edition, operation) != null)
                .filter(operation -> !target(edition, operation).name().equals(STARTED));
    }

    /** What says that no data is given any more after an operation. */
    static String closing(Edition edition, Operation operation) {
        return closing(target(edition, operation));
    }

    /** What says that no data is given in a state. */
    static String closing(State state) {
        return state.terminal() ? ENDED : SUSPENDED;
    }

    private static State target(Edition edition, Operation operation) {
        var machine = edition.machine();
        return machine.transition(PullScene.PULLED, machine.state(STARTED), operation)
                .map(edge -> machine.state(edge.to()))
                .orElse(null);
    }
}
