package org.dpstck.reference.flow;

import java.time.Duration;
import java.util.Optional;

/**
 * How the access token of a data address is renewed (token renewal profile, "The Refresh Token").
 *
 * @param refreshToken renews the access token
 * @param lifetime how long the access token is good, if that was said
 * @param endpoint where it is renewed, if not at the end point of the address
 * @param since when the tokens came, by {@link System#nanoTime()}
 */
public record Renewal(String refreshToken, Optional<Duration> lifetime, Optional<String> endpoint, long since) {

    /** What came just now. */
    public static Renewal by(String refreshToken, Optional<Duration> lifetime, Optional<String> endpoint) {
        return new Renewal(refreshToken, lifetime, endpoint, System.nanoTime());
    }

    boolean isOver() {
        return lifetime.filter(time -> System.nanoTime() - since >= time.toNanos())
                .isPresent();
    }
}
