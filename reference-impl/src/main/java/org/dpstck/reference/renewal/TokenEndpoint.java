package org.dpstck.reference.renewal;

import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.dpstck.reference.flow.Credentials;
import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.flow.FlowRequest;
import org.dpstck.reference.flow.FlowStore;
import org.dpstck.reference.hook.Hooks;
import org.dpstck.reference.hook.Rule;
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
    private static final String GRANT = "refresh_token";
    private static final String INVALID_REQUEST = "invalid_request";
    private static final String INVALID_GRANT = "invalid_grant";

    private final FlowStore store;
    private final Hooks hooks;
    private final DidResolver dids;

    /** Renews the tokens of the flows of {@code store}; the client fetches DID documents. */
    public TokenEndpoint(FlowStore store, Hooks hooks, Supplier<HttpClient> client) {
        this.store = store;
        this.hooks = hooks;
        this.dids = new DidResolver(client, hooks.keeps(Rule.REFRESH_DID_JWK));
    }

    /** Whether a request is one to renew. */
    public boolean serves(List<String> path, String method) {
        boolean atTheData = path.size() == 2 && path.get(0).equals("data") && method.equals("POST");
        return hooks.keeps(Rule.REFRESH_APART) ? path.equals(PATH) : atTheData;
    }

    /** Serves one request; a refusal is an OAuth error, 400 for the grant and 401 for the client. */
    public Answer serve(Request request, Optional<String> query) {
        if (hooks.keeps(Rule.REFRESH_POST) && !request.method().equals("POST")) {
            return Answer.empty(405).withHeader("Allow", "POST");
        }
        Map<String, String> form = new HashMap<>();
        read(query.orElse(""), form);
        read(request.text(), form);
        if (!hooks.keeps(Rule.REFRESH_AT_ALL)) {
            return error(400, "unsupported_grant_type", "");
        }
        if (hooks.keeps(Rule.REFRESH_GRANT) && !GRANT.equals(form.get("grant_type"))) {
            return error(400, form.containsKey("grant_type") ? "unsupported_grant_type" : INVALID_REQUEST, "");
        }
        String refresh = form.getOrDefault(GRANT, "");
        if (refresh.isEmpty()) {
            return error(400, INVALID_REQUEST, "refresh_token is missing");
        }
        try {
            Optional<ClientProof> proof =
                    authenticate(request.header("authorization").orElse(""));
            return renew(proof, refresh);
        } catch (GeneralSecurityException refused) {
            int status = hooks.keeps(Rule.REFRESH_NO_SERVER_ERROR) ? 401 : 500;
            return error(status, "invalid_client", refused.getMessage())
                    .withHeader("WWW-Authenticate", "Bearer realm=\"reference\"");
        }
    }

    /** "Resolve the client's DID Document using the iss claim … verify the JWT using the resolved public key." */
    private Optional<ClientProof> authenticate(String header) throws GeneralSecurityException {
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            if (!hooks.keeps(Rule.REFRESH_CLIENT)) {
                return Optional.empty();
            }
            throw new GeneralSecurityException("a bearer token is required");
        }
        ClientProof proof = ClientProof.parse(header.substring(BEARER.length()).strip());
        proof.verify(dids, hooks);
        return Optional.of(proof);
    }

    private Answer renew(Optional<ClientProof> proof, String refresh) throws GeneralSecurityException {
        Optional<DataFlow> flow = flow(proof, refresh);
        if (flow.isEmpty()) {
            return error(400, INVALID_GRANT, "no such refresh token for this client and this access token");
        }
        FlowRequest request = flow.get().request();
        boolean misdirected =
                proof.filter(jwt -> !jwt.isFor(request.participantId())).isPresent();
        if (misdirected && hooks.keeps(Rule.REFRESH_AUDIENCE)) {
            throw new GeneralSecurityException("aud must be the provider's DID");
        }
        Credentials credentials = flow.get().credentials();
        return credentials
                .renew(credentials.refresh(), !hooks.keeps(Rule.REFRESH_ROTATES))
                .map(this::success)
                .orElseGet(() -> error(400, INVALID_GRANT, "the refresh token has been spent"));
    }

    private Optional<DataFlow> flow(Optional<ClientProof> proof, String refresh) {
        return store.all().stream()
                .filter(each -> !each.state().isTerminal())
                .filter(each -> isMeant(each, proof, refresh))
                .findFirst();
    }

    private boolean isMeant(DataFlow flow, Optional<ClientProof> proof, String refresh) {
        Credentials credentials = flow.credentials();
        if (!credentials.isRenewable()) {
            return false;
        }
        boolean ours = proof.isEmpty()
                || flow.request().counterPartyId().equals(proof.get().client());
        boolean named = proof.isEmpty()
                || credentials.isAccess(
                        Optional.ofNullable(proof.get().accessToken()).orElse(""));
        return (credentials.isRefresh(refresh) || !hooks.keeps(Rule.REFRESH_TOKEN))
                && (ours || !hooks.keeps(Rule.REFRESH_BOUND))
                && (named || !hooks.keeps(Rule.REFRESH_ACCESS_TOKEN));
    }

    private Answer success(Credentials.Issued issued) {
        ObjectNode body = Json.object()
                .put("access_token", issued.access())
                .put("expires_in", issued.lifetime().orElseThrow().toSeconds());
        if (hooks.keeps(Rule.REFRESH_ROTATES)) {
            String good = hooks.keeps(Rule.REFRESH_ROTATION) ? "" : "no-";
            body.put(GRANT, good + issued.refresh().orElseThrow());
        }
        if (hooks.keeps(Rule.REFRESH_TOKEN_TYPE)) {
            body.put("token_type", "Bearer");
        }
        Answer answer = Answer.json(200, body);
        return hooks.keeps(Rule.REFRESH_NO_STORE) ? unstored(answer) : answer;
    }

    private Answer error(int status, String code, String description) {
        if (!hooks.keeps(Rule.REFRESH_ERROR)) {
            return Answer.empty(status);
        }
        ObjectNode body = Json.object().put("error", code);
        if (!description.isEmpty()) {
            body.put("error_description", description);
        }
        return unstored(Answer.json(status, body));
    }

    private static Answer unstored(Answer answer) {
        return answer.withHeader("Cache-Control", "no-store").withHeader("Pragma", "no-cache");
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
