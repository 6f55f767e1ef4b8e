package org.dpstck.core.check;

import java.util.Locale;
import java.util.Optional;
import org.dpstck.core.exchange.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Reads bodies that a system sent, whatever they turn out to be. */
public final class Bodies {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final int SHOWN = 240;

    private Bodies() {}

    /** The body as one JSON object; empty if it is anything else. */
    public static Optional<JsonNode> object(String body) {
        try {
            var tree = JSON.readTree(body);
            return tree != null && tree.isObject() ? Optional.of(tree) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Any JSON as a tree; null for the literal, and the text itself for what is no JSON. */
    static JsonNode value(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            return JSON.getNodeFactory().stringNode(text);
        }
    }

    /** What a body is, for people: why it is no JSON object. */
    public static String shape(String body) {
        if (body.isBlank()) {
            return "an empty body";
        }
        try {
            var tree = JSON.readTree(body);
            return "JSON of type " + tree.getNodeType().name().toLowerCase(Locale.ROOT) + ": " + shown(body);
        } catch (JacksonException e) {
            return "no JSON (" + Texts.oneLine(e.getOriginalMessage(), 100) + "): " + shown(body);
        }
    }

    /** A member that is a string, not empty. */
    public static Optional<String> string(JsonNode object, String member) {
        var node = object.get(member);
        return node != null && node.isString() && !node.asString().isEmpty()
                ? Optional.of(node.asString())
                : Optional.empty();
    }

    /** A body on one line, cut. */
    public static String shown(String body) {
        return Texts.oneLine(body, SHOWN);
    }
}
