package org.dpstck.core.sut;

import java.util.Map;

/**
 * Properties that are put into the message itself, by which a test-minded system knows what it is to do.
 *
 * @param properties merged into the message, map by map; texts may hold placeholders
 */
public record MessageTrigger(Map<String, Object> properties) implements Trigger {

    /** Copies the properties. */
    public MessageTrigger {
        properties = Trees.copyOf(properties);
    }

    /**
     * A copy of a message with the properties merged in: maps are merged, everything else is replaced.
     *
     * @param message what would be sent without the trigger; not changed
     * @param values what the placeholders stand for
     * @throws TriggerFailedException when a placeholder has no value
     */
    public Map<String, Object> mergeInto(Map<String, Object> message, Map<String, String> values) {
        return Trees.merge(message, Trees.mapOf(Templates.fillTree(properties, values)));
    }

    @Override
    public String describe() {
        return "message properties " + properties.keySet();
    }

    /** The same as {@link #describe()}: properties may hold secrets. */
    @Override
    public String toString() {
        return describe();
    }
}
