package org.dpstck.reference.controlplane.transfer;

/**
 * What the state machine decides about a step.
 *
 * @param accepted whether the step is taken; otherwise nothing changes
 * @param target the state that results if it is accepted
 * @param reason why it is refused, if it is
 */
public record Verdict(boolean accepted, TransferState target, String reason) {

    /** The step is taken. */
    public static Verdict move(TransferState target) {
        return new Verdict(true, target, "");
    }

    /** Nothing moves. */
    public static Verdict refuse(String reason) {
        return new Verdict(false, null, reason);
    }
}
