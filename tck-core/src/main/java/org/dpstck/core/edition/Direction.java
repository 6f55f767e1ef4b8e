package org.dpstck.core.edition;

import java.util.Locale;

/** Who moves the data: the provider pushes or the consumer pulls (§Data Transfer Types). */
public enum Direction {
    /** The provider sends to an endpoint of the consumer. */
    PUSH,
    /** The consumer fetches from an endpoint of the provider. */
    PULL;

    /** The name as editions and case ids spell it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
