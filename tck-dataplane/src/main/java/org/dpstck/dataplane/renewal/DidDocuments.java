package org.dpstck.dataplane.renewal;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Replies;
import org.dpstck.core.exchange.Outgoing;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.FarEnds;
import tools.jackson.databind.JsonNode;

/** Resolves the DID of the system: did:jwk, and did:web where the suite reaches its document. */
public final class DidDocuments {

    private static final String JWK_METHOD = "did:jwk:";
    private static final String WEB_METHOD = "did:web:";

    private final FarEnds ends;

    /** Resolves over the wire to endpoints that the system names. */
    public DidDocuments(FarEnds ends) {
        this.ends = ends;
    }

    /**
     * The key of an id in the document of a DID; empty if the document has none with it.
     *
     * @throws Unjudgeable if the document is out of reach
     */
    public Optional<JWK> key(String did, String kid) {
        if (did.startsWith(JWK_METHOD)) {
            var fragment = kid.substring(kid.indexOf('#') + 1);
            return "0".equals(fragment) || kid.equals(did)
                    ? parse(new Base64URL(did.substring(JWK_METHOD.length())).decodeToString())
                    : Optional.empty();
        }
        if (did.startsWith(WEB_METHOD)) {
            return method(document(did), did, kid)
                    .flatMap(method -> parse(method.path("publicKeyJwk").toString()));
        }
        throw Unjudgeable.untested("the suite resolves did:jwk and did:web, and the client is " + did);
    }

    private static Optional<JsonNode> method(JsonNode document, String did, String kid) {
        for (var method : document.path("verificationMethod")) {
            var id = method.path("id").asString("");
            if (List.of(id, did + id).contains(kid) || id.equals(did + kid)) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }

    private JsonNode document(String did) {
        var parts = did.substring(WEB_METHOD.length()).split(":");
        var host = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
        var path = parts.length == 1
                ? "/.well-known"
                : "/" + String.join("/", List.of(parts).subList(1, parts.length));
        var url = "https://" + host + path + "/did.json";
        var reply = ends.send("DID document of the client", new Outgoing("GET", url, null, null));
        return Optional.of(reply)
                .filter(Replies::succeeded)
                .flatMap(it -> Bodies.object(it.text()))
                .orElseThrow(() -> Unjudgeable.untested("the DID document of the client is out of reach: GET " + url
                        + " gave " + Replies.observed(reply)));
    }

    private static Optional<JWK> parse(String json) {
        try {
            return Optional.of(JWK.parse(json));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }
}
