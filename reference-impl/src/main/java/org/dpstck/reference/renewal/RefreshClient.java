package org.dpstck.reference.renewal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.dpstck.reference.flow.DataAddress;
import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.flow.Renewal;
import org.dpstck.reference.hook.Hooks;
import org.dpstck.reference.hook.Rule;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** A consumer's half of the token renewal profile: asks the provider for a new access token ("The Refresh Request"). */
public final class RefreshClient {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration PROOF_LASTS = Duration.ofMinutes(1);

    private final Supplier<HttpClient> client;
    private final Hooks hooks;
    private Identity identity;

    /** Renews through {@code client}. */
    public RefreshClient(Supplier<HttpClient> client, Hooks hooks) {
        this.client = client;
        this.hooks = hooks;
    }

    /** Whether a token is to be renewed before it is used. */
    public boolean isDue(DataAddress address) {
        return address.isExpired() && hooks.keeps(Rule.RENEWS);
    }

    /** Whether a token that was refused can be renewed. */
    public boolean isPossible(DataAddress address) {
        return address.renewal().isPresent() && hooks.keeps(Rule.RENEWS);
    }

    /**
     * The address with new tokens.
     *
     * @throws IOException if there are none to be had
     * @throws InterruptedException if the data plane is being closed
     */
    public DataAddress renew(DataFlow flow, DataAddress address) throws IOException, InterruptedException {
        Renewal renewal = address.renewal().orElseThrow(() -> new IOException("the token cannot be renewed"));
        HttpResponse<String> answer = client.get().send(request(flow, address, renewal), BodyHandlers.ofString());
        ObjectNode tokens = Json.tryObject(answer.body())
                .filter(body -> answer.statusCode() == 200)
                .orElseThrow(() -> new IOException("the token was not renewed: HTTP " + answer.statusCode()));
        String access = tokens.path("access_token").stringValue(null);
        if (access == null) {
            throw new IOException("the answer holds no access_token");
        }
        Optional<Duration> lifetime = tokens.path("expires_in").isNumber()
                ? Optional.of(Duration.ofSeconds(tokens.path("expires_in").asLong()))
                : Optional.empty();
        String rotated = hooks.keeps(Rule.RENEWS_ROTATED)
                ? tokens.path("refresh_token").stringValue(renewal.refreshToken())
                : renewal.refreshToken();
        return address.renewed(
                hooks.keeps(Rule.RENEWS_AND_USES) ? access : address.token(),
                Renewal.by(rotated, lifetime, renewal.endpoint()));
    }

    private HttpRequest request(DataFlow flow, DataAddress address, Renewal renewal) throws IOException {
        String own = hooks.keeps(Rule.RENEWS_AT_ENDPOINT) ? "" : "/refresh";
        URI target = URI.create(renewal.endpoint().orElse(address.endpoint() + own));
        if (hooks.keeps(Rule.RENEWS_OVER_TLS) && !"https".equalsIgnoreCase(target.getScheme())) {
            throw new IOException("refresh requests are sent over HTTPS only");
        }
        String form = "grant_type=refresh_token"
                + (hooks.keeps(Rule.RENEWS_WITH_TOKEN) ? "&refresh_token=" + encode(renewal.refreshToken()) : "");
        HttpRequest.Builder builder = HttpRequest.newBuilder(target)
                .timeout(LIMIT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        return hooks.keeps(Rule.RENEWS_WITH_BEARER)
                ? builder.header("Authorization", "Bearer " + proof(flow, address))
                        .build()
                : builder.build();
    }

    /** "The iss claim is set to the client's DID …" and so on, as "Client Authentication" lists it. */
    private String proof(DataFlow flow, DataAddress address) throws IOException {
        try {
            Identity self = identity();
            JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                    .issuer(self.did())
                    .subject(hooks.keeps(Rule.RENEWS_SUBJECT) ? self.did() : "reference")
                    .audience(hooks.keeps(Rule.RENEWS_AUDIENCE) ? flow.request().counterPartyId() : address.endpoint())
                    .jwtID(UUID.randomUUID().toString())
                    .expirationTime(Date.from(Instant.now().plus(PROOF_LASTS)));
            if (hooks.keeps(Rule.RENEWS_ACCESS_TOKEN)) {
                claims.claim("token", address.token());
            }
            return hooks.keeps(Rule.RENEWS_SIGNED)
                    ? self.sign(claims.build())
                    : self.signWith(Identity.made().key(), claims.build());
        } catch (JOSEException impossible) {
            throw new IOException("the request cannot be signed: " + impossible.getMessage(), impossible);
        }
    }

    private synchronized Identity identity() throws JOSEException {
        if (identity == null) {
            identity = Identity.made();
        }
        return identity;
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
