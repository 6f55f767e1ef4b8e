package org.dpstck.reports.repeat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.reports.base.Json;

/** What the listener of a script answers: as the suite did, with the values of this time. */
final class Answers {

    /** Of an answer that is given at the end of the script only. */
    static final String TO_THE_END = "over";

    private static final Pattern VALUE = Pattern.compile("[^\"\\\\{}]{6,}");

    private final Names names;
    private final List<Map<String, Object>> rules = new ArrayList<>();

    Answers(Names names) {
        this.names = names;
    }

    /**
     * Adds the answer that an exchange has; values that the request brought are taken from the request.
     *
     * @param held what has to happen in the script before it is given; empty if it is given at once
     * @param phase from which on it is given again and again; empty if one answer follows the other
     */
    void add(Exchange exchange, String path, String held, OptionalInt phase) {
        var answer = exchange.answer();
        if (answer == null) {
            return;
        }
        var rule = new LinkedHashMap<String, Object>();
        rule.put("method", exchange.request().method());
        rule.put("path", Shape.place(path, names).stream().map(Answers::filled).collect(Collectors.joining()));
        rule.put("status", answer.status());
        rule.put("type", answer.header("Content-Type").orElse(""));
        rule.put("body", template(answer.body(), exchange.request().body()));
        if (!held.isEmpty()) {
            rule.put("held", held);
        }
        phase.ifPresent(it -> rule.put("phase", it));
        rules.add(rule);
    }

    /** The rules as JSON, one a line. */
    String json() {
        return rules.stream().map(Json.RECORDS::writeValueAsString).collect(Collectors.joining(",\n", "[", "]"));
    }

    private String template(String body, String request) {
        var brought = Values.brought(request).stream()
                .filter(it -> !names.knows(it.text()))
                .toList();
        var text = VALUE.matcher(body).replaceAll(match -> {
            var known = names.knows(match.group());
            return Matcher.quoteReplacement(
                    known
                            ? match.group()
                            : Values.pointer(request, match.group())
                                    .filter(pointer -> !isWord(match.group()))
                                    .map(Answers::asked)
                                    .orElseGet(() -> inside(match.group(), brought)));
        });
        return names.pieces(text).stream().map(Answers::filled).collect(Collectors.joining());
    }

    /** A part of a text as the listener fills it in. */
    private static String filled(Piece piece) {
        return piece.kind() == Piece.Kind.LITERAL ? piece.text() : "${" + piece.text() + "}";
    }

    private static String asked(String pointer) {
        return "${in:" + pointer + "}";
    }

    /** A value with the ids in it that the request brought, whatever they are this time. */
    private static String inside(String value, List<Leaves.Leaf> brought) {
        return brought.stream()
                .filter(it -> value.contains(it.text()))
                .findFirst()
                .map(it -> value.replace(it.text(), asked(it.pointer())))
                .orElse(value);
    }

    /** What says the same every time, like a type. */
    private static boolean isWord(String text) {
        return text.chars().noneMatch(Character::isDigit);
    }
}
