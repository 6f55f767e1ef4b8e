package org.dpstck.reports.repeat;

import java.util.ArrayList;
import java.util.List;
import org.dpstck.reports.base.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The members of a JSON text, each with its pointer, in the order they stand there. */
final class Leaves {

    private Leaves() {}

    /** What a member is. */
    enum Type {
        OBJECT,
        ARRAY,
        STRING,
        NUMBER,
        WORD,
        INVALID
    }

    /**
     * One member.
     *
     * @param pointer to it
     * @param type of it
     * @param text of it; empty for objects and arrays
     */
    record Leaf(String pointer, Type type, String text) {

        /** Its name; empty for the whole. */
        String name() {
            return pointer.substring(pointer.lastIndexOf('/') + 1);
        }
    }

    /** All members; one of the type INVALID if the text is no JSON, none if it is empty. */
    static List<Leaf> of(String text) {
        if (text == null || text.isEmpty()) {
            return List.of();
        }
        var leaves = new ArrayList<Leaf>();
        try {
            collect("", Json.RECORDS.readTree(text), leaves);
        } catch (JacksonException e) {
            return List.of(new Leaf("", Type.INVALID, ""));
        }
        return leaves;
    }

    private static void collect(String pointer, JsonNode node, List<Leaf> leaves) {
        if (node.isObject()) {
            leaves.add(new Leaf(pointer, Type.OBJECT, ""));
            node.properties()
                    .forEach(it -> collect(
                            pointer + "/" + it.getKey().replace("~", "~0").replace("/", "~1"), it.getValue(), leaves));
        } else if (node.isArray()) {
            leaves.add(new Leaf(pointer, Type.ARRAY, ""));
            for (int i = 0; i < node.size(); i++) {
                collect(pointer + "/" + i, node.get(i), leaves);
            }
        } else if (node.isString()) {
            leaves.add(new Leaf(pointer, Type.STRING, node.asString()));
        } else {
            leaves.add(new Leaf(pointer, node.isNumber() ? Type.NUMBER : Type.WORD, node.toString()));
        }
    }
}
