package org.dpstck.reference.flow;

/**
 * What the state machine makes of a signal.
 *
 * <p>The correct machine answers {@link Move} and {@link Refuse}, and {@link Stay} where an edition has an event that moves
 * nothing; the other forms let a variant or a fault say what it does instead.
 */
public sealed interface Decision {

    /** The flow goes to {@code target} and the signal is answered with success. */
    record Move(FlowState target) implements Decision {}

    /** The signal is refused and nothing moves; {@code detail} says why. */
    record Refuse(Reason reason, String detail) implements Decision {}

    /** The signal is answered with success, yet nothing moves. */
    record Stay() implements Decision {}

    /** The signal is refused, yet the flow goes to {@code target}. */
    record RefuseAndMove(Refuse refusal, FlowState target) implements Decision {}

    /** The flow is left as it is and a new one takes its process id. */
    record Replace() implements Decision {}

    /** Why a signal is refused. */
    enum Reason {
        DUPLICATE,
        WRONG_SIDE,
        WRONG_STATE
    }
}
