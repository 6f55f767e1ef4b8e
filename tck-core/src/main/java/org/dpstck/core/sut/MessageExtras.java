package org.dpstck.core.sut;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What every prepare and start message bears on top of what the edition demands.
 *
 * @param properties merged into the message itself, with placeholders in its texts
 * @param metadata the message's {@code metadata}; empty when it has none
 * @param labels the message's {@code labels}; empty when it has none
 */
public record MessageExtras(Map<String, Object> properties, Map<String, Object> metadata, List<String> labels) {

    /** What texts in the properties may name: what belongs to one flow, and is not known before. */
    public static final List<String> PLACEHOLDERS = List.of(
            "processId",
            "messageId",
            "participantId",
            "counterPartyId",
            "dataspaceContext",
            "agreementId",
            "datasetId",
            "transferType",
            "destinationType",
            "flowType",
            "callbackAddress",
            "sourceUrl",
            "sinkUrl");

    /** Copies every collection. */
    public MessageExtras {
        properties = Trees.copyOf(properties);
        metadata = Trees.copyOf(metadata);
        labels = List.copyOf(labels);
    }

    /** A message with all of this on top; where both hold a map, the two are merged. */
    public Map<String, Object> over(Map<String, Object> message, Map<String, String> values) {
        var additions = new LinkedHashMap<>(Trees.mapOf(Templates.fillTree(properties, values)));
        var merged = new LinkedHashMap<>(Trees.merge(message, additions));
        if (!metadata.isEmpty()) {
            merged.put("metadata", metadata);
        }
        if (!labels.isEmpty()) {
            merged.put("labels", labels);
        }
        return merged;
    }

    /** Nothing on top. */
    public static MessageExtras none() {
        return new MessageExtras(Map.of(), Map.of(), List.of());
    }
}
