package org.dpstck.controlplane.cases;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.dpstck.core.check.Json;

/** Bodies that are no message. */
enum Malformation {
    EMPTY("empty"),
    NO_JSON("no JSON"),
    CUT("cut off in the middle"),
    ARRAY("an array"),
    TEXT("a JSON string"),
    NULL("null");

    private final String words;

    Malformation(String words) {
        this.words = words;
    }

    /** What it is, in words. */
    String words() {
        return words;
    }

    /** The body that a message becomes. */
    String of(Map<String, Object> message) {
        var text = Json.text(new LinkedHashMap<>(message));
        return switch (this) {
            case EMPTY -> "";
            case NO_JSON -> "this is no JSON";
            case CUT -> text.substring(0, text.length() / 2);
            case ARRAY -> "[" + text + "]";
            case TEXT -> "\"transfer\"";
            case NULL -> "null";
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
