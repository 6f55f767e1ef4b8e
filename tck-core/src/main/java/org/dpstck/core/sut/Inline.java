package org.dpstck.core.sut;

import java.util.Optional;

/** Reads maps and lists that an option or an environment variable holds as YAML or JSON text. */
final class Inline {

    private Inline() {}

    /** What a text from an option or the environment stands for; every other node as it is; empty when unreadable. */
    static Optional<Node> expand(String key, Node node, Problems problems) {
        if (!node.origin().isInline() || !(node instanceof Node.Scalar scalar) || !(scalar.plain() instanceof String)) {
            return Optional.of(node);
        }
        var origin = node.origin();
        if (scalar.text().length() > ConfigurationFile.LARGEST) {
            problems.add(key, origin, "is longer than 1 MiB", "put it into the file");
            return Optional.empty();
        }
        try {
            return Optional.of(YamlReader.read(scalar.text(), line -> origin));
        } catch (UnreadableYamlException unreadable) {
            problems.add(key, origin, unreadable.getMessage(), "write inline YAML or JSON, like '{name: value}'");
            return Optional.empty();
        }
    }
}
