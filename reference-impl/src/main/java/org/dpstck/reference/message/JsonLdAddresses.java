package org.dpstck.reference.message;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Data addresses between the Dataspace Protocol and the EDC's own interface (section "Access Token Generation"). */
public final class JsonLdAddresses {

    private static final String PREFIX = "dspace:";
    private static final String TYPE = "endpointType";
    private static final String ENDPOINT = "endpoint";
    private static final String PROPERTIES = "endpointProperties";

    private JsonLdAddresses() {}

    /** An address of the Dataspace Protocol as messages to data planes hold it. */
    public static ObjectNode written(ObjectNode address) {
        ObjectNode written = Json.object().put("@type", PREFIX + "DataAddress");
        written.put(PREFIX + TYPE, text(address, TYPE));
        if (!text(address, ENDPOINT).isEmpty()) {
            written.put(PREFIX + ENDPOINT, text(address, ENDPOINT));
        }
        ArrayNode properties = written.putArray(PREFIX + PROPERTIES);
        address.path(PROPERTIES).forEach(each -> properties
                .addObject()
                .put("@type", PREFIX + "EndpointProperty")
                .put(PREFIX + "name", iri(text(each, "name")))
                .put(PREFIX + "value", text(each, "value")));
        return written;
    }

    private static String iri(String name) {
        return name.contains(":") ? name : JsonLdMessages.EDC + name;
    }

    /** An address of an answer, expanded, in the form of the Dataspace Protocol. */
    public static ObjectNode read(ObjectNode expanded) {
        Map<String, String> members = new LinkedHashMap<>();
        expanded.properties().forEach(each -> {
            if (each.getValue().isString()) {
                members.put(local(each.getKey()), each.getValue().stringValue());
            }
        });
        JsonNode listed = expanded.path(JsonLdMessages.DSPACE + PROPERTIES);
        if (listed.isObject()) {
            add(listed, members);
        } else {
            listed.forEach(each -> add(each, members));
        }
        ObjectNode address = Json.object()
                .put("@type", "DataAddress")
                .put(TYPE, members.getOrDefault(TYPE, members.getOrDefault("type", DataAddresses.HTTP_TYPE)));
        if (members.containsKey(ENDPOINT)) {
            address.put(ENDPOINT, members.get(ENDPOINT));
        }
        ArrayNode properties = address.putArray(PROPERTIES);
        members.forEach((name, value) -> {
            if (!name.equals(TYPE) && !name.equals("type") && !name.equals(ENDPOINT)) {
                properties
                        .addObject()
                        .put("@type", "EndpointProperty")
                        .put("name", JsonLdMessages.EDC + name)
                        .put("value", value);
            }
        });
        return address;
    }

    private static void add(JsonNode property, Map<String, String> members) {
        String name = local(text(property, JsonLdMessages.DSPACE + "name"));
        members.putIfAbsent(name, text(property, JsonLdMessages.DSPACE + "value"));
    }

    private static String local(String name) {
        for (String vocabulary : new String[] {JsonLdMessages.EDC, JsonLdMessages.DSPACE}) {
            if (name.startsWith(vocabulary)) {
                return name.substring(vocabulary.length());
            }
        }
        return name;
    }

    /** The value of a property of an address in the form of the Dataspace Protocol, whatever vocabulary names it. */
    public static String property(ObjectNode address, String name) {
        for (JsonNode each : address.path(PROPERTIES)) {
            String found = text(each, "name");
            if (found.equals(name) || found.equals(JsonLdMessages.EDC + name)) {
                return text(each, "value");
            }
        }
        return "";
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).stringValue("");
    }
}
