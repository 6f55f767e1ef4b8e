package org.dpstck.reference.variant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Other texts for the same JSON value, and values with more in them. */
public final class JsonForms {

    /** Writes a message as text. */
    @FunctionalInterface
    interface Writer {
        String write(ObjectNode message);
    }

    private JsonForms() {}

    /** Adds members that no table names, at every level. */
    public static String extend(ObjectNode message) {
        addTo(message);
        return Json.write(message);
    }

    private static void addTo(JsonNode node) {
        // What stands in a context is no member of the message.
        node.properties().stream()
                .filter(member -> !member.getKey().equals("@context"))
                .forEach(member -> addTo(member.getValue()));
        if (node.isArray()) {
            node.forEach(JsonForms::addTo);
        }
        if (node instanceof ObjectNode object) {
            object.put("x-text", "more than was asked");
            object.put("x-number", 1.5e300);
            object.putNull("x-null");
            object.putArray("x-list").add(1).add("two").addObject().put("three", true);
        }
    }

    /** Turns the order of the members round and spreads them over lines. */
    public static String reversed(ObjectNode message) {
        return Json.writePretty(reverse(message));
    }

    private static JsonNode reverse(JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        List<String> names = new ArrayList<>(object.propertyNames());
        Collections.reverse(names);
        ObjectNode other = Json.object();
        names.forEach(name -> other.set(name, reverse(object.get(name))));
        return other;
    }

    /** Writes every letter as an escape, which JSON allows in names and strings alike. */
    public static String escaped(ObjectNode message) {
        String text = Json.write(message);
        StringBuilder out = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == '\\') {
                out.append(each).append(text.charAt(++i));
                continue;
            }
            inside ^= each == '"';
            out.append(inside && Character.isLetter(each) ? String.format("\\u%04x", (int) each) : each);
        }
        return out.toString();
    }

    /** Takes the type marks out of a data address, as some examples of the specification do. */
    static ObjectNode untyped(ObjectNode message) {
        if (message.path("dataAddress") instanceof ObjectNode address) {
            address.remove("@type");
            address.path("endpointProperties").forEach(each -> ((ObjectNode) each).remove("@type"));
        }
        return message;
    }
}
