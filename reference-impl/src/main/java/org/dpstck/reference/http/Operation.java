package org.dpstck.reference.http;

import java.util.List;
import java.util.Locale;

/** What a control plane can ask of a data plane; where each is served is a matter of the edition. */
public enum Operation {
    PREPARE,
    START,
    STARTED,
    SUSPEND,
    TERMINATE,
    COMPLETED,
    STATUS,
    /** Starts a flow that exists. */
    START_FLOW,
    RESUME,
    /** Asks whether the data plane is there. */
    CHECK,
    /** Registers a control plane, or updates it where one operation does both. */
    REGISTER,
    REPLACE_REGISTRATION,
    DELETE_REGISTRATION;

    /** The operations of edition 2026-02 on flows, which faults and variants are about. */
    public static final List<Operation> ON_FLOWS =
            List.of(PREPARE, START, STARTED, SUSPEND, TERMINATE, COMPLETED, STATUS);

    /** Whether the path names a flow. */
    public boolean onFlow() {
        return switch (this) {
            case STARTED, SUSPEND, TERMINATE, COMPLETED, STATUS, START_FLOW, RESUME -> true;
            case PREPARE, START, CHECK, REGISTER, REPLACE_REGISTRATION, DELETE_REGISTRATION -> false;
        };
    }

    /** Whether it is about a control plane itself, which nothing is known of before. */
    public boolean registers() {
        return this == REGISTER || this == REPLACE_REGISTRATION || this == DELETE_REGISTRATION;
    }

    /** The operation in words. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
