package org.dpstck.core.sut;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The values of the keys by type; a value of the wrong type is noted as a problem and read as its default. */
final class Settings {

    private final Map<String, Node> nodes;
    private final Problems problems;
    private final Interpolation interpolation;

    Settings(Map<String, Node> nodes, Problems problems, Interpolation interpolation) {
        this.nodes = nodes;
        this.problems = problems;
        this.interpolation = interpolation;
    }

    /** The value as some source gave it, with its references replaced; empty when absent or unusable. */
    Optional<Node> node(Key key) {
        var given = nodes.get(key.name());
        if (given == null || given.origin().kind() != Origin.Kind.FILE) {
            return Optional.ofNullable(given);
        }
        var before = problems.count();
        var replaced = interpolation.apply(key.name(), given);
        return problems.count() == before ? Optional.of(replaced) : Optional.empty();
    }

    /** Whether some source gave a value, be it the default. */
    boolean isGiven(Key key) {
        return nodes.containsKey(key.name());
    }

    /** Where the value came from. */
    Origin origin(Key key) {
        var given = nodes.get(key.name());
        return given == null ? Origin.none() : given.origin();
    }

    /** A line of text; the default, or null when there is none. */
    String text(Key key) {
        return parsed(key, Function.identity(), "write one line of text");
    }

    /** A time. */
    Duration duration(Key key) {
        return parsed(key, Durations::parse, "write for example 200ms, 5s, 2m or PT5S");
    }

    /** A base URL; null when absent. */
    URI url(Key key) {
        return parsed(key, Urls::base, "write for example http://localhost:8080/signaling");
    }

    /**
     * What a line of text stands for.
     *
     * @param parse throws an IllegalArgumentException with what is wrong, fit for a sentence that begins with the text
     * @param fix what to write instead
     * @return what the default stands for when the text is absent or wrong; null when there is no default
     */
    <T> T parsed(Key key, Function<String, T> parse, String fix) {
        return node(key)
                .flatMap(node -> line(key, node, fix))
                .flatMap(text -> attempt(key, text, parse, fix))
                .orElseGet(() -> key.defaultValue().isEmpty() ? null : parse.apply(key.defaultValue()));
    }

    /** A map as some source gave it; empty when absent. */
    Map<String, Object> map(Key key) {
        return node(key)
                .flatMap(node -> Inline.expand(key.name(), node, problems))
                .flatMap(node -> {
                    if (node instanceof Node.Fields fields) {
                        return Optional.of(Trees.mapOf(fields.plain()));
                    }
                    problems.add(
                            key.name(),
                            node.origin(),
                            "is " + node.kind() + " where a map is needed",
                            "write " + (node.origin().isInline() ? "'{name: value}'" : "`name: value` lines below it"));
                    return Optional.empty();
                })
                .orElse(Map.of());
    }

    /** A list of texts; empty optional when absent. */
    Optional<List<String>> list(Key key) {
        return node(key).flatMap(node -> {
            if (node.origin().isInline()
                    && node instanceof Node.Scalar scalar
                    && !scalar.text().strip().startsWith("[")) {
                return Optional.of(commaSeparated(scalar.text()));
            }
            return Inline.expand(key.name(), node, problems).flatMap(expanded -> texts(key, expanded));
        });
    }

    private Optional<List<String>> texts(Key key, Node node) {
        if (!(node instanceof Node.Items items)) {
            problems.add(
                    key.name(), node.origin(), "is " + node.kind() + " where a list is needed", "write [one, two]");
            return Optional.empty();
        }
        var texts = new ArrayList<String>();
        for (var item : items.items()) {
            line(key, item, "write one line of text for each").ifPresent(texts::add);
        }
        return Optional.of(texts);
    }

    private Optional<String> line(Key key, Node node, String fix) {
        if (!(node instanceof Node.Scalar scalar) || node.isNull()) {
            problems.add(key.name(), node.origin(), "is " + node.kind() + " where a text is needed", fix);
            return Optional.empty();
        }
        if (scalar.text().isBlank()) {
            problems.add(key.name(), node.origin(), "is empty", fix);
            return Optional.empty();
        }
        if (scalar.text().chars().anyMatch(Character::isISOControl)) {
            problems.add(key.name(), node.origin(), "holds line breaks or other control characters", fix);
            return Optional.empty();
        }
        return Optional.of(scalar.text());
    }

    private <T> Optional<T> attempt(Key key, String text, Function<String, T> parse, String fix) {
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException wrong) {
            problems.add(key.name(), origin(key), "'" + Texts.shown(text) + "' " + wrong.getMessage(), fix);
            return Optional.empty();
        }
    }

    private static List<String> commaSeparated(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
