package org.dpstck.reference.flow;

/** The states of a data flow, as the section "State Machine Definition" lists them. */
public enum FlowState {
    INITIALIZED,
    PREPARING,
    PREPARED,
    STARTING,
    STARTED,
    SUSPENDED,
    COMPLETED,
    TERMINATED;

    /** Whether no transition may leave this state ("Terminal states are final"). */
    public boolean isTerminal() {
        return this == COMPLETED || this == TERMINATED;
    }

    /** Whether an asynchronous transition is under way. */
    public boolean isPending() {
        return this == PREPARING || this == STARTING;
    }
}
