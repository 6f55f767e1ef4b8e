package org.dpstck.reference.controlplane.transfer;

/** The states of a transfer process (section "Transfer Process States"). */
public enum TransferState {
    /** Before the request; no state of the protocol, and the consumer's alone. */
    INITIAL,
    REQUESTED,
    STARTED,
    SUSPENDED,
    COMPLETED,
    TERMINATED;

    /** Whether it is final. */
    public boolean isTerminal() {
        return this == COMPLETED || this == TERMINATED;
    }
}
