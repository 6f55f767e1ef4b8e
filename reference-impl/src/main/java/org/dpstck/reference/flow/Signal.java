package org.dpstck.reference.flow;

/** What can move a data flow: the signals of the control plane and the events of the data plane itself. */
public enum Signal {
    PREPARE,
    START,
    STARTED,
    SUSPEND,
    TERMINATE,
    COMPLETED,
    RESUME,
    /** A start that names the flow, which is PREPARED or SUSPENDED. */
    START_FLOW,
    /** An asynchronous prepare has come to its end. */
    PREPARATION_DONE,
    /** An asynchronous start has come to its end. */
    START_DONE,
    /** The wire protocol has transferred everything. */
    WIRE_COMPLETED,
    /** The wire protocol has failed for good, which ends the flow. */
    WIRE_FAILED,
    /** The wire protocol has failed for good, which the control plane is told and has to judge. */
    WIRE_BROKEN
}
