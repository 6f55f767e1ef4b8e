package org.dpstck.core.edition;

import java.util.Locale;

/** The side of a transfer that a data plane serves in one data flow (§Terminology). */
public enum Side {
    /** Receives prepare and the started notification. */
    CONSUMER,
    /** Receives start. */
    PROVIDER;

    /** The other side of the transfer. */
    public Side other() {
        return this == CONSUMER ? PROVIDER : CONSUMER;
    }

    /** The name as editions and case ids spell it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
