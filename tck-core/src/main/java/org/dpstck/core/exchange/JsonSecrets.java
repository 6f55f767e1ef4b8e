package org.dpstck.core.exchange;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the secrets in text that is JSON, was meant to be JSON, or quotes JSON in a string.
 *
 * <p>A secret is the text of a member with a telling name, or the {@code value} beside a {@code name} that tells, in
 * whatever order and whatever else stands in their object. Takes one step through the text and never recurses, so that no
 * text makes it slow.
 */
final class JsonSecrets {

    /** A brace, or a member whose value is text; in the expanded form of JSON-LD that stands in a list and an object of its own. */
    private static final Pattern MEMBER_OR_BRACE =
            Pattern.compile("[{}]|(?<!\\\\)(\\\\*+)\"([^\"\\\\]{1,200})\\1\"\\s*+:\\s*+"
                    + "(\\[?+\\s*+\\{\\s*+\\1\"@value\\1\"\\s*+:\\s*+)?+\\1\"");

    private static final int DEEPEST = 500;

    private final String text;
    private final List<Span> secrets = new ArrayList<>();
    private final Deque<Pair> objects = new ArrayDeque<>();

    private JsonSecrets(String text) {
        this.text = text;
        objects.push(new Pair());
    }

    /** Where the secrets are, in order and without overlaps. */
    static List<Span> in(String text) {
        var found = new JsonSecrets(text);
        found.scan();
        found.secrets.sort(Comparator.comparingInt(Span::start));
        return found.secrets;
    }

    private void scan() {
        var matcher = MEMBER_OR_BRACE.matcher(text);
        var at = 0;
        while (at <= text.length() && matcher.find(at)) {
            if (matcher.group(2) == null) {
                brace(text.charAt(matcher.start()));
                at = matcher.end();
            } else {
                var escape = matcher.group(1).length();
                var value = new Span(matcher.end(), end(matcher.end(), escape));
                at = member(matcher.group(2), value) ? value.end() : matcher.end() - 1 - escape;
                if (matcher.group(3) != null && objects.size() < DEEPEST) {
                    objects.push(new Pair());
                }
            }
        }
        objects.forEach(this::close);
    }

    private void brace(char brace) {
        if (brace == '{' && objects.size() < DEEPEST) {
            objects.push(new Pair());
        } else {
            close(objects.peek());
            if (brace == '}' && objects.size() > 1) {
                objects.pop();
            }
        }
    }

    /** Whether the value is dealt with, so that nothing is to be looked for in it. */
    private boolean member(String name, Span value) {
        if (TellingNames.tells(name)) {
            add(value);
            return true;
        }
        switch (TellingNames.local(name)) {
            case "name" -> objects.peek().telling |= TellingNames.tells(text.substring(value.start(), value.end()));
            case "value" -> objects.peek().values.add(value);
            default -> {
                return plain(value);
            }
        }
        return true;
    }

    /** Whether a value is a string in good order that quotes nothing: what looks like a brace in it is none. */
    private boolean plain(Span value) {
        var next = value.end() + 1;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next < text.length()
                && ",}]".indexOf(text.charAt(next)) >= 0
                && text.substring(value.start(), value.end()).indexOf('"') < 0;
    }

    private void close(Pair pair) {
        if (pair.telling) {
            pair.values.forEach(this::add);
        }
        pair.telling = false;
        pair.values.clear();
    }

    private void add(Span value) {
        if (value.start() < value.end()) {
            secrets.add(value);
        }
    }

    /** Where a string ends: at a quote that is escaped no deeper than the string is; at the latest with the text. */
    private int end(int start, int escape) {
        var backslashes = 0;
        for (int i = start; i < text.length(); i++) {
            var character = text.charAt(i);
            if (character == '"' && (escape == 0 ? backslashes % 2 == 0 : backslashes <= escape)) {
                return i - Math.min(backslashes, escape);
            }
            backslashes = character == '\\' ? backslashes + 1 : 0;
        }
        return text.length();
    }

    /** A piece of the text. */
    record Span(int start, int end) {}

    /** What is known so far of one object. */
    private static final class Pair {
        private final List<Span> values = new ArrayList<>(0);
        private boolean telling;
    }
}
