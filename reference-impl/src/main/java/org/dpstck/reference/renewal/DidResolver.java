package org.dpstck.reference.renewal;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Duration;
import java.util.function.Supplier;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * Finds the public key that a DID document holds under a key id.
 *
 * <p>Knows {@code did:jwk}, which needs no network, and {@code did:web}, over HTTPS.
 */
final class DidResolver {

    private static final String JWK_METHOD = "did:jwk:";
    private static final String WEB = "did:web:";
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Supplier<HttpClient> client;
    private final boolean knowsJwk;

    DidResolver(Supplier<HttpClient> client, boolean knowsJwk) {
        this.client = client;
        this.knowsJwk = knowsJwk;
    }

    JWK key(String did, String kid) throws GeneralSecurityException {
        if (knowsJwk && did.startsWith(JWK_METHOD)) {
            return ofJwk(did, kid);
        }
        if (did.startsWith(WEB)) {
            return jwk(Json.write(method(document(did), did, kid).path("publicKeyJwk")));
        }
        throw new GeneralSecurityException("only did:jwk and did:web are resolved here");
    }

    private static JWK ofJwk(String did, String kid) throws GeneralSecurityException {
        if (!kid.equals(did + "#0") && !kid.equals("#0")) {
            throw new GeneralSecurityException("the only key of a did:jwk is #0");
        }
        return jwk(new Base64URL(did.substring(JWK_METHOD.length())).decodeToString());
    }

    private static JWK jwk(String json) throws GeneralSecurityException {
        try {
            return JWK.parse(json);
        } catch (ParseException noKey) {
            throw new GeneralSecurityException("there is no public key: " + noKey.getMessage(), noKey);
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
        StringBuilder url = new StringBuilder("https://").append(host);
        for (int i = 1; i < parts.length; i++) {
            url.append('/').append(parts[i]);
        }
        return URI.create(url.append(parts.length == 1 ? "/.well-known" : "")
                .append("/did.json")
                .toString());
    }
}
