package org.dpstck.reference.flow;

import java.util.Optional;

/**
 * The part of a DataAddress that the HTTP wire uses: where the data is and the bearer token that opens it.
 *
 * @param type the end point type, or null if the address names none
 * @param endpoint an absolute http(s) URL, or null if the address names none
 * @param token the value of the {@code authorization} property, or null if the address carries none
 * @param renewal how the token is renewed, if it can be
 * @param response where responses go, if the transfer has a channel for them
 */
public record DataAddress(
        String type, String endpoint, String token, Optional<Renewal> renewal, Optional<ResponseAddress> response) {

    /** An address whose token is good for as long as the flow. */
    public DataAddress(String endpoint, String token) {
        this(null, endpoint, token, Optional.empty(), Optional.empty());
    }

    /** Whether it says nothing of a forward channel. */
    public boolean isOfResponsesAlone() {
        return response.isPresent() && endpoint == null;
    }

    /** The same end point with other tokens. */
    public DataAddress renewed(String access, Renewal by) {
        return new DataAddress(type, endpoint, access, Optional.of(by), response);
    }

    /** Whether the token is known to be no longer good. */
    public boolean isExpired() {
        return renewal.filter(Renewal::isOver).isPresent();
    }
}
