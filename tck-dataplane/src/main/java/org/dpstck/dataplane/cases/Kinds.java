package org.dpstck.dataplane.cases;

import java.util.stream.Stream;
import org.dpstck.core.edition.Answer;
import org.dpstck.core.edition.Cell;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Given;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.Side;
import org.dpstck.core.plan.Row;
import org.dpstck.core.sut.Capability;

/** Rows that more than one class of cases ranges over. */
final class Kinds {

    private Kinds() {}

    /** Operations with a message of which the register demands something. */
    static Stream<Operation> withMessage(Edition edition, String demand) {
        return edition.operations().values().stream()
                .filter(operation -> operation.message() != null)
                .filter(operation -> edition.asks(operation.requirement(demand)));
    }

    /** Every kind of flow with the operation that makes it: {@code prepare, consumer-push} and so on. */
    static Stream<Row> creations(Edition edition) {
        return edition.kinds().stream().map(kind -> Row.of(edition.creating(kind), kind));
    }

    /** The same, where the edition lets the answer come before the transition. */
    static Stream<Row> asynchronousCreations(Edition edition) {
        return edition.kinds().stream()
                .filter(kind -> edition.creating(kind).asynchronousAnswer().isPresent())
                .map(kind -> Row.of(edition.creating(kind), kind).needing(asynchronous(kind)));
    }

    /** The capability of a side to answer before the transition. */
    static Capability asynchronous(FlowKind kind) {
        return kind.side() == Side.CONSUMER ? Capability.ASYNCHRONOUS_PREPARE : Capability.ASYNCHRONOUS_START;
    }

    /** Every state in which a request can find a flow of a kind. */
    static Stream<Given> givens(Edition edition) {
        return edition.kinds().stream()
                .flatMap(kind -> edition.machine().observable(kind).stream().map(state -> new Given(kind, state)));
    }

    /** Cells of the state × signal table whose signal makes no flow, by what is expected of them. */
    static Stream<Cell> cells(Edition edition, Class<? extends Cell.Expectation> expectation) {
        return edition.cells().stream()
                .filter(cell -> !cell.signal().creates())
                .filter(cell -> expectation.isInstance(cell.expectation()));
    }

    /** Whether a signal moves a flow of a kind anywhere. */
    static boolean hasEdge(Edition edition, Operation operation, FlowKind kind) {
        return edition.machine().observable(kind).stream()
                .anyMatch(state ->
                        edition.machine().transition(kind, state, operation).isPresent());
    }

    /** Where a flow of a kind is while an operation on it goes on asynchronously. */
    static Given interim(Edition edition, Operation operation, FlowKind kind) {
        return new Given(
                kind,
                edition.machine()
                        .state(operation.asynchronousAnswer().map(Answer::state).orElseThrow()));
    }
}
