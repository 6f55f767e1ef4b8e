package org.dpstck.dataplane.token;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.standin.Served;

/**
 * The token endpoint of the suite's control plane: grants whoever asks a token, each a new one.
 *
 * <p>Whether the request was in order is for the case to say: a refusal here would only make callbacks fail to come.
 */
public final class TokenDesk implements Function<Arrival, Served> {

    private static final int MOST = 100;
    private static final int BAD_REQUEST = 400;

    private final List<Granted> granted = new CopyOnWriteArrayList<>();
    private final long lifetimeSeconds;

    /** A desk whose tokens are good for some seconds. */
    public TokenDesk(long lifetimeSeconds) {
        this.lifetimeSeconds = lifetimeSeconds;
    }

    @Override
    public Served apply(Arrival request) {
        if (granted.size() >= MOST) {
            return Served.json(BAD_REQUEST, "{\"error\":\"invalid_request\"}");
        }
        var token = "dps-tck-token-" + UUID.randomUUID();
        granted.add(new Granted(token, Instant.now()));
        return Served.json(
                200,
                "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":" + lifetimeSeconds
                        + "}");
    }

    /** When a token that it has granted ends; empty for any other text. */
    public Optional<Instant> end(String token) {
        return granted.stream()
                .filter(each -> each.token().equals(token))
                .map(each -> each.at().plusSeconds(lifetimeSeconds))
                .findFirst();
    }

    private record Granted(String token, Instant at) {}
}
