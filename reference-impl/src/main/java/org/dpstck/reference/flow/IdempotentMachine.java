package org.dpstck.reference.flow;

import org.dpstck.reference.flow.Decision.Move;
import org.dpstck.reference.flow.Decision.Reason;
import org.dpstck.reference.flow.Decision.Refuse;
import org.dpstck.reference.flow.Decision.Stay;

/**
 * The states of the EDC's own interface: "All requests support idempotent behavior" (section 2).
 *
 * <p>It reads a flow and never changes it. What a request has led to once is acknowledged again; a start leads a suspended
 * flow back (section 1).
 */
public final class IdempotentMachine {

    private IdempotentMachine() {}

    /** Decides what {@code signal} does to {@code flow}. */
    public static Decision decide(DataFlow flow, Signal signal) {
        return switch (signal) {
            case START -> start(flow);
            case SUSPEND -> again(flow, signal, FlowState.SUSPENDED);
            case TERMINATE -> again(flow, signal, FlowState.TERMINATED);
            default -> StateMachine.decide(flow, signal);
        };
    }

    private static Decision start(DataFlow flow) {
        return switch (flow.state()) {
            case INITIALIZED, SUSPENDED -> new Move(FlowState.STARTED);
            case STARTED -> new Stay();
            default -> new Refuse(Reason.WRONG_STATE, "the transfer " + flow.id() + " is " + flow.state());
        };
    }

    private static Decision again(DataFlow flow, Signal signal, FlowState reached) {
        return flow.state() == reached ? new Stay() : StateMachine.decide(flow, signal);
    }
}
