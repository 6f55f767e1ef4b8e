package org.dpstck.controlplane.cases;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dpstck.controlplane.flow.Transfers;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Replies;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.verdict.Unjudgeable;
import tools.jackson.databind.JsonNode;

/**
 * What the catalogue said of the dataset of the description.
 *
 * @param reply to the request for it
 * @param formats of the distributions of the dataset
 */
record Distributions(Reply reply, Set<String> formats) {

    /** Reads the catalogue in a reply; inconclusive if there is none, or none with the dataset. */
    static Distributions in(Reply reply, Transfers transfers) {
        if (!Replies.succeeded(reply)) {
            throw Unjudgeable.inconclusive(
                    "a prerequisite failed: the request for the catalogue gave " + Replies.observed(reply));
        }
        var wanted = transfers.system().ids().dataset();
        var formats = new TreeSet<String>();
        var found = false;
        for (var dataset : Bodies.object(reply.text()).stream()
                .flatMap(Distributions::datasets)
                .toList()) {
            if (wanted.equals(text(member(dataset, "@id")))) {
                found = true;
                list(member(dataset, "distribution")).forEach(each -> formats.add(text(member(each, "format"))));
            }
        }
        if (!found) {
            throw Unjudgeable.inconclusive("a prerequisite failed: the catalogue has no dataset " + wanted
                    + ", which ids.dataset names: " + Bodies.shown(reply.text()));
        }
        return new Distributions(reply, formats);
    }

    /** Whether one has this format, in any case of its letters. */
    boolean offers(String format) {
        return formats.stream().anyMatch(format::equalsIgnoreCase);
    }

    /** Those of a catalogue and of the catalogues in it. */
    private static Stream<JsonNode> datasets(JsonNode catalog) {
        return Stream.concat(
                list(member(catalog, "dataset")).stream(),
                list(member(catalog, "catalog")).stream().flatMap(Distributions::datasets));
    }

    /** A member, whatever prefix stands before its name. */
    private static JsonNode member(JsonNode node, String name) {
        return node.properties().stream()
                .filter(each -> each.getKey().equals(name) || each.getKey().endsWith(":" + name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static List<JsonNode> list(JsonNode node) {
        if (node == null || !node.isArray()) {
            return node == null ? List.of() : List.of(node);
        }
        return node.valueStream().toList();
    }

    private static String text(JsonNode node) {
        if (node == null) {
            return "";
        }
        return node.isObject() ? text(member(node, "@id")) : node.asString("");
    }
}
