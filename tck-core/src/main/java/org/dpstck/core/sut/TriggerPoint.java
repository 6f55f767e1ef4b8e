package org.dpstck.core.sut;

import java.util.Arrays;
import java.util.Optional;

/** What the suite needs the system to do although no message of the protocol asks for it. */
public enum TriggerPoint {
    /** Answer the next prepare message asynchronously. */
    PREPARE_ASYNCHRONOUSLY("prepare-async"),
    /** Answer the next start message asynchronously. */
    START_ASYNCHRONOUSLY("start-async"),
    /** Go on with an asynchronous transition that is being held; a system that goes on by itself needs none. */
    PROCEED("proceed"),
    /** Request a transfer from another control plane, as its consumer. */
    REQUEST_TRANSFER("request-transfer"),
    /** Suspend a transfer of a control plane. */
    SUSPEND("suspend"),
    /** Resume a transfer of a control plane. */
    RESUME("resume"),
    /** Terminate a transfer of a control plane. */
    TERMINATE("terminate"),
    /** Complete a flow, or a transfer of a control plane. */
    COMPLETE("complete"),
    /** Fail a flow. */
    FAIL("fail"),
    /** Fetch the data of a pull flow; a consumer that fetches by itself needs none. */
    FETCH("fetch"),
    /** Send a response by the response channel of a flow, as its consumer. */
    RESPOND("respond"),
    /** Ask the control plane for the agreement of a flow. */
    AGREEMENT("agreement");

    private final String id;

    TriggerPoint(String id) {
        this.id = id;
    }

    /** How a configuration names it, like {@code prepare-async}. */
    public String id() {
        return id;
    }

    /** Whether only a control plane has use for it. */
    public boolean isForControlPlanes() {
        return switch (this) {
            case REQUEST_TRANSFER, SUSPEND, RESUME, TERMINATE -> true;
            default -> false;
        };
    }

    /** The point of an id; empty for an unknown one. */
    public static Optional<TriggerPoint> find(String id) {
        return Arrays.stream(values()).filter(point -> point.id.equals(id)).findFirst();
    }
}
