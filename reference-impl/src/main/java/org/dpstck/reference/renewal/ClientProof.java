package org.dpstck.reference.renewal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.dpstck.reference.hook.Hooks;
import org.dpstck.reference.hook.Rule;

/** The JWT by which the client of a refresh request says, and proves, who it is ("Client Authentication"). */
final class ClientProof {

    private final SignedJWT jwt;
    private final JWTClaimsSet claims;

    private ClientProof(SignedJWT jwt, JWTClaimsSet claims) {
        this.jwt = jwt;
        this.claims = claims;
    }

    static ClientProof parse(String compact) throws GeneralSecurityException {
        try {
            SignedJWT jwt = SignedJWT.parse(compact);
            return new ClientProof(jwt, jwt.getJWTClaimsSet());
        } catch (ParseException none) {
            throw new GeneralSecurityException("the bearer token is not a signed JWT", none);
        }
    }

    /** Verifies signature, time and subject; whom it is for depends on the refresh token. */
    void verify(DidResolver dids, Hooks hooks) throws GeneralSecurityException {
        String issuer = client();
        String kid = Optional.ofNullable(jwt.getHeader().getKeyID()).orElse("");
        JWK key = dids.key(issuer, kid);
        if (hooks.keeps(Rule.REFRESH_SIGNATURE) && !isSignedWith(key)) {
            throw new GeneralSecurityException("the signature of the bearer token is wrong");
        }
        if (hooks.keeps(Rule.REFRESH_SUBJECT) && !issuer.equals(claims.getSubject())) {
            throw new GeneralSecurityException("iss and sub must both be the client's DID");
        }
        Date end = claims.getExpirationTime();
        if (hooks.keeps(Rule.REFRESH_EXPIRY) && end != null && end.toInstant().isBefore(Instant.now())) {
            throw new GeneralSecurityException("the bearer token has expired");
        }
    }

    private boolean isSignedWith(JWK key) throws GeneralSecurityException {
        if (!(key instanceof AsymmetricJWK pair)) {
            throw new GeneralSecurityException("the key of the DID document is no public key");
        }
        try {
            JWSVerifier verifier =
                    new DefaultJWSVerifierFactory().createJWSVerifier(jwt.getHeader(), pair.toPublicKey());
            return jwt.verify(verifier);
        } catch (JOSEException unsuitable) {
            throw new GeneralSecurityException("algorithm and key do not fit: " + unsuitable.getMessage(), unsuitable);
        }
    }

    /** The DID that it is about. */
    String client() {
        return Optional.ofNullable(claims.getIssuer()).orElse("");
    }

    boolean isFor(String audience) {
        return claims.getAudience().contains(audience);
    }

    /** The access token that is to be renewed; null if it is not named. */
    String accessToken() {
        return claims.getClaim("token") instanceof String token ? token : null;
    }
}
