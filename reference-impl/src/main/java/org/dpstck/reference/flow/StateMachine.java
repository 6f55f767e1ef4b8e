package org.dpstck.reference.flow;

import org.dpstck.reference.flow.Decision.Move;
import org.dpstck.reference.flow.Decision.Reason;
import org.dpstck.reference.flow.Decision.Refuse;
import org.dpstck.reference.flow.Decision.Stay;

/**
 * The data flow state machine of the section "State Machine Definition".
 *
 * <p>It reads a flow and never changes it. "Any state can transition to TERMINATED" is read together with "Terminal
 * states are final": any state that is not terminal.
 */
public final class StateMachine {

    private StateMachine() {}

    /** Decides what {@code signal} does to {@code flow}: a move, or a refusal that names the reason. */
    public static Decision decide(DataFlow flow, Signal signal) {
        return switch (signal) {
            case PREPARE -> opening(flow, FlowState.PREPARED, FlowState.PREPARING);
            case START -> opening(flow, FlowState.STARTED, FlowState.STARTING);
            case STARTED ->
                flow.side() == Side.CONSUMER
                        ? from(FlowState.PREPARED, flow, signal, FlowState.STARTED)
                        : wrongSide("started is sent to the consumer only, this flow is the provider's");
            case SUSPEND -> from(FlowState.STARTED, flow, signal, FlowState.SUSPENDED);
            case COMPLETED ->
                flow.receivesCompleted()
                        ? from(FlowState.STARTED, flow, signal, FlowState.COMPLETED)
                        : wrongSide("this side of the transfer sends completed, it does not receive it");
            case TERMINATE, WIRE_FAILED ->
                flow.state().isTerminal() ? wrongState(flow, signal) : new Move(FlowState.TERMINATED);
            case WIRE_BROKEN -> flow.state().isTerminal() ? wrongState(flow, signal) : new Stay();
            case RESUME -> from(FlowState.SUSPENDED, flow, signal, FlowState.STARTED);
            case START_FLOW ->
                flow.state() == FlowState.PREPARED
                        ? new Move(FlowState.STARTED)
                        : from(FlowState.SUSPENDED, flow, signal, FlowState.STARTED);
            case PREPARATION_DONE -> from(FlowState.PREPARING, flow, signal, FlowState.PREPARED);
            case START_DONE -> from(FlowState.STARTING, flow, signal, FlowState.STARTED);
            case WIRE_COMPLETED -> from(FlowState.STARTED, flow, signal, FlowState.COMPLETED);
        };
    }

    private static Decision opening(DataFlow flow, FlowState now, FlowState later) {
        if (flow.state() == FlowState.INITIALIZED) {
            return new Move(flow.pace() == Pace.SYNC ? now : later);
        }
        return new Refuse(
                Reason.DUPLICATE,
                "data flow " + flow.id() + " already exists for processId "
                        + flow.request().processId());
    }

    private static Decision from(FlowState required, DataFlow flow, Signal signal, FlowState target) {
        return flow.state() == required ? new Move(target) : wrongState(flow, signal);
    }

    private static Refuse wrongState(DataFlow flow, Signal signal) {
        return new Refuse(Reason.WRONG_STATE, signal + " is not allowed in state " + flow.state());
    }

    private static Refuse wrongSide(String detail) {
        return new Refuse(Reason.WRONG_SIDE, detail);
    }
}
