package org.dpstck.dataplane.renewal;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.dpstck.core.check.GrantedAddress;

/**
 * Tokens that a provider gave to a client, and with what they can be renewed.
 *
 * @param client whom the provider was told that the tokens are for
 * @param provider the DID of the provider, as the message named it
 * @param address that carried them
 * @param access the access token
 * @param refresh the refresh token
 * @param endpoint where they are renewed
 */
public record Lease(
        Identity client, String provider, GrantedAddress address, String access, String refresh, String endpoint) {

    private static final Duration LASTS = Duration.ofMinutes(5);

    /** The claims of a correct proof. */
    JWTClaimsSet.Builder claims() {
        return claimsOf(client);
    }

    /** The claims of a proof that is correct, but somebody else's. */
    JWTClaimsSet.Builder claimsOf(Identity other) {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(other.did())
                .subject(other.did())
                .audience(provider)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LASTS)))
                .jwtID(UUID.randomUUID().toString())
                .claim("token", access);
    }

    /** A refresh request in its correct form. */
    public RefreshRequest request() {
        return RefreshRequest.correct(endpoint, refresh, client.sign(claims().build()));
    }

    /** What is left after a renewal. */
    Lease renewed(String newAccess, String newRefresh) {
        return new Lease(client, provider, address, newAccess, newRefresh, endpoint);
    }
}
