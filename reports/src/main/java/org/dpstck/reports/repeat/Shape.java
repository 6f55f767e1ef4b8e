package org.dpstck.reports.repeat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.exchange.Header;

/**
 * What a message looks like, without what is different in every run; {@code shape} of the library says the same of what
 * comes when a script runs.
 */
final class Shape {

    private static final Pattern WORDS = Pattern.compile("[A-Za-z_:./# -]*");
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z_.-]*");
    private static final Pattern OWN =
            Pattern.compile("([a-z-]*?)([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{12})");
    private static final Pattern TYPES = Pattern.compile(".*(?:[sS]tate|[tT]ype|[nN]ame|[cC]ode)");
    private static final Pattern ODD = Pattern.compile("[^ ->@-~]+");
    private static final Pattern NUMBERED = Pattern.compile("[A-Za-z_-]*[0-9][A-Za-z0-9_-]*");
    private static final String NONE = "none";
    private static final int LONGEST_WORDS = 60;

    private Shape() {}

    /** Of an answer. */
    static List<String> of(Exchange.Answer answer, Names names) {
        return lines("HTTP " + answer.status(), answer.headers(), answer.body(), names);
    }

    /** Of a request of the system at a path. */
    static List<String> of(Exchange.Request request, String path, Names names) {
        return lines(request.method() + " " + path(path, names), request.headers(), request.body(), names);
    }

    /** Segments of a path that stay the same in every run, and patterns of awk and Python for the others. */
    static String pattern(String path) {
        return Arrays.stream(path.substring(1).split("/", -1))
                .map(it -> SEGMENT.matcher(it).matches() ? it.replace(".", "[.]") : "[^/]+")
                .collect(Collectors.joining("/", "/", ""));
    }

    /** The same, with the ids in it that the suite made up for an address of its own. */
    static List<Piece> place(String path, Names names) {
        var pieces = new ArrayList<Piece>();
        var literal = new StringBuilder();
        for (var segment : path.substring(1).split("/", -1)) {
            literal.append('/');
            var own = OWN.matcher(segment);
            var variable = own.matches() ? names.invented(own.group(2)) : Optional.<String>empty();
            if (variable.isPresent()) {
                names.use(variable.get());
                pieces.add(Piece.literal(literal + own.group(1)));
                pieces.add(Piece.value(variable.get()));
                literal.setLength(0);
            } else {
                literal.append(pattern("/" + segment).substring(1));
            }
        }
        if (!literal.isEmpty()) {
            pieces.add(Piece.literal(literal.toString()));
        }
        return pieces;
    }

    private static List<String> lines(String first, List<Header> headers, String body, Names names) {
        var lines = new ArrayList<String>();
        lines.add(first);
        lines.add("content-type " + header(headers, "content-type", true));
        var location = header(headers, "location", false);
        if (!location.equals(NONE)) {
            var path = location.replaceFirst("^[a-zA-Z]+://[^/?#]*", "").replaceFirst("[?#].*$", "");
            lines.add("location " + path(path, names));
        }
        Leaves.of(body).stream().map(leaf -> line(leaf, names)).sorted().forEach(lines::add);
        // What a member is called must not end the text that the lines stand in.
        lines.replaceAll(it -> it.replaceAll("\\p{Cntrl}", " "));
        return lines;
    }

    private static String line(Leaves.Leaf leaf, Names names) {
        return leaf.pointer() + " " + leaf.type().name().toLowerCase(Locale.ROOT) + " " + text(leaf, names);
    }

    private static String text(Leaves.Leaf leaf, Names names) {
        return switch (leaf.type()) {
            case STRING ->
                names.id(leaf.text())
                        .map(it -> "=" + it)
                        .orElseGet(() -> TYPES.matcher(leaf.name()).matches() && isWords(leaf.text())
                                ? leaf.text()
                                : marked(leaf.text(), names));
            case NUMBER -> "*";
            default -> leaf.text();
        };
    }

    /** A text with the ids and addresses in it named, and everything else that changes left out. */
    private static String marked(String text, Names names) {
        var rest = text.replaceAll("[\b\f\n\r\t]", " ");
        var said = new StringBuilder();
        for (var found = names.mark(rest); found.isPresent(); found = names.mark(rest)) {
            said.append(plain(rest.substring(0, found.get().start())))
                    .append('=')
                    .append(names.marked(found.get().value()));
            rest = rest.substring(found.get().end());
        }
        return said.isEmpty() ? "*" : said + plain(rest);
    }

    private static String plain(String text) {
        return NUMBERED.matcher(ODD.matcher(text).replaceAll("?")).replaceAll("*");
    }

    private static boolean isWords(String text) {
        return text.length() <= LONGEST_WORDS
                && !text.contains("://")
                && WORDS.matcher(text).matches();
    }

    private static String path(String path, Names names) {
        return Arrays.stream((path.startsWith("/") ? path.substring(1) : path).split("/", -1))
                .map(it -> names.id(it)
                        .map(name -> "=" + name)
                        .orElse(SEGMENT.matcher(it).matches() ? it : "*"))
                .collect(Collectors.joining("/", "/", ""));
    }

    private static String header(List<Header> headers, String name, boolean type) {
        return headers.stream()
                .filter(it -> it.name().equalsIgnoreCase(name) && it.value() != null)
                .map(it -> type ? it.value().toLowerCase(Locale.ROOT).replaceAll("[ \\t]", "") : it.value())
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse(NONE);
    }
}
