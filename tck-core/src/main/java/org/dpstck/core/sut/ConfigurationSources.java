package org.dpstck.core.sut;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a description comes from; an option wins over the environment, the environment over the file, key by key.
 *
 * @param file a YAML file; null for none
 * @param environment every environment variable; those that start with {@code DPS_TCK_} are keys, so a caller that has
 *     variables of its own with that prefix leaves them out
 * @param options by the name of the key, like {@code timeouts.request}; texts as a command line has them, or lists and
 *     maps
 */
public record ConfigurationSources(Path file, Map<String, String> environment, Map<String, Object> options) {

    /** Copies the maps. */
    public ConfigurationSources {
        environment = Map.copyOf(environment);
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }
}
