package org.dpstck.core.sut;

import java.time.Duration;

/**
 * How long the suite waits for the system, phase by phase; each from 1 ms to 24 h.
 *
 * @param connect until a connection stands
 * @param request from sending a request to the last byte of its answer
 * @param callback until an expected callback arrives or a state is reached
 * @param quiet how long nothing may arrive where nothing is allowed
 * @param run until the whole run ends, whatever is still open
 */
public record Timeouts(Duration connect, Duration request, Duration callback, Duration quiet, Duration run) {

    /** The defaults: 2 s, 5 s, 5 s, 700 ms, 10 min. */
    public static Timeouts defaults() {
        return new Timeouts(
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofMillis(700),
                Duration.ofMinutes(10));
    }
}
