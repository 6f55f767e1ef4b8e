package org.dpstck.core.exchange;

import java.time.Duration;

/**
 * How long and how much the suite listens to one answer.
 *
 * @param connect until the connection stands
 * @param request from the start of the request to the last byte of the answer, whatever trickles in
 * @param bodyBytes of body that are read; more is a violation, not a reason to go on reading
 * @param recordedChars of body that are kept in the record
 */
public record WireLimits(Duration connect, Duration request, int bodyBytes, int recordedChars) {

    /** Limits with the suite's own bounds on sizes: one MiB read, 64 Ki characters kept. */
    public static WireLimits of(Duration connect, Duration request) {
        return new WireLimits(connect, request, 1 << 20, 1 << 16);
    }

    /** The same, with another time for an answer. */
    WireLimits lasting(Duration longest) {
        return new WireLimits(connect, longest, bodyBytes, recordedChars);
    }
}
