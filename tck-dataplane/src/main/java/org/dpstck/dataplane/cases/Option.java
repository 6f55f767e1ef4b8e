package org.dpstck.dataplane.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dpstck.core.edition.Message;
import org.dpstck.core.plan.Worded;

/**
 * A change to the optional members of a message.
 *
 * @param id part of the case id
 * @param text for people
 * @param member which member
 * @param value what it becomes; null takes it away
 * @param valid whether the message is still valid
 */
record Option(String id, String text, String member, Object value, boolean valid) implements Worded {

    private static final String PLAIN = "plain";
    private static final String ADDRESS = "dataAddress";

    private static final Map<String, List<Option>> KNOWN = Map.of(
            "labels",
            List.of(
                    new Option("labels", "labels", "labels", List.of("gold", "blau-ß"), true),
                    new Option("labels-mistyped", "a number among the labels", "labels", List.of(1), false)),
            "metadata",
            List.of(
                    new Option(
                            "metadata",
                            "nested metadata",
                            "metadata",
                            Map.of(
                                    "bucket",
                                    "b",
                                    "nested",
                                    Map.of("deep", List.of(1, "zwei", false)),
                                    "ключ",
                                    "значение"),
                            true),
                    new Option("metadata-mistyped", "a string as metadata", "metadata", "not an object", false)),
            "reason",
            List.of(
                    new Option("reason", "a reason", "reason", "maintenance — плановая", true),
                    new Option("reason-long", "a reason of 2000 characters", "reason", "0123456789".repeat(200), true),
                    new Option("reason-absent", "no reason", "reason", null, true),
                    new Option("reason-mistyped", "a number as reason", "reason", 5, false)));

    /** The changes that a message allows. */
    static List<Option> of(Message message) {
        var options = new ArrayList<Option>();
        if (message.schema().get("properties") instanceof Map<?, ?> properties) {
            properties.keySet().forEach(member -> {
                if (!message.required().contains(member)) {
                    options.addAll(KNOWN.getOrDefault(member, List.of()));
                }
            });
        }
        if (options.isEmpty() && message.declares(ADDRESS)) {
            options.add(new Option(PLAIN, "its plain members only", ADDRESS, null, true));
        }
        return options;
    }

    /** Whether it changes nothing, because all that is optional is a data address that goes with some flows. */
    boolean plain() {
        return id.equals(PLAIN);
    }

    /** A message with the change. What the system's description puts into metadata stays. */
    Map<String, Object> in(Map<String, Object> message) {
        var changed = new LinkedHashMap<>(message);
        if (plain()) {
            return changed;
        }
        if (value == null) {
            changed.remove(member);
        } else if (value instanceof Map<?, ?> more && changed.get(member) instanceof Map<?, ?> there) {
            var merged = new LinkedHashMap<Object, Object>(there);
            merged.putAll(more);
            changed.put(member, merged);
        } else {
            changed.put(member, value);
        }
        return changed;
    }

    @Override
    public String toString() {
        return id;
    }
}
