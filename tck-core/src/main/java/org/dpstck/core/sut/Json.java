package org.dpstck.core.sut;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.databind.json.JsonMapper;

/** The little JSON and URL encoding that triggers need. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** A text as it stands between the quotes of a JSON string. */
    static String escaped(String value) {
        return new String(JsonStringEncoder.getInstance().quoteAsCharArray(value));
    }

    /** Maps, lists and scalars as JSON. */
    static String write(Object tree) {
        return MAPPER.writeValueAsString(tree);
    }

    /** The tree of a JSON object or array; empty when the text is anything else. */
    static Optional<Object> read(String text) {
        if (!looksLikeJson(text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readValue(text, Object.class));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /** The text or number at a JSON pointer; empty if there is none. */
    static Optional<String> at(String text, String pointer) {
        try {
            var node = MAPPER.readTree(text).at(pointer);
            return node.isValueNode() && !node.isNull() ? Optional.of(node.asString()) : Optional.empty();
        } catch (JacksonException | IllegalArgumentException noSuchThing) {
            return Optional.empty();
        }
    }

    /** Whether a text begins like an object or an array; one with placeholders need not parse. */
    static boolean looksLikeJson(String text) {
        var start = text.stripLeading();
        return start.startsWith("{") || start.startsWith("[");
    }

    /** Everything but letters, digits and {@code -._~} percent-encoded, in UTF-8. */
    static String percentEncoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
