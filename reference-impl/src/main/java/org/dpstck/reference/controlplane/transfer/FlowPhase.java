package org.dpstck.reference.controlplane.transfer;

/** Where the data flow stands, as far as its control plane knows. */
public enum FlowPhase {
    /** No data plane has been asked. */
    NONE,
    /** Prepare, start or resume has been sent and not been answered. */
    CALLING,
    /** The data plane has answered that it will call back. */
    PENDING,
    PREPARED,
    STARTED,
    SUSPENDED,
    /** Completed, terminated, or never made. */
    ENDED;

    /** Whether the data plane still owes an outcome. */
    public boolean isOpening() {
        return this == CALLING || this == PENDING;
    }
}
