package org.dpstck.reference.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer before it is sent; a value, so that a hook can put another one in its place.
 *
 * @param status the HTTP status code
 * @param headers in the order they are sent; {@code Content-Length} is not among them
 * @param body the text that is sent, possibly empty
 * @param delay how long to wait before the answer is sent
 * @param quirks unusual but legal ways to send it
 */
public record Answer(int status, Map<String, String> headers, String body, Duration delay, Set<Quirk> quirks) {

    /** The header that names the media type. */
    public static final String CONTENT_TYPE = "Content-Type";

    /** Legal ways of sending that a client may not expect. */
    public enum Quirk {
        CHUNKED,
        LOWER_CASE_HEADERS,
        HTTP_1_0
    }

    /** An answer without a body. */
    public static Answer empty(int status) {
        return new Answer(status, Map.of(), "", Duration.ZERO, Set.of());
    }

    /** An answer with a JSON body. */
    public static Answer json(int status, JsonNode body) {
        return empty(status).withBody("application/json", Json.write(body));
    }

    /** A refusal as a problem document (RFC 9457). */
    public static Answer problem(Refusal refusal) {
        ObjectNode body = Json.object()
                .put("type", "about:blank")
                .put("title", refusal.kind().title())
                .put("status", refusal.kind().status())
                .put("detail", refusal.getMessage());
        return empty(refusal.kind().status()).withBody("application/problem+json", Json.write(body));
    }

    /** The body as a JSON object, if it is one. */
    public Optional<ObjectNode> object() {
        return Json.tryObject(body);
    }

    public boolean isSuccess() {
        return status < 300;
    }

    public Answer withStatus(int other) {
        return new Answer(other, headers, body, delay, quirks);
    }

    public Answer withHeader(String name, String value) {
        return withHeaders(map -> {
            map.put(name, value);
            return map;
        });
    }

    public Answer withoutHeader(String name) {
        return withHeaders(map -> {
            map.remove(name);
            return map;
        });
    }

    private Answer withHeaders(UnaryOperator<Map<String, String>> change) {
        Map<String, String> other = change.apply(new LinkedHashMap<>(headers));
        return new Answer(status, Collections.unmodifiableMap(other), body, delay, quirks);
    }

    /** The same answer with another body; an empty media type takes the header away. */
    public Answer withBody(String mediaType, String text) {
        Answer typed = mediaType.isEmpty() ? withoutHeader(CONTENT_TYPE) : withHeader(CONTENT_TYPE, mediaType);
        return typed.withText(text);
    }

    /** The same answer with other characters under the same media type. */
    public Answer withText(String text) {
        return new Answer(status, headers, text, delay, quirks);
    }

    /** The same answer with its JSON object changed; a body that is none is left alone. */
    public Answer withObject(UnaryOperator<ObjectNode> change) {
        return object().map(node -> withText(Json.write(change.apply(node)))).orElse(this);
    }

    public Answer withDelay(Duration other) {
        return new Answer(status, headers, body, other, quirks);
    }

    public Answer with(Quirk quirk) {
        Set<Quirk> all = EnumSet.of(quirk);
        all.addAll(quirks);
        return new Answer(status, headers, body, delay, Collections.unmodifiableSet(all));
    }

    /** The bytes that are sent. */
    public byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
