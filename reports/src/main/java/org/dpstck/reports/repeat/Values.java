package org.dpstck.reports.repeat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.exchange.Header;
import org.dpstck.reports.base.Json;

/** Finds the values of a case that are other ones in every run: made by the suite, told by the system, or secret. */
final class Values {

    static final Pattern FRESH = Pattern.compile(
            "(?:(?<![A-Za-z0-9])|(?<=%[0-9A-F]{2}))[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b|(?<=/)[0-9a-f]{12}(?=[/\"?]|$)");
    private static final Pattern SECRET = Pattern.compile("\\[secret-\\d+]");
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final Set<String> IDS = Set.of(
            "dataFlowId", "dataplaneId", "processId", "@id", "id", "consumerPid", "providerPid", "controlplaneId");
    private static final int SHORTEST = 6;
    private static final int LONGEST = 2000;

    private final Names names;
    private final String settings;
    private final List<String> fresh = new ArrayList<>();
    private final Map<String, String> asked = new LinkedHashMap<>();

    Values(Names names, Map<String, Object> settings) {
        this.names = names;
        this.settings = Json.RECORDS.writeValueAsString(settings);
    }

    /** Variables that get a new id when the script starts. */
    List<String> fresh() {
        return fresh;
    }

    /** Variables that somebody has to set, each with what it is. */
    Map<String, String> asked() {
        return asked;
    }

    /** Names what a request of the suite bears that nobody has told it. */
    void sending(Exchange.Request request) {
        request.headers().forEach(this::header);
        invent(request.url(), "KEY");
        invent(request.body());
    }

    /** Names what an answer of the suite bears that nobody has told it, the request that it answers included. */
    void answering(Exchange.Answer answer, Exchange.Request request) {
        var asked = request.body() == null ? "" : request.body();
        var brought = brought(asked);
        Leaves.of(answer.body()).stream()
                .filter(it -> it.type() == Leaves.Type.STRING && !asked.contains(it.text()))
                .forEach(it -> invent(without(it.text(), brought), it.name()));
    }

    /** Names what a message of the system tells; the lines that take it from the message when the script runs. */
    List<Line> told(String body) {
        var lines = new ArrayList<Line>();
        for (var leaf : Leaves.of(body)) {
            if (leaf.type() != Leaves.Type.STRING || names.knows(leaf.text())) {
                continue;
            }
            var id = IDS.contains(leaf.name());
            if (id && !leaf.text().isEmpty() && leaf.text().length() < LONGEST) {
                var name = names.defineId(leaf.text(), leaf.name());
                lines.add(Line.of("take " + name + " " + Shell.quoted(leaf.pointer()) + " id"));
            } else if (telling(leaf.text())) {
                var name = names.define(leaf.text(), leaf.name());
                lines.add(Line.needing(name, "take " + name + " " + Shell.quoted(leaf.pointer())));
            }
        }
        return lines;
    }

    /** The same for where an answer points to. */
    List<Line> pointed(Exchange exchange) {
        var location = exchange.answer().header("Location").orElse("");
        if (location.isBlank()) {
            return List.of();
        }
        return List.of(Line.needing(LOCATION, "define " + LOCATION + " \"$(target \"$(header location)\")\""));
    }

    /** The variable of where the last answer pointed to. */
    static final String LOCATION = "LOCATION";

    /** Where a request of the system has a value; for answers that repeat it. */
    static Optional<String> pointer(String body, String value) {
        return Leaves.of(body).stream()
                .filter(it -> it.type() == Leaves.Type.STRING && it.text().equals(value))
                .map(Leaves.Leaf::pointer)
                .findFirst();
    }

    /** The members of a message of the system that are the ids of something. */
    static List<Leaves.Leaf> ids(String body) {
        return Leaves.of(body).stream()
                .filter(it -> it.type() == Leaves.Type.STRING && IDS.contains(it.name()))
                .toList();
    }

    /** The members of a request that bear an id, the longest first, because one may begin with another. */
    static List<Leaves.Leaf> brought(String body) {
        return Leaves.of(body).stream()
                .filter(it -> it.type() == Leaves.Type.STRING
                        && FRESH.matcher(it.text()).find())
                .sorted(Comparator.comparing((Leaves.Leaf it) -> it.text().length())
                        .reversed())
                .toList();
    }

    /** A text without the ids that a request brought, which nobody has to make up. */
    private static String without(String text, List<Leaves.Leaf> brought) {
        var rest = text;
        for (var leaf : brought) {
            rest = rest.replace(leaf.text(), " ");
        }
        return rest;
    }

    private boolean telling(String text) {
        return text.length() >= SHORTEST
                && text.length() <= LONGEST
                && (DIGIT.matcher(text).find() || SECRET.matcher(text).find())
                && !settings.contains(text);
    }

    private void header(Header header) {
        var value = header.value() == null ? "" : header.value();
        var matcher = SECRET.matcher(value);
        while (matcher.find()) {
            if (!names.knows(matcher.group())) {
                var name = names.define(matcher.group(), "SECRET");
                asked.put(name, "the secret in the header " + header.name());
            }
        }
        if (value.indexOf('[') < 0) {
            invent(value, "KEY");
        }
    }

    /** Names ids in a body by the member that they stand in. */
    private void invent(String body) {
        Leaves.of(body).stream()
                .filter(it -> it.type() == Leaves.Type.STRING)
                .forEach(it -> invent(it.text(), it.text().contains("://") ? "KEY" : it.name()));
        invent(body == null ? "" : body, "KEY");
    }

    private void invent(String text, String wish) {
        var ids = FRESH.matcher(text);
        while (ids.find()) {
            if (!names.knows(ids.group()) && !settings.contains(ids.group())) {
                fresh.add(names.invent(ids.group(), wish));
            }
        }
        var secrets = SECRET.matcher(text);
        while (secrets.find()) {
            if (!names.knows(secrets.group())) {
                fresh.add(names.define(secrets.group(), "SECRET"));
            }
        }
    }
}
