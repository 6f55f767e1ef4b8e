package org.dpstck.reference.authorization;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A request for an access token before it is sent (RFC 6749, section 4.4.2).
 *
 * @param endpoint the token end point
 * @param headers besides the content type
 * @param form the parameters in the body
 */
public record GrantRequest(URI endpoint, Map<String, String> headers, Map<String, String> form) {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** The same request with another parameter in its body. */
    public GrantRequest withParameter(String name, String value) {
        return new GrantRequest(endpoint, headers, plus(form, name, value));
    }

    /** The same request without credentials in its headers. */
    public GrantRequest withoutHeaders() {
        return new GrantRequest(endpoint, Map.of(), form);
    }

    /** The same request to another URL. */
    public GrantRequest withEndpoint(URI other) {
        return new GrantRequest(other, headers, form);
    }

    /** The request as it is sent. */
    public HttpRequest request() {
        String body = form.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder builder = HttpRequest.newBuilder(endpoint)
                .timeout(LIMIT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        headers.forEach(builder::header);
        return builder.build();
    }

    /** Text as a form holds it. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Map<String, String> plus(Map<String, String> map, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(map);
        more.put(name, value);
        return more;
    }
}
