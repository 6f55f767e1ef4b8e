package org.dpstck.reference.renewal;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Supplier;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds the public key that a DID document holds under a key id.
 *
 * <p>Knows {@code did:jwk}, which needs no network, and {@code did:web}, over HTTPS except on the loopback interface.
 */
final class DidResolver {

    private static final String JWK = "did:jwk:";
    private static final String WEB = "did:web:";
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final Supplier<HttpClient> client;

    DidResolver(Supplier<HttpClient> client) {
        this.client = client;
    }

    VerificationKey key(String did, String kid) throws GeneralSecurityException {
        if (did.startsWith(JWK)) {
            return ofJwk(did, kid);
        }
        if (did.startsWith(WEB)) {
            return VerificationKey.of(method(document(did), did, kid).path("publicKeyJwk"));
        }
        throw new GeneralSecurityException("only did:jwk and did:web are resolved here");
    }

    private static VerificationKey ofJwk(String did, String kid) throws GeneralSecurityException {
        if (!kid.equals(did + "#0") && !kid.equals("#0")) {
            throw new GeneralSecurityException("the only key of a did:jwk is #0");
        }
        try {
            byte[] json = Base64.getUrlDecoder().decode(did.substring(JWK.length()));
            ObjectNode jwk = Json.tryObject(new String(json, StandardCharsets.UTF_8))
                    .orElseThrow(() -> new GeneralSecurityException("the did:jwk holds no key"));
            return VerificationKey.of(jwk);
        } catch (IllegalArgumentException notBase64) {
            throw new GeneralSecurityException("the did:jwk holds no key", notBase64);
        }
    }

    private static JsonNode method(JsonNode document, String did, String kid) throws GeneralSecurityException {
        for (JsonNode method : document.path("verificationMethod")) {
            String id = method.path("id").asString("");
            String absolute = id.startsWith("#") ? did + id : id;
            if (absolute.equals(kid) || absolute.equals(did + kid)) {
                return method;
            }
        }
        throw new GeneralSecurityException("the DID document has no key " + kid);
    }

    private JsonNode document(String did) throws GeneralSecurityException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(location(did)).timeout(LIMIT).build();
            HttpResponse<String> answer = client.get().send(request, BodyHandlers.ofString());
            return Json.tryObject(answer.body())
                    .filter(document -> answer.statusCode() == 200
                            && did.equals(document.path("id").asString("")))
                    .orElseThrow(() -> new GeneralSecurityException("there is no DID document for " + did));
        } catch (IOException | IllegalArgumentException unreachable) {
            throw new GeneralSecurityException("the DID document cannot be read: " + unreachable, unreachable);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new GeneralSecurityException("the data plane is being closed", closing);
        }
    }

    static URI location(String did) {
        String[] parts = did.substring(WEB.length()).split(":");
        String host = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
        boolean loopback = host.matches("(localhost|127\\.0\\.0\\.1)(:\\d+)?");
        StringBuilder url = new StringBuilder(loopback ? "http://" : "https://").append(host);
        for (int i = 1; i < parts.length; i++) {
            url.append('/').append(parts[i]);
        }
        return URI.create(url.append(parts.length == 1 ? "/.well-known" : "")
                .append("/did.json")
                .toString());
    }
}
