package org.dpstck.reference.controlplane.dsp;

import java.util.Locale;
import org.dpstck.reference.controlplane.transfer.Step;

/** What the control plane of the counter-party can ask. */
public enum DspOperation {
    REQUEST("TransferRequestMessage", Step.REQUEST),
    START("TransferStartMessage", Step.START),
    SUSPENSION("TransferSuspensionMessage", Step.SUSPEND),
    COMPLETION("TransferCompletionMessage", Step.COMPLETE),
    TERMINATION("TransferTerminationMessage", Step.TERMINATE),
    /** Shows what there is to be transferred, and how; is about no process. */
    CATALOG("CatalogRequestMessage", null),
    /** Shows the process; carries no message and moves nothing. */
    SHOW("", null);

    private final String type;
    private final Step step;

    DspOperation(String type, Step step) {
        this.type = type;
        this.step = step;
    }

    /** The type of its message. */
    public String type() {
        return type;
    }

    /** The step that its message is. */
    Step step() {
        return step;
    }

    /** The last segment of its path. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The operation whose message is this step. */
    static DspOperation of(Step step) {
        return switch (step) {
            case REQUEST -> REQUEST;
            case START -> START;
            case SUSPEND -> SUSPENSION;
            case COMPLETE -> COMPLETION;
            case TERMINATE -> TERMINATION;
        };
    }
}
