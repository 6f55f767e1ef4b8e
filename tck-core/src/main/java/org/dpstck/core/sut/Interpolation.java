package org.dpstck.core.sut;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces {@code ${NAME}} in the values of a file from the environment; {@code $${} stands for {@code ${}. */
final class Interpolation {

    private static final Pattern REFERENCE = Pattern.compile("(\\$\\$\\{)|\\$\\{([^}]*)}?");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Map<String, String> environment;
    private final Problems problems;

    Interpolation(Map<String, String> environment, Problems problems) {
        this.environment = environment;
        this.problems = problems;
    }

    /** The value with every reference replaced; a missing variable is noted as a problem of the key. */
    Node apply(String key, Node node) {
        if (node instanceof Node.Fields fields) {
            var members = new LinkedHashMap<String, Node>();
            fields.members().forEach((name, member) -> members.put(name, apply(key, member)));
            return new Node.Fields(members, fields.origin());
        }
        if (node instanceof Node.Items items) {
            var replaced = new ArrayList<Node>();
            items.items().forEach(item -> replaced.add(apply(key, item)));
            return new Node.Items(replaced, items.origin());
        }
        var scalar = (Node.Scalar) node;
        return scalar.plain() instanceof String && scalar.text().contains("${")
                ? Node.Scalar.of(replace(key, scalar), scalar.origin())
                : scalar;
    }

    /** The names of the variables that a value refers to, whether they exist or not. */
    static Set<String> namesIn(Node node) {
        var names = new TreeSet<String>();
        Trees.mapTexts(node.plain(), text -> {
            REFERENCE
                    .matcher(text)
                    .results()
                    .filter(match -> match.group(2) != null)
                    .forEach(match -> names.add(match.group(2)));
            return text;
        });
        return names;
    }

    private String replace(String key, Node.Scalar scalar) {
        return REFERENCE.matcher(scalar.text()).replaceAll(match -> {
            var name = match.group(2);
            return Matcher.quoteReplacement(name == null ? "${" : valueOf(key, scalar, match.group(), name));
        });
    }

    private String valueOf(String key, Node.Scalar scalar, String reference, String name) {
        if (!reference.endsWith("}") || !VARIABLE.matcher(name).matches()) {
            problems.add(
                    key,
                    scalar.origin(),
                    "'" + Texts.shown(reference) + "' does not name an environment variable",
                    "write ${NAME}, or $${ for the characters themselves");
            return "";
        }
        var value = environment.get(name);
        if (value == null) {
            problems.add(
                    key,
                    scalar.origin(),
                    "the environment variable " + name + " is not set",
                    "set it or write a value in place of ${" + name + "}");
            return "";
        }
        return value;
    }
}
