package org.dpstck.core.exchange;

import java.time.Duration;

/** Durations as people write them. */
public final class Durations {

    private Durations() {}

    /** {@code 700 ms}, {@code 5 s}. */
    public static String text(Duration duration) {
        var millis = duration.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }
}
