package org.dpstck.dataplane.renewal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.dpstck.core.standin.Endpoint;
import org.dpstck.core.standin.Served;
import org.dpstck.dataplane.flow.FarEnds;
import tools.jackson.databind.json.JsonMapper;

/**
 * A participant that the suite plays: a DID and the key that its DID document holds.
 *
 * @param did its DID
 * @param key with the private part; of the curve P-256
 * @param document where its DID document is served; null where the DID itself holds the key
 */
public record Identity(String did, ECKey key, Endpoint document) {

    /** The methods of DIDs that the suite can have, the one without a network first. */
    public enum Method {
        /** The DID is made of the key. */
        JWK,
        /** The DID names the place of its document. */
        WEB;

        @Override
        public String toString() {
            return "did:" + name().toLowerCase(Locale.ROOT);
        }
    }

    /** A new participant; one with a did:web has its document served as long as the case runs. */
    static Identity of(Method method, FarEnds ends) {
        var key = newKey();
        if (method == Method.JWK) {
            return new Identity(jwk(key), key, null);
        }
        var documents = new AtomicReference<String>("{}");
        var endpoint = ends.serve(arrival -> Served.json(200, documents.get()));
        var did = web(endpoint.secureUrl());
        documents.set(document(did, key));
        return new Identity(did, key, endpoint);
    }

    /** A participant with a did:jwk. */
    static Identity withoutNetwork() {
        var key = newKey();
        return new Identity(jwk(key), key, null);
    }

    /** The id of its key, as the header of a JWT names it. */
    String kid() {
        return did + "#0";
    }

    /** Whether somebody asked for its DID document. */
    boolean wasResolved() {
        return document != null && !document.arrivals().isEmpty();
    }

    /** A JWT that names its key, signed with it. */
    String sign(JWTClaimsSet claims) {
        return sign(claims, key);
    }

    /** A JWT that names its key, signed with another one. */
    String sign(JWTClaimsSet claims, ECKey with) {
        try {
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(kid()).build(), claims);
            jwt.sign(new ECDSASigner(with));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("this Java cannot sign with ES256", e);
        }
    }

    static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("this Java has no keys of P-256", e);
        }
    }

    private static String jwk(ECKey key) {
        return "did:jwk:" + Base64URL.encode(key.toPublicJWK().toJSONString());
    }

    /** The DID whose document is at {@code url}/did.json. */
    private static String web(String url) {
        var at = URI.create(url);
        return "did:web:" + at.getRawAuthority().replace(":", "%3A")
                + at.getRawPath().replace('/', ':');
    }

    private static String document(String did, ECKey key) {
        var method = Map.of(
                "id",
                did + "#0",
                "type",
                "JsonWebKey2020",
                "controller",
                did,
                "publicKeyJwk",
                key.toPublicJWK().toJSONObject());
        return JsonMapper.builder()
                .build()
                .writeValueAsString(Map.of(
                        "@context",
                        List.of("https://www.w3.org/ns/did/v1"),
                        "id",
                        did,
                        "verificationMethod",
                        List.of(method),
                        "authentication",
                        List.of(did + "#0"),
                        "assertionMethod",
                        List.of(did + "#0")));
    }
}
