package org.dpstck.reference.authorization;

import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What a token of a control plane must be (sections "Token Claims" and "Receiver Validation"). */
final class TokenRules {

    private static final List<String> CLIENT_CREDENTIALS = List.of("iss", "sub", "aud", "iat", "exp");
    private static final List<String> EXCHANGED =
            List.of("iss", "sub", "aud", "scope", "participant_context", "iat", "exp");

    private final String self;
    private final Signatures signatures;
    private final Predicate<Check> skips;

    TokenRules(String self, Signatures signatures, Predicate<Check> skips) {
        this.self = self;
        this.signatures = signatures;
        this.skips = skips;
    }

    /** Throws with the reason if the token is not one of this control plane for this data plane. */
    void check(JWT token, Registered sender, Scheme scheme) throws GeneralSecurityException {
        JWTClaimsSet claims = claims(token);
        if (scheme instanceof Scheme.TokenExchange exchange) {
            signatures.verify(token, exchange.keys());
            common(claims, EXCHANGED);
            exchanged(claims, exchange);
        } else if (scheme instanceof Scheme.ClientCredentials credentials) {
            signatures.verify(token, credentials.keys());
            common(claims, CLIENT_CREDENTIALS);
            demand(Check.SUBJECT, sender.id().equals(claims.getSubject()) || isAbsent(claims, "sub"), "sub");
        }
    }

    private static JWTClaimsSet claims(JWT token) throws GeneralSecurityException {
        try {
            JWTClaimsSet claims = token.getJWTClaimsSet();
            if (claims == null) {
                throw new GeneralSecurityException("the token holds no claims");
            }
            return claims;
        } catch (ParseException malformed) {
            throw new GeneralSecurityException("the claims of the token are malformed", malformed);
        }
    }

    private void common(JWTClaimsSet claims, List<String> required) throws GeneralSecurityException {
        for (String name : required) {
            demand(Check.CLAIMS, !isAbsent(claims, name), name);
        }
        boolean expired = claims.getExpirationTime() != null
                && !Instant.now().isBefore(claims.getExpirationTime().toInstant());
        demand(Check.EXPIRY, !expired, "exp");
        demand(Check.AUDIENCE, claims.getAudience().contains(self) || isAbsent(claims, "aud"), "aud");
    }

    private void exchanged(JWTClaimsSet claims, Scheme.TokenExchange exchange) throws GeneralSecurityException {
        demand(Check.ISSUER, exchange.issuer().equals(claims.getIssuer()) || isAbsent(claims, "iss"), "iss");
        Object actor = claims.getClaim("act");
        if (skips.test(Check.ACTOR_IGNORED) && actor instanceof Map<?, ?> workload && !workload.containsKey("known")) {
            throw new GeneralSecurityException("the actor may not do this");
        }
        String context = String.valueOf(claims.getClaim("participant_context"));
        Principal principal = Principal.find(claims.getSubject(), skips)
                .or(() -> skips.test(Check.SUBJECT)
                        ? Optional.of(Principal.anyone(claims.getSubject(), context))
                        : Optional.empty())
                .orElseThrow(() -> new GeneralSecurityException("there is no such principal"));
        demand(
                Check.PARTICIPANT_CONTEXT,
                principal.participantContext().equals(context) || isAbsent(claims, "participant_context"),
                "participant_context");
        List<String> granted =
                Arrays.asList(String.valueOf(claims.getClaim("scope")).split(" "));
        demand(
                Check.SCOPE,
                granted.stream().anyMatch(principal.scopes()::contains) || isAbsent(claims, "scope"),
                "scope");
    }

    private static boolean isAbsent(JWTClaimsSet claims, String name) {
        return name.equals("aud") ? claims.getAudience().isEmpty() : claims.getClaim(name) == null;
    }

    private void demand(Check check, boolean holds, String claim) throws GeneralSecurityException {
        if (!holds && !skips.test(check)) {
            throw new GeneralSecurityException("the claim " + claim + " of the token is wrong or missing");
        }
    }
}
