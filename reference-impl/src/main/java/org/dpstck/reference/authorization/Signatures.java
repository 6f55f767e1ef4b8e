package org.dpstck.reference.authorization;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Verifies tokens with the keys of a registration. */
final class Signatures {

    private final KeySets sets;
    private final Predicate<Check> skips;
    private final UnaryOperator<JWKSet> usable;

    Signatures(KeySets sets, Predicate<Check> skips, UnaryOperator<JWKSet> usable) {
        this.sets = sets;
        this.skips = skips;
        this.usable = usable;
    }

    /** "If neither is provided, the receiving party skips signature verification." */
    void verify(JWT token, KeySource source) throws GeneralSecurityException {
        if (source instanceof KeySource.None && skips.test(Check.NO_KEYS_NEEDED)) {
            throw new GeneralSecurityException("there is no key to verify the token with");
        }
        if (source instanceof KeySource.None || skips.test(Check.SIGNATURE)) {
            return;
        }
        if (!(token instanceof SignedJWT signed)) {
            if (skips.test(Check.ALGORITHM)) {
                return;
            }
            throw new GeneralSecurityException("the token is not signed");
        }
        String kid = signed.getHeader().getKeyID();
        for (JWK key : candidates(usable.apply(sets.of(source, kid)), kid)) {
            if (verifies(signed, key)) {
                return;
            }
        }
        throw new GeneralSecurityException("the signature of the token is wrong, or its key is unknown");
    }

    /** "MUST use the key whose kid matches"; a token that names none is tried with each. */
    private List<JWK> candidates(JWKSet set, String kid) {
        if (kid == null || skips.test(Check.KID)) {
            return set.getKeys();
        }
        JWK named = set.getKeyByKeyId(kid);
        return named == null ? List.of() : List.of(named);
    }

    private boolean verifies(SignedJWT token, JWK key) {
        try {
            JWSVerifier verifier = verifier(token, key);
            return verifier != null && token.verify(verifier);
        } catch (JOSEException otherAlgorithm) {
            return false;
        }
    }

    private JWSVerifier verifier(SignedJWT token, JWK key) throws JOSEException {
        boolean symmetric =
                JWSAlgorithm.Family.HMAC_SHA.contains(token.getHeader().getAlgorithm());
        if (symmetric && skips.test(Check.KEY_TYPE)) {
            return new MACVerifier(pem(key).getBytes(StandardCharsets.US_ASCII));
        }
        if (key instanceof RSAKey rsa) {
            return new RSASSAVerifier(rsa);
        }
        return key instanceof ECKey ec ? new ECDSAVerifier(ec) : null;
    }

    private static String pem(JWK key) throws JOSEException {
        byte[] encoded = ((AsymmetricJWK) key).toPublicKey().getEncoded();
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n";
    }
}
