package org.dpstck.dataplane.cases;

import java.util.Locale;
import org.dpstck.core.plan.Worded;

/** Bodies that are no message at all. */
enum Malformation implements Worded {
    /** The first half of the plain message. */
    TRUNCATED("application/json", "malformed JSON", 0),
    /** Nothing, where the message has required members. */
    EMPTY("application/json", "an empty body", 0),
    /** A list. */
    ARRAY("application/json", "a JSON array", 0),
    /** A string. */
    STRING("application/json", "a JSON string", 0),
    /** Another format, and said so. */
    XML("application/xml", "an XML body", 0),
    /** The plain message, declared as text: no document names the media type of messages. */
    TEXT("text/plain", "JSON that is declared as text/plain", 136);

    private final String contentType;
    private final String text;
    private final int position;

    Malformation(String contentType, String text, int position) {
        this.contentType = contentType;
        this.text = text;
        this.position = position;
    }

    /** The Content-Type it is sent with. */
    String contentType() {
        return contentType;
    }

    /** What it is, for people. */
    @Override
    public String text() {
        return text;
    }

    /** Whether a refusal is demanded, not merely expected. */
    boolean strict() {
        return position == 0;
    }

    /** The position that makes it lenient. */
    int position() {
        return position;
    }

    /** The body, made from the plain one. */
    String body(String plain) {
        return switch (this) {
            case TRUNCATED -> plain.length() > 2 ? plain.substring(0, plain.length() / 2) : "{\"reason\":";
            case EMPTY -> "";
            case ARRAY -> "[" + plain + "]";
            case STRING -> "\"a message\"";
            case XML -> "<message/>";
            case TEXT -> plain;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
