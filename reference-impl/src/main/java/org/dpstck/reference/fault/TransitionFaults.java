package org.dpstck.reference.fault;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.flow.Decision;
import org.dpstck.reference.flow.Decision.Move;
import org.dpstck.reference.flow.Decision.Reason;
import org.dpstck.reference.flow.Decision.Refuse;
import org.dpstck.reference.flow.Decision.RefuseAndMove;
import org.dpstck.reference.flow.Decision.Replace;
import org.dpstck.reference.flow.Decision.Stay;
import org.dpstck.reference.flow.Direction;
import org.dpstck.reference.flow.FlowState;
import org.dpstck.reference.flow.Signal;

/** Transitions that the state machine lacks and that happen, and some that it has and that do not. */
final class TransitionFaults {

    private static final Set<FlowState> LIVE = EnumSet.of(
            FlowState.PREPARING, FlowState.PREPARED, FlowState.STARTING, FlowState.STARTED, FlowState.SUSPENDED);

    private TransitionFaults() {}

    static void addTo(FaultTable table) {
        illegal(table);
        legalRefused(table);
        unchanged(table);
        duplicates(table);
        sides(table);
        comesBack(table);
    }

    private static void illegal(FaultTable table) {
        for (FlowState state : List.of(FlowState.PREPARING, FlowState.PREPARED, FlowState.STARTING)) {
            allowed(table, Signal.SUSPEND, state, FlowState.SUSPENDED);
            allowed(table, Signal.COMPLETED, state, FlowState.COMPLETED);
        }
        allowed(table, Signal.COMPLETED, FlowState.SUSPENDED, FlowState.COMPLETED);
        allowed(table, Signal.STARTED, FlowState.PREPARING, FlowState.STARTED);
        for (FlowState terminal : List.of(FlowState.COMPLETED, FlowState.TERMINATED)) {
            allowed(table, Signal.SUSPEND, terminal, FlowState.SUSPENDED);
            allowed(table, Signal.STARTED, terminal, FlowState.STARTED);
        }
        allowed(table, Signal.COMPLETED, FlowState.TERMINATED, FlowState.COMPLETED);
        allowed(table, Signal.TERMINATE, FlowState.COMPLETED, FlowState.TERMINATED);
        refusedButMoves(table, Signal.SUSPEND, FlowState.PREPARED, FlowState.SUSPENDED);
        refusedButMoves(table, Signal.COMPLETED, FlowState.SUSPENDED, FlowState.COMPLETED);
        refusedButMoves(table, Signal.TERMINATE, FlowState.COMPLETED, FlowState.TERMINATED);
    }

    private static void allowed(FaultTable table, Signal signal, FlowState from, FlowState to) {
        table.transition(
                signal + "-IN-" + from,
                (flow, each, decision) ->
                        each == signal && isWrongState(decision) && flow.state() == from ? new Move(to) : decision);
    }

    private static void refusedButMoves(FaultTable table, Signal signal, FlowState from, FlowState to) {
        table.transition(signal + "-409-BUT-MOVES", (flow, each, decision) -> {
            boolean hit = each == signal && isWrongState(decision) && flow.state() == from;
            return hit ? new RefuseAndMove((Refuse) decision, to) : decision;
        });
    }

    private static boolean isWrongState(Decision decision) {
        return decision instanceof Refuse refuse && refuse.reason() == Reason.WRONG_STATE;
    }

    private static void legalRefused(FaultTable table) {
        for (Direction direction : Direction.values()) {
            for (Signal opening : List.of(Signal.PREPARE, Signal.START)) {
                refused(
                        table,
                        opening + "-" + direction + "-REFUSED",
                        opening,
                        flow -> flow.request().direction() == direction);
            }
        }
        for (Signal signal : List.of(Signal.STARTED, Signal.SUSPEND, Signal.COMPLETED)) {
            refused(table, signal + "-REFUSED", signal, flow -> true);
        }
        for (FlowState state : LIVE) {
            refused(table, "TERMINATE-REFUSED-IN-" + state, Signal.TERMINATE, flow -> flow.state() == state);
        }
    }

