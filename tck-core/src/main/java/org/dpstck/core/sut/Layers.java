package org.dpstck.core.sut;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Lays the sources over each other, key by key, and notes every key that does not exist. */
final class Layers {

    private final ConfigurationSources sources;
    private final Problems problems;
    private final Map<String, Node> winners = new LinkedHashMap<>();

    private Layers(ConfigurationSources sources, Problems problems) {
        this.sources = sources;
        this.problems = problems;
    }

    /**
     * The value of every key that some source gives, from the strongest source.
     *
     * @throws ConfigurationException when the file cannot be used at all
     */
    static Map<String, Node> resolve(ConfigurationSources sources, Problems problems) {
        var layers = new Layers(sources, problems);
        var referenced = layers.layFile();
        layers.layEnvironment(referenced);
        layers.layOptions();
        return layers.winners;
    }

    /** The names of the environment variables that the file refers to: those are no misspelt keys. */
    private Set<String> layFile() {
        if (sources.file() == null) {
            return Set.of();
        }
        var root = ConfigurationFile.read(sources.file());
        laySection("", root);
        return Interpolation.namesIn(root);
    }

    private void laySection(String prefix, Node.Fields section) {
        section.members().forEach((member, value) -> {
            var name = prefix + member;
            if (Keys.find(name).isPresent()) {
                layKey(name, value);
            } else if (!Keys.isSection(name)) {
                unknown(name, value.origin());
            } else if (value instanceof Node.Fields nested) {
                laySection(name + ".", nested);
            } else if (!value.isNull()) {
                problems.add(name, value.origin(), "is " + value.kind() + " where a map is needed", "nest its keys");
            }
        });
    }

    private void layKey(String name, Node value) {
        if (!value.isNull() && winners.put(name, value) != null) {
            problems.add(name, value.origin(), "is there twice, nested and with dots", "leave one");
        }
    }

    private void layEnvironment(Set<String> referenced) {
        // Sorted, so that the same mistakes always give the same message.
        new TreeMap<>(sources.environment()).forEach((variable, value) -> {
            if (!variable.startsWith(Keys.ENVIRONMENT_PREFIX)) {
                return;
            }
            var key = Keys.findByEnvironment(variable);
            if (key.isEmpty() && !referenced.contains(variable)) {
                var known = Keys.all().stream().map(Key::environment).toList();
                problems.add(
                        variable,
                        Origin.environment(variable),
                        "unknown key" + Texts.didYouMean(variable, known),
                        "unset it");
            }
            if (key.isPresent() && !value.isBlank()) {
                // Empty means unset: that is how container tools pass a variable that nobody set.
                winners.put(key.get().name(), Node.Scalar.of(value, Origin.environment(variable)));
            }
        });
    }

    private void layOptions() {
        sources.options().forEach((name, value) -> {
            var key = Keys.find(name);
            if (key.isEmpty()) {
                unknown(name, Origin.option(name));
            } else if (value != null) {
                winners.put(name, Node.of(value, Origin.option(key.get().option())));
            }
        });
    }

    private void unknown(String name, Origin origin) {
        problems.add(name, origin, "unknown key" + suggestion(name), "remove it");
    }

    private static String suggestion(String name) {
        var near = Texts.nearest(name, Keys.names()).or(() -> nearestByLastWord(name));
        return near.map(key -> ", did you mean '" + key + "'?").orElse("");
    }

    /** Finds {@code timeouts.request} for {@code request}, and a section for a misspelt section. */
    private static Optional<String> nearestByLastWord(String name) {
        var lastWord = name.substring(name.lastIndexOf('.') + 1);
        return Keys.names().stream()
                .filter(key -> Texts.distance(lastWord, key.substring(key.lastIndexOf('.') + 1)) <= 1)
                .findFirst()
                .or(() -> Keys.names().stream()
                        .filter(key -> key.contains("."))
                        .map(key -> key.substring(0, key.indexOf('.')))
                        .filter(section -> Texts.distance(name, section) <= 2)
                        .findFirst());
    }
}
