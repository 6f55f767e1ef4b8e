package org.dpstck.dataplane.cases;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.stream.Stream;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Callback;
import org.dpstck.core.edition.Cell;
import org.dpstck.core.edition.Cell.Moves;
import org.dpstck.core.edition.Cell.Refused;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Given;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.State;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.DataFlow;
import org.dpstck.dataplane.flow.DataFlows;

/** §State Machine Definition, §Start: a request that was refused has changed nothing, also nothing that shows only later. */
public final class AfterRefusalCases {

    private static final String ADDRESS = "callbackAddress";

    @Case(
            value = "{0}-AGAIN-PENDING",
            title = "A pending {0} goes on although another one for its processId was refused: {1}",
            stimulus =
                    "An asynchronous {0}; while it is pending, another {0} for its processId with a new messageId and, where"
                            + " messages have one, another callbackAddress. Then the pending transition goes on.",
            expected =
                    "The second message is refused; the callback comes all the same, to the address of the first one.",
            fix =
                    "Look the processId up before anything is stored, cancelled or locked, and leave the flow alone that it has.")
    @Verifies("{requirement}")
    @Rows("pending")
    void pendingCreationGoesOn(
            Operation operation, FlowKind kind, DataFlows flows, Judge judge, Edition edition, SystemUnderTest system) {
        flows.requireTwin(operation, kind);
        var given = Kinds.interim(edition, operation, kind);
        var requirement = clause(edition, operation, kind);
        var callback = edition.callback(operation.asynchronous().callback());
        var flow = flows.in(given);
        var other = flows.fresh(kind);
        var message = new LinkedHashMap<>(flow.message(operation));
        message.computeIfPresent(ADDRESS, (member, own) -> other.callbackAddress());
        var again = flow.receives(operation, message);
        if (!again.refused()) {
            throw Unjudgeable.untested("another " + operation + " was not refused: " + Replies.observed(again.reply())
                    + "; see the cases " + requirement + ".*");
        }
        Pending.proceed(flows, flow);
        var deadline = system.timeouts().callback();
        var arrival = called(flow, callback, deadline);
        var expected = "the callback " + callback + " at the callbackAddress of the " + operation
                + " that made the flow, after another " + operation + " was refused";
        if (arrival.isPresent() && arrival.get().missed() || arrival.isEmpty() && strayed(other, callback)) {
            judge.violated(
                    requirement,
                    expected,
                    "it came to another address, after a refused message had named one",
                    arrival.map(Arrival::exchange).orElse(again.exchange()));
        } else if (arrival.isEmpty()) {
            isUsual(given, callback, flows, deadline);
            var status = flow.status();
            judge.violated(
                    requirement,
                    expected,
                    "none came, and the status says "
                            + status.state().map(State::name).orElse("that there is no such flow")
                            + "; of a flow without such a message it came",
                    status.exchange());
        }
    }

    @Case(
            value = "STATE-GOES-ON",
            title = "A flow that has refused a signal takes the next one: {0}",
            stimulus = "A flow is brought into the state and refuses a signal; then a legal one is sent.",
            expected = "A success, and the status names the next state.",
            fix = "Give locks and transactions back when a signal is refused, and remember nothing of it.")
    @Verifies("{requirement}")
    @Rows("refusedOnce")
    void refusalDoesNotBlock(Cell refused, Operation next, DataFlows flows, Edition edition) {
        flows.requireTwin(next, refused.kind());
        flows.requireTwin(refused.signal(), refused.kind());
        var flow = flows.in(refused.given());
        var reception = flow.receives(refused.signal());
        if (!reception.refused()) {
            throw Unjudgeable.inconclusive("a prerequisite failed: " + refused.signal() + " in " + refused.state()
                    + " gave " + Replies.observed(reception.reply()) + "; see the case STATE-REFUSES." + refused);
        }
        var edge = (Moves) edition.machine().expectation(refused.kind(), refused.state(), next);
        var when = "in " + refused.state() + " of a " + refused.kind() + " flow that has refused " + refused.signal();
        flow.receives(next).isAccepted(edge.requirement(), when);
        flow.status().is(edge.to(), edge.requirement(), "after " + next + " " + when);
    }

    static Stream<Row> pending(Edition edition) {
        return edition.kinds().stream()
                .filter(kind -> edition.creating(kind).asynchronousAnswer().isPresent())
                .filter(kind -> !(again(edition, edition.creating(kind), kind) instanceof Moves))
                .map(kind -> Row.of(edition.creating(kind), kind)
                        .needing(Kinds.asynchronous(kind))
                        .verifying(clause(edition, edition.creating(kind), kind)));
    }

    /** Of each kind of flow the first state in which one signal is to be refused and another one is legal. */
    static Stream<Row> refusedOnce(Edition edition) {
        return edition.kinds().stream().flatMap(kind -> Kinds.cells(edition, Refused.class)
                .filter(cell -> cell.kind().equals(kind) && !isInterim(edition, cell))
                .flatMap(cell -> next(edition, cell).stream().map(edge -> Row.of(cell, edge.signal())
                        .verifying(edge.expectation().requirement())))
                .limit(1));
    }

    private static Optional<Cell> next(Edition edition, Cell refused) {
        return Kinds.cells(edition, Moves.class)
                .filter(cell -> cell.given().equals(refused.given()))
                .findFirst();
    }

    private static boolean isInterim(Edition edition, Cell cell) {
        return edition.creating(cell.kind())
                .asynchronousAnswer()
                .filter(answer -> cell.state().isCalled(answer.state()))
                .isPresent();
    }

    private static Cell.Expectation again(Edition edition, Operation operation, FlowKind kind) {
        return edition.machine()
                .expectation(kind, Kinds.interim(edition, operation, kind).state(), operation);
    }

    private static String clause(Edition edition, Operation operation, FlowKind kind) {
        return again(edition, operation, kind).requirement();
    }

    private static Optional<Arrival> called(DataFlow flow, Callback callback, Duration deadline) {
        return flow.inbox().await(it -> flow.isCallback(it, callback), deadline);
    }

    private static boolean strayed(DataFlow other, Callback callback) {
        return other.inbox().all().stream().anyMatch(it -> other.isCallback(it, callback));
    }

    /** A callback that never comes says nothing of what was refused before. */
    private static void isUsual(Given given, Callback callback, DataFlows flows, Duration deadline) {
        var plain = flows.in(given);
        Pending.proceed(flows, plain);
        if (called(plain, callback, deadline).isEmpty()) {
            throw Unjudgeable.inconclusive("a prerequisite failed: the callback " + callback
                    + " did not arrive; see the case CALLBACK." + callback + "." + given.kind());
        }
    }
}
