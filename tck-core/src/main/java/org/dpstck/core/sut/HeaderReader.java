package org.dpstck.core.sut;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads headers, written as a map or as {@code Name: value} lines; never quotes a value, which may be a secret. */
final class HeaderReader {

    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final String FIX = "write `Name: value`";

    private final Problems problems;

    HeaderReader(Problems problems) {
        this.problems = problems;
    }

    /** The headers of a value; wrong ones are noted as problems of the key and left out. */
    Map<String, String> read(String key, Node node) {
        if (node instanceof Node.Scalar scalar && isLines(scalar)) {
            var lines = new ArrayList<Node>();
            scalar.text().lines().forEach(line -> lines.add(Node.Scalar.of(line, node.origin())));
            return headers(key, pairs(key, new Node.Items(lines, node.origin())));
        }
        var expanded = Inline.expand(key, node, problems);
        if (expanded.isPresent() && expanded.get() instanceof Node.Items items) {
            return headers(key, pairs(key, items));
        }
        if (expanded.isPresent() && expanded.get() instanceof Node.Fields fields) {
            return headers(key, fields);
        }
        expanded.ifPresent(other -> problems.add(
                key, other.origin(), "is " + other.kind() + " where a map of headers is needed", FIX + " below it"));
        return Map.of();
    }

    private static boolean isLines(Node.Scalar scalar) {
        return scalar.origin().isInline() && scalar.plain() instanceof String && !Json.looksLikeJson(scalar.text());
    }

    private Node.Fields pairs(String key, Node.Items lines) {
        var members = new LinkedHashMap<String, Node>();
        for (var line : lines.items()) {
            var text = line instanceof Node.Scalar scalar ? scalar.text() : "";
            var colon = text.indexOf(':');
            if (colon < 1) {
                problems.add(key, line.origin(), "holds a header that is not of the form 'Name: value'", FIX);
            } else if (members.put(
                            text.substring(0, colon).strip(),
                            Node.Scalar.of(text.substring(colon + 1).strip(), line.origin()))
                    != null) {
                problems.add(key, line.origin(), "holds a header twice", "leave one");
            }
        }
        return new Node.Fields(members, lines.origin());
    }

    private Map<String, String> headers(String key, Node.Fields fields) {
        var headers = new LinkedHashMap<String, String>();
        var seen = new HashSet<String>();
        fields.members().forEach((name, value) -> {
            if (!NAME.matcher(name).matches()) {
                problems.add(key, value.origin(), "'" + Texts.shown(name) + "' is no header name", FIX);
            } else if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                problems.add(key, value.origin(), "the header " + name + " is there twice", "leave one");
            } else if (!(value instanceof Node.Scalar scalar) || value.isNull()) {
                problems.add(
                        key, value.origin(), "the header " + name + " is " + value.kind(), "write a text as its value");
            } else if (scalar.text().chars().anyMatch(Character::isISOControl)) {
                problems.add(
                        key,
                        value.origin(),
                        "the value of the header " + name + " holds line breaks or other control characters",
                        "write it in one line");
            } else {
                headers.put(name, scalar.text());
            }
        });
        return headers;
    }
}
