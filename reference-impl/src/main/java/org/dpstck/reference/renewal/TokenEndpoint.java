package org.dpstck.reference.renewal;

import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.dpstck.reference.flow.Credentials;
import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.flow.FlowRequest;
import org.dpstck.reference.flow.FlowStore;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Request;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * The refresh end point of the token renewal profile: the {@code refresh_token} grant of OAuth 2.0 for a client that
 * proves who it is with a JWT of its own.
 *
 * <p>The parameters may be in the body, as OAuth wants them, or in the query, as the profile's example shows them.
 */
public final class TokenEndpoint {

    /** Where it is, below the origin. */
    public static final List<String> PATH = List.of("token");

    private static final String BEARER = "Bearer ";

    private final FlowStore store;
    private final DidResolver dids;
    private final Clock clock;

    /** Renews the tokens of the flows of {@code store}; the client fetches DID documents. */
    public TokenEndpoint(FlowStore store, Supplier<HttpClient> client) {
        this.store = store;
        this.dids = new DidResolver(client);
        this.clock = Clock.systemUTC();
    }

    /** Serves one request; a refusal is an OAuth error, 400 for the grant and 401 for the client. */
    public Answer serve(Request request, Optional<String> query) {
        if (!request.method().equals("POST")) {
            return Answer.empty(405).withHeader("Allow", "POST");
        }
        Map<String, String> form = new HashMap<>();
        read(query.orElse(""), form);
        read(request.text(), form);
        if (!"refresh_token".equals(form.get("grant_type"))) {
            return error(400, form.containsKey("grant_type") ? "unsupported_grant_type" : "invalid_request", "");
        }
        String refresh = form.getOrDefault("refresh_token", "");
        if (refresh.isEmpty()) {
            return error(400, "invalid_request", "refresh_token is missing");
        }
        try {
            Jwt jwt = authenticate(request.header("authorization").orElse(""));
            return renew(jwt, refresh);
        } catch (GeneralSecurityException refused) {
            return error(401, "invalid_client", refused.getMessage())
                    .withHeader("WWW-Authenticate", "Bearer realm=\"reference\"");
        }
    }

    /** "Resolve the client's DID Document using the iss claim … verify the JWT using the resolved public key." */
    private Jwt authenticate(String header) throws GeneralSecurityException {
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new GeneralSecurityException("a bearer token is required");
        }
        Jwt jwt = Jwt.parse(header.substring(BEARER.length()).strip());
        jwt.verify(dids.key(jwt.claim("iss"), jwt.header().path("kid").asString("")));
        if (!jwt.claim("sub").equals(jwt.claim("iss"))) {
            throw new GeneralSecurityException("iss and sub must both be the client's DID");
        }
        if (jwt.isExpired(clock.instant().getEpochSecond())) {
            throw new GeneralSecurityException("the bearer token has expired");
        }
        return jwt;
    }

    private Answer renew(Jwt jwt, String refresh) throws GeneralSecurityException {
        Optional<DataFlow> flow = store.all().stream()
                .filter(each -> !each.state().isTerminal())
                .filter(each -> each.credentials().matches(refresh, jwt.claim("token")))
                .findFirst();
        if (flow.isEmpty() || !flow.get().request().counterPartyId().equals(jwt.claim("iss"))) {
            return error(400, "invalid_grant", "no such refresh token for this client and this access token");
        }
        FlowRequest request = flow.get().request();
        if (!jwt.isFor(request.participantId())) {
            throw new GeneralSecurityException("aud must be the provider's DID");
        }
        return flow.get()
                .credentials()
                .renew(refresh)
                .map(TokenEndpoint::success)
                .orElseGet(() -> error(400, "invalid_grant", "the refresh token has been spent"));
    }

    private static Answer success(Credentials.Issued issued) {
        ObjectNode body = Json.object()
                .put("access_token", issued.access())
                .put("token_type", "Bearer")
                .put("expires_in", issued.lifetime().orElseThrow().toSeconds())
                .put("refresh_token", issued.refresh().orElseThrow());
        return Answer.json(200, body).withHeader("Cache-Control", "no-store");
    }

    private static Answer error(int status, String code, String description) {
        ObjectNode body = Json.object().put("error", code);
        if (!description.isEmpty()) {
            body.put("error_description", description);
        }
        return Answer.json(status, body).withHeader("Cache-Control", "no-store");
    }

    private static void read(String encoded, Map<String, String> form) {
        for (String pair : encoded.split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                form.put(decode(parts[0]), decode(parts[1]));
            }
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noEscape) {
            return text;
        }
    }
}
