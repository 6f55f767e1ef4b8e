package org.dpstck.dataplane.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dpstck.core.plan.Worded;
import org.dpstck.dataplane.flow.Reception;

/** Forms in which a control plane may hand on a data address. */
enum InboundAddress implements Worded {
    /** As the documents' own examples have it. */
    UNTYPED("without @type") {
        @Override
        Map<String, Object> of(Map<String, Object> address) {
            var untyped = new LinkedHashMap<>(address);
            untyped.remove("@type");
            untyped.computeIfPresent("endpointProperties", (name, value) -> properties(value).stream()
                    .map(InboundAddress::withoutType)
                    .toList());
            return untyped;
        }

        @Override
        void judged(Reception reception, String requirement) {
            reception.shouldBeAccepted(requirement, WITHOUT_TYPE, "with a dataAddress " + text());
        }
    },
    /** More endpoint properties than the receiver knows. */
    EXTRA_PROPERTIES("with endpoint properties that are unknown") {
        @Override
        Map<String, Object> of(Map<String, Object> address) {
            var more = new ArrayList<Object>(properties(address.get("endpointProperties")));
            more.add(Map.of("@type", "EndpointProperty", "name", "https://dpstck.org/unknown", "value", "unknown"));
            return with(address, more);
        }

        @Override
        void judged(Reception reception, String requirement) {
            reception.isAccepted(requirement, "with a dataAddress " + text());
        }
    },
    /** An empty list, which the schema of the Dataspace Protocol does not allow. */
    NO_PROPERTIES("with no endpoint properties") {
        @Override
        Map<String, Object> of(Map<String, Object> address) {
            return with(address, List.of());
        }

        @Override
        void judged(Reception reception, String requirement) {
            reception.isTakenOrRefused(requirement, "with a dataAddress " + text());
        }
    },
    /** As examples of drafts have it. */
    FLAT("with its properties as direct members") {
        @Override
        Map<String, Object> of(Map<String, Object> address) {
            var flat = new LinkedHashMap<>(address);
            flat.remove("endpointProperties");
            flat.put("type", flat.get("endpointType"));
            flat.put("authType", "bearer");
            flat.put("authorization", "not-a-real-token");
            return flat;
        }

        @Override
        void judged(Reception reception, String requirement) {
            reception.isTakenOrRefused(requirement, "with a dataAddress " + text());
        }
    };

    private static final int WITHOUT_TYPE = 45;

    private final String text;

    InboundAddress(String text) {
        this.text = text;
    }

    /** What is particular, for people. */
    @Override
    public String text() {
        return text;
    }

    /** An address in this form. */
    abstract Map<String, Object> of(Map<String, Object> address);

    /** What the clause says of the answer. */
    abstract void judged(Reception reception, String requirement);

    private static List<?> properties(Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static Map<String, Object> with(Map<String, Object> address, List<?> properties) {
        var changed = new LinkedHashMap<>(address);
        changed.put("endpointProperties", properties);
        return changed;
    }

    private static Object withoutType(Object property) {
        if (!(property instanceof Map<?, ?> map)) {
            return property;
        }
        var untyped = new LinkedHashMap<Object, Object>(map);
        untyped.remove("@type");
        return untyped;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
