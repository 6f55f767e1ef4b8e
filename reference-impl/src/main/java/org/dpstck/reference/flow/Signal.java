package org.dpstck.reference.flow;

/** What can move a data flow: the six signals of the control plane and four events of the data plane itself. */
public enum Signal {
    PREPARE,
    START,
    STARTED,
    SUSPEND,
    TERMINATE,
    COMPLETED,
    /** An asynchronous prepare has come to its end. */
    PREPARATION_DONE,
    /** An asynchronous start has come to its end. */
    START_DONE,
    /** The wire protocol has transferred everything. */
    WIRE_COMPLETED,
    /** The wire protocol has failed for good. */
    WIRE_FAILED
}
