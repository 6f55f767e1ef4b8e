package org.dpstck.controlplane.cases;

import java.util.Locale;

/** Callback addresses that nobody can call. */
enum BadAddress {
    EMPTY(""),
    NO_URI("not a uri at all"),
    RELATIVE("/callbacks"),
    NO_SCHEME("consumer.example/callbacks"),
    UNKNOWN_SCHEME("tck-no-such-scheme://consumer.example/callbacks");

    private final String value;

    BadAddress(String value) {
        this.value = value;
    }

    String value() {
        return value;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
