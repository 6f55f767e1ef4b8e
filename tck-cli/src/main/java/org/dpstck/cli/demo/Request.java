package org.dpstck.cli.demo;

import java.time.Duration;
import java.util.List;

/**
 * What is to be shown.
 *
 * @param edition that all four planes speak
 * @param directions {@code push} and {@code pull}, in the order in which they are to be shown
 * @param payload that is moved each time, one byte or more
 * @param faults of the reference planes
 * @param variants of the reference planes
 * @param patience how long each step may take
 */
public record Request(
        String edition,
        List<String> directions,
        byte[] payload,
        List<String> faults,
        List<String> variants,
        Duration patience) {

    /** How long each step may take unless something else is said: much longer than it does. */
    public static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Copies the payload and the lists. */
    public Request {
        directions = List.copyOf(directions);
        payload = payload.clone();
        faults = List.copyOf(faults);
        variants = List.copyOf(variants);
    }

    @Override
    public byte[] payload() {
        return payload.clone();
    }
}
