package org.dpstck.reference.authorization;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.dpstck.reference.hook.Hooks;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * What callbacks carry so that the control plane lets them in: a token that its token end point has granted, or its key.
 *
 * <p>A secret goes to the control plane that registered it and to nobody else.
 */
public final class CallbackCredentials {

    /** No section names the header of an API key; this is the usual one. */
    private static final String API_KEY = "x-api-key";

    private final Map<Scheme, Granted> tokens = new ConcurrentHashMap<>();
    private final Supplier<List<Registered>> controlPlanes;
    private final Hooks hooks;
    private final Supplier<HttpClient> client;

    /** Credentials for the control planes that are registered, the last one last. */
    public CallbackCredentials(Supplier<List<Registered>> controlPlanes, Hooks hooks, Supplier<HttpClient> client) {
        this.controlPlanes = controlPlanes;
        this.hooks = hooks;
        this.client = client;
    }

    /** The scheme by which a callback to an address is authorized now. */
    public Optional<Scheme> scheme(URI target) {
        Optional<Scheme> latest = Optional.empty();
        for (Registered each : controlPlanes.get()) {
            if (each.owns(target)) {
                latest = each.schemes().stream()
                        .filter(scheme -> !(scheme instanceof Scheme.TokenExchange))
                        .findFirst();
            }
        }
        return latest;
    }

    /**
     * The headers that carry the credentials of a scheme; may take as long as the token end point does.
     *
     * @throws IOException if no token is granted
     */
    public Map<String, String> headers(Scheme scheme) throws IOException {
        Map<String, String> headers = Map.of();
        if (scheme instanceof Scheme.ApiKey key) {
            headers = Map.of(API_KEY, key.key());
        } else if (scheme instanceof Scheme.ClientCredentials credentials) {
            headers = Map.of("Authorization", "Bearer " + token(credentials));
        }
        return hooks.carried(scheme, headers);
    }

    private String token(Scheme.ClientCredentials credentials) throws IOException {
        Granted known = tokens.get(credentials);
        if (known != null && hooks.isFresh(Instant.now().isBefore(known.until()))) {
            return known.token();
        }
        Granted granted = grant(credentials);
        tokens.put(credentials, granted);
        return granted.token();
    }

    private Granted grant(Scheme.ClientCredentials credentials) throws IOException {
        String pair =
                GrantRequest.encode(credentials.clientId()) + ":" + GrantRequest.encode(credentials.clientSecret());
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        GrantRequest request = hooks.granting(
                new GrantRequest(credentials.tokenEndpoint(), Map.of("Authorization", "Basic " + basic), form));
        try {
            HttpResponse<String> answer = client.get().send(request.request(), BodyHandlers.ofString());
            Optional<ObjectNode> body = Json.tryObject(answer.body());
            String token =
                    body.map(object -> object.path("access_token").asString("")).orElse("");
            if (answer.statusCode() != 200 || token.isEmpty()) {
                throw new IOException("no token was granted: HTTP " + answer.statusCode());
            }
            long lifetime = body.orElseThrow().path("expires_in").asLong(0);
            return new Granted(token, Instant.now().plusSeconds(lifetime));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new IOException("the data plane is being closed", closing);
        }
    }

    /** A token and when it ends. */
    private record Granted(String token, Instant until) {}
}
