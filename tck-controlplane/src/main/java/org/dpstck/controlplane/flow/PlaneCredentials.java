package org.dpstck.controlplane.flow;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dpstck.core.edition.AuthorizationProfile;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.standin.Endpoint;
import org.dpstck.core.standin.Inbox;
import org.dpstck.core.standin.Reception;
import org.dpstck.core.standin.Served;
import org.dpstck.core.standin.StandIn;

/**
 * What a data plane of the suite registers with so that requests to it can be authorized: a client with a token endpoint, or a
 * key.
 */
public final class PlaneCredentials {

    private static final int REFUSED = 401;
    private static final int GRANTED = 200;
    private static final String BEARER = "bearer ";

    private final AuthorizationProfile profile;
    private final String client = "tck-client-" + UUID.randomUUID();
    private final String secret = "tck-secret-" + UUID.randomUUID();
    private final String token = "tck-token-" + UUID.randomUUID();
    private final Inbox inbox;
    private final Endpoint endpoint;

    PlaneCredentials(AuthorizationProfile profile, StandIn standIn, Inbox inbox) {
        this.profile = profile;
        this.inbox = inbox;
        this.endpoint = standIn.share(UUID.randomUUID().toString(), this::grant);
    }

    Endpoint endpoint() {
        return endpoint;
    }

    /** The authorization object in its plain form. */
    public Map<String, Object> entry() {
        var values = new LinkedHashMap<String, String>();
        values.put("tokenEndpoint", endpoint.url());
        values.put("clientId", client);
        values.put("clientSecret", secret);
        values.put("apiKey", secret);
        return Texts.fill(profile.sends(), values);
    }

    private Reception grant(Arrival arrival) {
        var right = arrival.body().contains("client_credentials")
                && (knows(arrival) || arrival.body().contains(secret));
        var served = right
                ? Served.json(
                        GRANTED,
                        "{\"access_token\": \"" + token + "\", \"token_type\": \"Bearer\", \"expires_in\": 3600}")
                : Served.json(REFUSED, "{\"error\": \"invalid_client\"}");
        return new Reception(served, inbox, "token request");
    }

    private boolean knows(Arrival arrival) {
        return basic(arrival).filter(pair -> pair.contains(secret)).isPresent();
    }

    private static Optional<String> basic(Arrival arrival) {
        return arrival.header("Authorization")
                .filter(header -> header.regionMatches(true, 0, "basic ", 0, "basic ".length()))
                .flatMap(header -> decoded(header.substring("basic ".length()).strip()));
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    /** Requests for tokens so far. */
    public int asked() {
        return inbox.all().size();
    }

    /** What is wrong with the credentials of a request to the data plane; empty if nothing is. */
    public Optional<String> wrongIn(Arrival arrival, String keyHeader) {
        if (profile.hasKey()) {
            return arrival.header(keyHeader)
                    .map(key -> key.equals(secret) ? "" : "another one in that header")
                    .or(() -> Optional.of("no such header"))
                    .filter(text -> !text.isEmpty());
        }
        if (knows(arrival)) {
            return Optional.of("the client secret itself, by HTTP Basic");
        }
        var bearer = arrival.header("Authorization")
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip());
        if (bearer.isEmpty()) {
            return Optional.of("no Authorization header with a Bearer token");
        }
        // Where an edition says what tokens hold, a control plane may sign its own (position 83).
        var signed = profile.judgesTokens() && bearer.get().split("\\.", -1).length == 3;
        return bearer.get().equals(token) || signed
                ? Optional.empty()
                : Optional.of("another token, which the tokenEndpoint has not granted");
    }

    /** Whether a request is authorized by these credentials and no others. */
    public boolean areIn(Arrival arrival, String keyHeader) {
        return wrongIn(arrival, keyHeader).isEmpty()
                && (profile.hasKey()
                        || arrival.header("Authorization").orElse("").contains(token));
    }
}
