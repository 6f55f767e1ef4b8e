package org.dpstck.reference.controlplane.hook;

import java.util.Locale;

/** The messages that a control plane sends: to its data plane, and to the control plane of the counter-party. */
public enum MessageKind {
    PREPARE,
    START,
    STARTED,
    SUSPEND,
    RESUME,
    TERMINATE,
    COMPLETED,
    TRANSFER_REQUEST,
    TRANSFER_START,
    TRANSFER_SUSPENSION,
    TRANSFER_COMPLETION,
    TRANSFER_TERMINATION;

    /** Whether it goes to the data plane. */
    public boolean isForDataPlane() {
        return compareTo(TRANSFER_REQUEST) < 0;
    }

    /** The message in words. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
