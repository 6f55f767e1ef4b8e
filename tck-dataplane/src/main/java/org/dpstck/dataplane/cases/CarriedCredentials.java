package org.dpstck.dataplane.cases;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.verdict.Judge;
import org.dpstck.dataplane.flow.AuthorizedAs;
import org.dpstck.dataplane.token.GrantCheck;

/** Looks at the credentials that a callback carries. */
final class CarriedCredentials {

    private static final String BEARER = "bearer ";

    private final AuthorizedAs credentials;
    private final SystemUnderTest system;
    private final Judge judge;
    private final String requirement;

    CarriedCredentials(AuthorizedAs credentials, SystemUnderTest system, Judge judge, String requirement) {
        this.credentials = credentials;
        this.system = system;
        this.judge = judge;
        this.requirement = requirement;
    }

    /** The callback carries what the registration says. */
    void areIn(Arrival callback) {
        if (credentials.profile().hasKey()) {
            key(callback);
        } else {
            token(callback);
        }
    }

    /** Whether the callback carries what another registration says. */
    static boolean carries(Arrival callback, AuthorizedAs other, SystemUnderTest system) {
        return other.profile().hasKey()
                ? callback.header(system.authorization().apiKeyHeader())
                        .filter(other.secret()::equals)
                        .isPresent()
                : bearer(callback).flatMap(other.desk()::end).isPresent();
    }

    /** Whether the data plane signs the tokens of its callbacks itself, so that no secret matters (position 83). */
    boolean areItsOwn(Arrival callback) {
        return bearer(callback)
                .filter(token -> credentials.desk().end(token).isEmpty() && isSelfSigned(token))
                .isPresent();
    }

    /** The token that a callback carries. */
    static Optional<String> bearer(Arrival callback) {
        return callback.header("Authorization")
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()).strip());
    }

    private void key(Arrival callback) {
        var name = system.authorization().apiKeyHeader();
        var carried = callback.header(name);
        if (carried.filter(credentials.secret()::equals).isEmpty()) {
            judge.violated(
                    requirement,
                    "a callback with the registered key in the header " + name,
                    carried.isPresent()
                            ? "another one in that header"
                            : "no such header; authorization.apiKeyHeader names it",
                    callback.exchange());
        }
    }

    private void token(Arrival callback) {
        var header = callback.header("Authorization").orElse(null);
        var token = bearer(callback);
        if (header == null) {
            violated("no Authorization header", callback);
        } else if (GrantCheck.basic(header)
                .filter(pair -> pair.contains(credentials.secret()))
                .isPresent()) {
            violated("the client secret itself, by HTTP Basic", callback);
        } else if (token.isEmpty()) {
            violated("an Authorization header of another scheme", callback);
        } else if (credentials.desk().end(token.get()).isEmpty() && !isSelfSigned(token.get())) {
            violated("another one, which the tokenEndpoint has not granted", callback);
        }
    }

    private void violated(String observed, Arrival callback) {
        judge.violated(
                requirement,
                "a callback with Authorization: Bearer and the token that the registered tokenEndpoint granted",
                observed,
                callback.exchange());
    }

    /** Where tokens have claims, a data plane may sign its own: then these have to be right (position 83). */
    private boolean isSelfSigned(String token) {
        if (!credentials.profile().judgesTokens()) {
            return false;
        }
        try {
            var claims = JWTParser.parse(token).getJWTClaimsSet();
            return claims != null
                    && credentials.profile().claims().stream().allMatch(name -> claims.getClaim(name) != null)
                    && claims.getExpirationTime() != null
                    && Instant.now().isBefore(claims.getExpirationTime().toInstant())
                    && isOfDataPlane(claims);
        } catch (ParseException noToken) {
            return false;
        }
    }

    private boolean isOfDataPlane(JWTClaimsSet claims) {
        return system.authorization()
                .knownAudience()
                .map(id -> id.equals(claims.getSubject()))
                .orElse(true);
    }
}