    private static void refused(FaultTable table, String id, Signal signal, Predicate<DataFlow> when) {
        Refuse refuse = new Refuse(Reason.WRONG_STATE, signal + " is not wanted");
        table.transition(
                id,
                (flow, each, decision) ->
                        each == signal && decision instanceof Move && when.test(flow) ? refuse : decision);
    }

    private static void unchanged(FaultTable table) {
        for (Signal signal : List.of(Signal.STARTED, Signal.SUSPEND, Signal.TERMINATE, Signal.COMPLETED)) {
            stays(table, signal + "-UNCHANGED", signal);
        }
        stays(table, "ERRORED-FLOW-STAYS-STARTED", Signal.WIRE_FAILED);
        stays(table, "COMPLETED-FLOW-STAYS-STARTED", Signal.WIRE_COMPLETED);
    }

    private static void stays(FaultTable table, String id, Signal signal) {
        table.transition(
                id, (flow, each, decision) -> each == signal && decision instanceof Move ? new Stay() : decision);
    }

    private static void duplicates(FaultTable table) {
        Set<FlowState> begun = EnumSet.of(FlowState.STARTING, FlowState.STARTED, FlowState.SUSPENDED);
        duplicate(table, "START-DUPLICATE-RESTARTS", Signal.START, begun, new Move(FlowState.STARTED));
        duplicate(table, "START-DUPLICATE-NEW-FLOW", Signal.START, begun, new Replace());
        duplicate(
                table,
                "START-DUPLICATE-OF-PREPARED",
                Signal.START,
                EnumSet.of(FlowState.PREPARED),
                new Move(FlowState.STARTED));
        Set<FlowState> terminal = EnumSet.of(FlowState.COMPLETED, FlowState.TERMINATED);
        duplicate(table, "START-DUPLICATE-REVIVES-TERMINAL", Signal.START, terminal, new Move(FlowState.STARTED));
        duplicate(table, "PREPARE-REPEATED-NEW-FLOW", Signal.PREPARE, LIVE, new Replace());
        duplicate(table, "PREPARE-REPEATED-MOVES-BACK", Signal.PREPARE, LIVE, new Move(FlowState.PREPARED));
        duplicate(table, "PREPARE-REPEATED-REVIVES-TERMINAL", Signal.PREPARE, terminal, new Move(FlowState.PREPARED));
    }

    private static void duplicate(FaultTable table, String id, Signal signal, Set<FlowState> states, Decision instead) {
        table.transition(id, (flow, each, decision) -> {
            boolean duplicate = decision instanceof Refuse refuse && refuse.reason() == Reason.DUPLICATE;
            return each == signal && duplicate && states.contains(flow.state()) ? instead : decision;
        });
    }

    private static void sides(FaultTable table) {
        side(table, "STARTED-ON-PROVIDER", Signal.STARTED, FlowState.STARTED);
        side(table, "COMPLETED-ON-SENDER", Signal.COMPLETED, FlowState.COMPLETED);
    }

    private static void side(FaultTable table, String id, Signal signal, FlowState target) {
        table.transition(id, (flow, each, decision) -> {
            boolean wrongSide = decision instanceof Refuse refuse && refuse.reason() == Reason.WRONG_SIDE;
            return each == signal && wrongSide && LIVE.contains(flow.state()) ? new Move(target) : decision;
        });
    }

    private static void comesBack(FaultTable table) {
        comesBack(table, "TERMINATED-COMES-BACK-PREPARED", Signal.PREPARATION_DONE, FlowState.PREPARED);
        comesBack(table, "TERMINATED-COMES-BACK-STARTED", Signal.START_DONE, FlowState.STARTED);
    }

    private static void comesBack(FaultTable table, String id, Signal signal, FlowState state) {
        table.transition(
                id,
                (flow, each, decision) ->
                        each == signal && flow.state() == FlowState.TERMINATED ? new Move(state) : decision);
    }
}
