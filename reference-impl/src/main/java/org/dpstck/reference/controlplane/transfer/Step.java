package org.dpstck.reference.controlplane.transfer;

import java.util.Locale;

/** What moves a transfer process; each is a message of the protocol. */
public enum Step {
    REQUEST(TransferState.REQUESTED),
    START(TransferState.STARTED),
    SUSPEND(TransferState.SUSPENDED),
    COMPLETE(TransferState.COMPLETED),
    TERMINATE(TransferState.TERMINATED);

    private final TransferState target;

    Step(TransferState target) {
        this.target = target;
    }

    /** The state that results. */
    public TransferState target() {
        return target;
    }

    /** The step in words. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
