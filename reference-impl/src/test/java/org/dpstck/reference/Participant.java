package org.dpstck.reference;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** A participant with a key and a DID that names it. */
record Participant(String did, JWK key) {

    /** A did:jwk with a key of this kind, EC or RSA. */
    static Participant withKey(String kind) {
        try {
            JWK key = kind.equals("EC")
                    ? new ECKeyGenerator(Curve.P_256).generate()
                    : new RSAKeyGenerator(2048).generate();
            return new Participant(
                    "did:jwk:" + Base64URL.encode(key.toPublicJWK().toJSONString()), key);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The same key under a name of somebody else, or under another name of one's own. */
    Participant claiming(String other) {
        return new Participant(other, key);
    }

    /** The DID document of a did:web. */
    String document() {
        ObjectNode document = Json.object().put("id", did);
        document.putArray("verificationMethod")
                .addObject()
                .put("id", did + "#0")
                .put("type", "JsonWebKey2020")
                .set(
                        "publicKeyJwk",
                        Json.tryObject(key.toPublicJWK().toJSONString()).orElseThrow());
        return Json.write(document);
    }

    /** What authenticates a refresh request. */
    String jwt(String audience, String accessToken) {
        JWSAlgorithm algorithm = key instanceof ECKey ? JWSAlgorithm.ES256 : JWSAlgorithm.RS256;
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(algorithm).keyID(did + "#0").build(),
                new JWTClaimsSet.Builder()
                        .issuer(did)
                        .subject(did)
                        .audience(audience)
                        .claim("token", accessToken)
                        .build());
        try {
            jwt.sign(key instanceof ECKey ec ? new ECDSASigner(ec) : new RSASSASigner((RSAKey) key));
            return jwt.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
