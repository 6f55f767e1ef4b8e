package org.dpstck.dataplane.token;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.dpstck.core.edition.AuthorizationProfile;

/**
 * A token that is wrong in one way.
 *
 * @param id in the id of its case
 * @param text what it is, after "with"
 * @param rest of the id of the requirement that has it refused
 * @param position that only lets a success warn; 0 for none
 * @param spoils makes it of a good token
 */
public record Forgery(
        String id, String text, String rest, int position, BiFunction<ControlPlaneToken, SigningKeys, String> spoils) {

    private static final int LESS_NEEDED_CLAIM = 171;
    private static final String KID = "KID";
    private static final String ELSE = "tck-someone-else";
    private static final List<String> LESS_NEEDED = List.of("iss", "iat");

    /** Everything that can be wrong with a token of a profile. */
    public static Stream<Forgery> of(AuthorizationProfile profile) {
        var all = new ArrayList<Forgery>();
        all.add(new Forgery("opaque", "a text that is no JWT", "CLAIMS", 0, (token, keys) -> "not-a-jwt-of-anybody"));
        all.add(claims("expired", "a token that expired an hour ago", "EXPIRED", Forgery::expired));
        all.add(claims(
                "aud-other",
                "a token whose aud is another data plane",
                profile.isBrokered() ? "AUDIENCE" : "CLAIMS",
                token -> token.with("aud", "tck-another-data-plane")));
        all.add(claims(
                "sub-other",
                "a token whose sub is nobody known",
                profile.isBrokered() ? "PRINCIPALS" : "SUB",
                token -> token.with("sub", profile.isBrokered() ? "urn:" + ELSE : ELSE)));
        profile.claims().forEach(claim -> all.add(without(claim, profile)));
        if (!profile.keys().isEmpty()) {
            all.addAll(signatures());
        }
        if (profile.isBrokered()) {
            all.addAll(brokered());
        }
        return all.stream();
    }

    /** Whether it says anything only of a system that verifies signatures. */
    public boolean presumesVerification() {
        return KID.equals(rest);
    }

    /** What a data plane is sent. */
    public String of(ControlPlaneToken good, SigningKeys keys) {
        return spoils.apply(good, keys);
    }

    private static Forgery without(String claim, AuthorizationProfile profile) {
        var lenient = LESS_NEEDED.contains(claim) && !(profile.isBrokered() && "iss".equals(claim));
        return new Forgery(
                "without-" + claim.replace('_', '-'),
                "a token without the claim " + claim,
                "CLAIMS",
                lenient ? LESS_NEEDED_CLAIM : 0,
                (token, keys) -> token.without(claim).signed());
    }

    private static List<Forgery> signatures() {
        return List.of(
                new Forgery(
                        "stranger-key",
                        "a token signed by a key that is not registered, under the kid of one that is",
                        "SIGNATURE",
                        0,
                        (token, keys) ->
                                token.signedBy(keys.stranger(), token.kid()).signed()),
                new Forgery(
                        "unknown-kid",
                        "a token signed by a key that is not registered, under its own kid",
                        "SIGNATURE",
                        0,
                        (token, keys) -> token.signedBy(
                                        keys.stranger(), keys.stranger().getKeyID())
                                .signed()),
                new Forgery(
                        "tampered",
                        "a token changed after its signature was made",
                        "SIGNATURE",
                        0,
                        (token, keys) -> token.tampered()),
                new Forgery(
                        "alg-none",
                        "a token with alg none and no signature",
                        "SIGNATURE",
                        0,
                        (token, keys) -> token.unsigned()),
                new Forgery(
                        "hmac-with-public-key",
                        "a token of HS256 signed with the public key as its secret",
                        "SIGNATURE",
                        0,
                        (token, keys) -> token.signedWithPublicKeyAsSecret()),
                new Forgery(
                        "kid-of-another-key",
                        "a token whose kid names another registered key than the one that signed it",
                        KID,
                        0,
                        (token, keys) -> token.signedBy(
                                        keys.second(), keys.first().getKeyID())
                                .signed()));
    }

    private static List<Forgery> brokered() {
        return List.of(
                claims(
                        "iss-other",
                        "a token whose iss is not the registered issuer",
                        "ISSUER",
                        token -> token.with("iss", "https://" + ELSE + ".example")),
                claims(
                        "scope-other",
                        "a token whose scope allows nothing here",
                        "SCOPE",
                        token -> token.with("scope", "tck:nothing")),
                claims(
                        "sub-in-another-case",
                        "a token whose sub differs from a principal in case alone",
                        "PRINCIPAL-ID",
                        token -> token.with("sub", swapped(token.claim("sub")))),
                claims(
                        "participant-context-other",
                        "a token whose participant_context is not that of its sub",
                        "PRINCIPALS",
                        token -> token.with("participant_context", "tck-another-context")));
    }

    private interface Change {
        ControlPlaneToken of(ControlPlaneToken token);
    }

    private static Forgery claims(String id, String text, String rest, Change change) {
        return new Forgery(id, text, rest, 0, (token, keys) -> change.of(token).signed());
    }

    private static ControlPlaneToken expired(ControlPlaneToken token) {
        var then = Instant.now().minus(Duration.ofHours(1)).getEpochSecond();
        return token.with("iat", then - ControlPlaneToken.LIFETIME_SECONDS).with("exp", then);
    }

    private static String swapped(String text) {
        var upper = text.toUpperCase(Locale.ROOT);
        return upper.equals(text) ? text.toLowerCase(Locale.ROOT) : upper;
    }

    @Override
    public String toString() {
        return id;
    }
}
