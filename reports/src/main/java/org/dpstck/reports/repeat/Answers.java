package org.dpstck.reports.repeat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.reports.base.Json;

/** What the listener of a script answers: as the suite did, with the values of this time. */
final class Answers {

    private static final Pattern VALUE = Pattern.compile("[^\"\\\\{}]{6,}");

    private final Names names;
    private final List<Map<String, Object>> rules = new ArrayList<>();

    Answers(Names names) {
        this.names = names;
    }

    /** Adds the answer that an exchange has; values that the request brought are taken from the request. */
    void add(Exchange exchange, String path) {
        var answer = exchange.answer();
        if (answer == null) {
            return;
        }
        var rule = new LinkedHashMap<String, Object>();
        rule.put("method", exchange.request().method());
        rule.put("path", Shape.pattern(path));
        rule.put("status", answer.status());
        rule.put("type", answer.header("Content-Type").orElse(""));
        rule.put("body", template(answer.body(), exchange.request().body()));
        rules.add(rule);
    }

    /** The rules as JSON, one a line. */
    String json() {
        return rules.stream().map(Json.RECORDS::writeValueAsString).collect(Collectors.joining(",\n", "[", "]"));
    }

    private String template(String body, String request) {
        var text = VALUE.matcher(body).replaceAll(match -> {
            var known = names.knows(match.group());
            return Matcher.quoteReplacement(
                    known
                            ? match.group()
                            : Values.pointer(request, match.group())
                                    .filter(pointer -> !isWord(match.group()))
                                    .map(pointer -> "${in:" + pointer + "}")
                                    .orElse(match.group()));
        });
        return names.pieces(text).stream()
                .map(piece -> piece.kind() == Piece.Kind.LITERAL ? piece.text() : "${" + piece.text() + "}")
                .collect(Collectors.joining());
    }

    /** What says the same every time, like a type. */
    private static boolean isWord(String text) {
        return text.chars().noneMatch(Character::isDigit);
    }
}
