package org.dpstck.controlplane.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dpstck.core.edition.JsonLdForm;

/**
 * Data addresses as answers in JSON-LD carry them: names with the prefix of the Dataspace Protocol, properties by their IRIs.
 *
 * @param form of the edition, whose prefixes are used
 */
record JsonLdAddress(JsonLdForm form) {

    private static final String PREFIX = "dspace:";
    private static final String PROPERTIES = "endpointProperties";
    private static final String ENDPOINT = "endpoint";

    /**
     * An address in plain names; endpoint and its type stand among the properties too, where some look for them. One of a
     * response channel alone has no endpoint, and nothing of it there.
     */
    Map<String, Object> written(Map<String, Object> plain) {
        var written = new LinkedHashMap<String, Object>();
        var properties = new ArrayList<Object>();
        plain.forEach((name, value) -> {
            if (name.equals("@type")) {
                written.put(name, PREFIX + value);
            } else if (!name.equals(PROPERTIES)) {
                written.put(PREFIX + name, value);
                if (plain.containsKey(ENDPOINT)) {
                    properties.add(property(name, value));
                }
            }
        });
        if (plain.get(PROPERTIES) instanceof List<?> listed) {
            listed.forEach(each -> {
                if (each instanceof Map<?, ?> property) {
                    properties.add(property(String.valueOf(property.get("name")), property.get("value")));
                }
            });
        }
        written.put(PREFIX + PROPERTIES, properties);
        return written;
    }

    /**
     * An address in plain names, as the other control plane tells it, whose properties are there by their IRIs, too. So is
     * the endpoint, which the document has among them.
     */
    Map<String, Object> listed(Map<String, Object> plain) {
        var listed = new LinkedHashMap<>(plain);
        var properties = new ArrayList<Object>();
        properties.add(named(ENDPOINT, plain.get(ENDPOINT)));
        if (plain.get(PROPERTIES) instanceof List<?> known) {
            properties.addAll(known);
            known.forEach(each -> {
                if (each instanceof Map<?, ?> property) {
                    properties.add(named(String.valueOf(property.get("name")), property.get("value")));
                }
            });
        }
        listed.put(PROPERTIES, properties);
        return listed;
    }

    private Map<String, Object> named(String name, Object value) {
        var property = new LinkedHashMap<String, Object>();
        property.put("@type", "EndpointProperty");
        property.put("name", iri(name));
        property.put("value", value);
        return property;
    }

    private Map<String, Object> property(String name, Object value) {
        var property = new LinkedHashMap<String, Object>();
        property.put("@type", PREFIX + "EndpointProperty");
        property.put(PREFIX + "name", iri(name));
        property.put(PREFIX + "value", value);
        return property;
    }

    /** The name in full; some are so already. */
    private String iri(String name) {
        return name.contains("://") ? name : form.context().get("@vocab") + name;
    }
}
