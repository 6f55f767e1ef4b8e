package org.dpstck.dataplane.renewal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.sut.SystemUnderTest;

/** The JWT by which the consumer under test authenticates a refresh request (§Client Authentication). */
public final class ClientProof {

    private final SignedJWT jwt;
    private final JWTClaimsSet claims;

    private ClientProof(SignedJWT jwt, JWTClaimsSet claims) {
        this.jwt = jwt;
        this.claims = claims;
    }

    /** The bearer token of a request; empty if there is none. */
    public static Optional<String> bearer(Arrival arrival) {
        return Optional.of(TokenProvider.bearer(arrival)).filter(token -> !token.isEmpty());
    }

    /** A bearer token as a signed JWT; empty if it is none. */
    public static Optional<ClientProof> parse(String bearer) {
        try {
            var jwt = SignedJWT.parse(bearer);
            return Optional.of(new ClientProof(jwt, jwt.getJWTClaimsSet()));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    /**
     * What is wrong with header and claims, each as what is expected and what is observed.
     *
     * @param audience the DID of the provider
     * @param token the access token that is renewed
     */
    public List<String[]> problems(SystemUnderTest system, String audience, String token) {
        var problems = new ArrayList<String[]>();
        if (kid().isEmpty()) {
            problems.add(new String[] {"the header kid with the id of a key", "no kid"});
        }
        var issuer = issuer();
        var own = system.ids().participant();
        if (!issuer.startsWith("did:")) {
            problems.add(new String[] {"the claim iss with the DID of the client", "iss is " + claims.getIssuer()});
        } else if (own.startsWith("did:") && !own.equals(issuer)) {
            problems.add(new String[] {"the claim iss with the participantId " + own, "iss is " + issuer});
        }
        if (!Objects.equals(claims.getIssuer(), claims.getSubject())) {
            problems.add(
                    new String[] {"the claim sub with the DID of the client, as in iss", "sub is " + claims.getSubject()
                    });
        }
        if (!claims.getAudience().contains(audience)) {
            problems.add(new String[] {
                "the claim aud with the DID of the provider (the counterPartyId of the flow)",
                "aud is " + claims.getAudience()
            });
        }
        if (!token.equals(claims.getClaim("token"))) {
            problems.add(new String[] {
                "the claim token with the access token that is renewed",
                claims.getClaim("token") == null ? "no claim token" : "token is another one"
            });
        }
        return problems;
    }

    /** The DID that it says it is from; empty text if none. */
    public String issuer() {
        return Objects.toString(claims.getIssuer(), "");
    }

    /** The id of the key that it names; empty text if none. */
    public String kid() {
        return Objects.toString(jwt.getHeader().getKeyID(), "");
    }

    /** Whether it is signed with a key. */
    public boolean isSignedWith(JWK key) {
        try {
            return key instanceof AsymmetricJWK pair
                    && jwt.verify(
                            new DefaultJWSVerifierFactory().createJWSVerifier(jwt.getHeader(), pair.toPublicKey()));
        } catch (JOSEException e) {
            return false;
        }
    }
}
