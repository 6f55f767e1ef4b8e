package org.dpstck.core.sut;

import java.util.Optional;
import java.util.Set;
import org.dpstck.core.edition.AuthorizationProfile;
import org.dpstck.core.edition.AuthorizationUse;

/**
 * What the documents leave open about the authorization profiles of a registration.
 *
 * @param direction which way credentials are used; empty where the edition's own reading holds
 * @param apiKeyHeader the header that carries an API key
 * @param audience the identifier of the data plane in the tokens it is given; null when not told
 * @param principal a principal that the data plane knows, for tokens of a broker; null when not told
 * @param participantContext the participant context of that principal; null when not told
 * @param scope a scope that allows every operation
 * @param keys by which the tokens of requests are signed
 */
public record AuthorizationSettings(
        Set<AuthorizationUse> direction,
        String apiKeyHeader,
        String audience,
        String principal,
        String participantContext,
        String scope,
        KeyType keys) {

    /** Copies the set. */
    public AuthorizationSettings {
        direction = Set.copyOf(direction);
    }

    /** What holds when nothing is told. */
    public static AuthorizationSettings defaults() {
        return new AuthorizationSettings(Set.of(), "x-api-key", null, null, null, "signaling:dataflow", KeyType.RSA);
    }

    /** Whether the credentials of a profile are used one way. */
    public boolean uses(AuthorizationProfile profile, AuthorizationUse use) {
        return (direction.isEmpty() ? profile.used() : direction).contains(use);
    }

    /** The identifier of the data plane in tokens, if it is known. */
    public Optional<String> knownAudience() {
        return Optional.ofNullable(audience);
    }
}
