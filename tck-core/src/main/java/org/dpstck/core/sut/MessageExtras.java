package org.dpstck.core.sut;

import java.util.List;
import java.util.Map;

/**
 * What every prepare and start message bears on top of what the edition demands.
 *
 * @param properties merged into the message itself
 * @param metadata the message's {@code metadata}; empty when it has none
 * @param labels the message's {@code labels}; empty when it has none
 */
public record MessageExtras(Map<String, Object> properties, Map<String, Object> metadata, List<String> labels) {

    /** Copies every collection. */
    public MessageExtras {
        properties = Trees.copyOf(properties);
        metadata = Trees.copyOf(metadata);
        labels = List.copyOf(labels);
    }

    /** Nothing on top. */
    public static MessageExtras none() {
        return new MessageExtras(Map.of(), Map.of(), List.of());
    }
}
