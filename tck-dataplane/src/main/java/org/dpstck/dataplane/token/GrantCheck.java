package org.dpstck.dataplane.token;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.verdict.Judge;

/** Looks at a request for a token (RFC 6749, sections 2.3.1 and 4.4.2). */
public final class GrantCheck {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String GRANT = "client_credentials";
    private static final String SECRET = "client_secret";
    private static final String BASIC = "basic ";

    private final Judge judge;
    private final String requirement;
    private final String clientId;
    private final String clientSecret;

    /** A check of the requests of one client. */
    public GrantCheck(Judge judge, String requirement, String clientId, String clientSecret) {
        this.judge = judge;
        this.requirement = requirement;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
    }

    /** The request is one of the client credentials grant, by the client that was registered, its secret in no URL. */
    public void conforms(Arrival request) {
        var query = request.path().indexOf('?');
        if (query >= 0 && pairs(request.path().substring(query + 1)).containsKey(SECRET)) {
            violated("the client secret in no URL", "the query holds " + SECRET, request);
            return;
        }
        var type = request.header("Content-Type").orElse("none").toLowerCase(Locale.ROOT);
        if (!"POST".equals(request.method()) || !type.startsWith(FORM)) {
            violated("POST with " + FORM, request.method() + " with the Content-Type " + type, request);
            return;
        }
        var form = pairs(request.body());
        if (!GRANT.equals(form.get("grant_type"))) {
            violated("grant_type=" + GRANT, "grant_type=" + form.getOrDefault("grant_type", "(missing)"), request);
        }
        client(form, request);
    }

    private void client(Map<String, String> form, Arrival request) {
        if (form.containsKey("client_assertion")) {
            return; // Proves knowledge of the secret without telling it.
        }
        var basic = request.header("Authorization").flatMap(GrantCheck::basic);
        var expected = "the registered clientId with its client secret, by HTTP Basic or in the body";
        if (basic.isEmpty() && !form.containsKey(SECRET)) {
            violated(expected, "neither an Authorization header with them nor a parameter " + SECRET, request);
        } else if (basic.isPresent() ? !isClient(basic.get()) : !isClient(form)) {
            violated(expected, "another client or another secret", request);
        }
    }

    private boolean isClient(Map<String, String> form) {
        return clientId.equals(form.get("client_id")) && clientSecret.equals(form.get(SECRET));
    }

    /** Both halves are form-encoded, which many clients leave out. */
    private boolean isClient(String basic) {
        var pair = basic.split(":", 2);
        return pair.length == 2
                && (clientId.equals(pair[0]) || clientId.equals(decoded(pair[0])))
                && (clientSecret.equals(pair[1]) || clientSecret.equals(decoded(pair[1])));
    }

    private void violated(String expected, String observed, Arrival request) {
        judge.violated(requirement, "a request to the tokenEndpoint with " + expected, observed, request.exchange());
    }

    /** What a header of the Basic scheme holds. */
    public static Optional<String> basic(String header) {
        if (!header.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
            return Optional.empty();
        }
        try {
            var decoded =
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            return Optional.of(new String(decoded, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private static Map<String, String> pairs(String encoded) {
        var pairs = new HashMap<String, String>();
        for (var pair : encoded.split("&")) {
            var parts = pair.split("=", 2);
            if (parts.length == 2) {
                pairs.putIfAbsent(decoded(parts[0]), decoded(parts[1]));
            }
        }
        return pairs;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noEscape) {
            return text;
        }
    }
}
