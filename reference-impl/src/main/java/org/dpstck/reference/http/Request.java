package org.dpstck.reference.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request, read completely.
 *
 * @param method in upper case
 * @param segments the path, percent-decoded, split at its slashes, without the leading empty one
 * @param headers by lower-case name; the first value of each
 * @param body at most {@link #MAX_BODY} bytes
 * @param oversized whether the body was longer than that and has been dropped
 */
public record Request(
        String method, List<String> segments, Map<String, String> headers, byte[] body, boolean oversized) {

    /** The longest body that is read, in bytes. */
    public static final int MAX_BODY = 1 << 20;

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    public boolean hasBody() {
        return body.length > 0;
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public Request withMethod(String other) {
        return new Request(other, segments, headers, body, oversized);
    }

    public Request withSegments(List<String> other) {
        return new Request(method, other, headers, body, oversized);
    }

    /** The same request with another JSON body. */
    public Request withJson(String json) {
        Map<String, String> other = new HashMap<>(headers);
        other.put("content-type", "application/json");
        return new Request(method, segments, Map.copyOf(other), json.getBytes(StandardCharsets.UTF_8), false);
    }

    /** The same request with other characters in its body, declared as before. */
    public Request withText(String text) {
        return new Request(method, segments, headers, text.getBytes(StandardCharsets.UTF_8), false);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Request that
                && method.equals(that.method)
                && segments.equals(that.segments)
                && headers.equals(that.headers)
                && Arrays.equals(body, that.body);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * method.hashCode() + segments.hashCode()) + Arrays.hashCode(body);
    }
}
