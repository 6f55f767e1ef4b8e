package org.dpstck.dataplane.cases;

import java.util.stream.Stream;
import org.dpstck.core.edition.Direction;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.Side;
import org.dpstck.core.edition.StateMachine;
import org.dpstck.core.plan.Row;

/** Rows of the cases about response channels; none in an edition that offers no such channel. */
final class ResponseKinds {

    private static final String STARTED = "STARTED";

    private ResponseKinds() {}

    /** The kinds of flow of a side that the edition can make. */
    static Stream<FlowKind> of(Edition edition, Side side) {
        return edition.responses().isEmpty()
                ? Stream.empty()
                : FlowKind.all().stream().filter(kind -> kind.side() == side).filter(kind -> edition.creating().stream()
                        .anyMatch(operation -> operation.sides().contains(side)));
    }

    /** The sides that offer a response channel: the provider's, push and pull. */
    static Stream<Row> offering(Edition edition) {
        return of(edition, Side.PROVIDER).map(Row::of);
    }

    /** The same, of one direction. */
    static Stream<Row> offering(Edition edition, Direction direction) {
        return of(edition, Side.PROVIDER)
                .filter(kind -> kind.direction() == direction)
                .map(Row::of);
    }

    /** What starts a prepared flow of a kind. */
    static Stream<Operation> starting(Edition edition, FlowKind kind) {
        return edition.signals().stream()
                .filter(operation -> !operation.creates() && operation.message() != null)
                .filter(operation -> edition.machine()
                        .transition(kind, edition.machine().state("PREPARED"), operation)
                        .map(StateMachine.Transition::to)
                        .filter(STARTED::equals)
                        .isPresent());
    }

    /** What starts a suspended flow of a kind again. */
    static Stream<Operation> resuming(Edition edition, FlowKind kind) {
        return edition.signals().stream()
                .filter(operation -> operation.sides().contains(kind.side()))
                .filter(operation -> edition.machine()
                        .transition(kind, edition.machine().state("SUSPENDED"), operation)
                        .map(StateMachine.Transition::to)
                        .filter(STARTED::equals)
                        .isPresent());
    }
}
