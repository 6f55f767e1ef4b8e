package org.dpstck.reference.renewal;

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

/**
 * Who a consumer says it is when it renews a token: a key of its own and the {@code did:jwk} made of it.
 *
 * @param key with its private part
 */
record Identity(ECKey key) {

    static Identity made() throws JOSEException {
        return new Identity(new ECKeyGenerator(Curve.P_256).generate());
    }

    String did() {
        return "did:jwk:" + Base64URL.encode(key.toPublicJWK().toJSONString());
    }

    /** A signed JWT with these claims, under the only key of the DID. */
    String sign(JWTClaimsSet claims) throws JOSEException {
        return signWith(key, claims);
    }

    /** The same under the name of this key, signed with another one. */
    String signWith(ECKey other, JWTClaimsSet claims) throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(did() + "#0").build(), claims);
        jwt.sign(new ECDSASigner(other));
        return jwt.serialize();
    }
}
