package org.dpstck.dataplane.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A token of the control plane before it is signed; a value.
 *
 * @param claims by name; times are seconds
 * @param key that signs it
 * @param kid that its header names
 */
public record ControlPlaneToken(Map<String, Object> claims, JWK key, String kid) {

    /** How long a token is good. */
    public static final long LIFETIME_SECONDS = 300;

    /** A clock that is a little behind must not take the token for one of the future. */
    private static final long ISSUED_AGO_SECONDS = 10;

    private static final int PEM_LINE = 64;

    /** Copies the claims. */
    public ControlPlaneToken {
        claims = new LinkedHashMap<>(claims);
    }

    /** A good token with an id of its own, issued just now, signed by a key and naming it. */
    public static ControlPlaneToken of(Map<String, Object> identity, JWK key) {
        var now = Instant.now().getEpochSecond();
        var claims = new LinkedHashMap<>(identity);
        claims.put("iat", now - ISSUED_AGO_SECONDS);
        claims.put("exp", now + LIFETIME_SECONDS);
        claims.put("jti", UUID.randomUUID().toString());
        return new ControlPlaneToken(claims, key, key.getKeyID());
    }

    /** The same token with a claim changed. */
    public ControlPlaneToken with(String claim, Object value) {
        var changed = new LinkedHashMap<>(claims);
        changed.put(claim, value);
        return new ControlPlaneToken(changed, key, kid);
    }

    /** The same token without a claim. */
    public ControlPlaneToken without(String claim) {
        var changed = new LinkedHashMap<>(claims);
        changed.remove(claim);
        return new ControlPlaneToken(changed, key, kid);
    }

    /** The same token, signed by a key and naming one, which need not be the same. */
    public ControlPlaneToken signedBy(JWK other, String named) {
        return new ControlPlaneToken(claims, other, named);
    }

    /** A claim as text. */
    public String claim(String name) {
        return String.valueOf(claims.get(name));
    }

    /** Signed with the algorithm of the key. */
    public String signed() {
        try {
            var algorithm = key instanceof ECKey ? JWSAlgorithm.ES256 : JWSAlgorithm.RS256;
            var header = new JWSHeader.Builder(algorithm)
                    .type(JOSEObjectType.JWT)
                    .keyID(kid)
                    .build();
            var token = new SignedJWT(header, set());
            token.sign(signer());
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("a token could not be signed", e);
        }
    }

    /** Not signed at all, {@code alg} being {@code none}. */
    public String unsigned() {
        return new PlainJWT(set()).serialize();
    }

    /** Signed with HS256, the secret being the public key as the PEM text that everybody can make of it. */
    public String signedWithPublicKeyAsSecret() {
        try {
            var encoded = Base64.getMimeEncoder(PEM_LINE, new byte[] {'\n'})
                    .encodeToString(((AsymmetricJWK) key).toPublicKey().getEncoded());
            var pem = "-----BEGIN PUBLIC KEY-----\n" + encoded + "\n-----END PUBLIC KEY-----\n";
            var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                    .type(JOSEObjectType.JWT)
                    .keyID(kid)
                    .build();
            var token = new SignedJWT(header, set());
            token.sign(new MACSigner(pem.getBytes(StandardCharsets.US_ASCII)));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("a token could not be signed", e);
        }
    }

    /** Signed, and then a claim changed. */
    public String tampered() {
        var parts = signed().split("\\.");
        var changed = new PlainJWT(with("jti", UUID.randomUUID().toString()).set());
        return parts[0] + "." + Base64URL.encode(changed.getPayload().toString()) + "." + parts[2];
    }

    private JWSSigner signer() throws JOSEException {
        return key instanceof ECKey curve ? new ECDSASigner(curve) : new RSASSASigner(key.toRSAKey());
    }

    private JWTClaimsSet set() {
        try {
            return JWTClaimsSet.parse(claims);
        } catch (ParseException e) {
            throw new IllegalStateException("the claims of a token could not be written", e);
        }
    }
}
