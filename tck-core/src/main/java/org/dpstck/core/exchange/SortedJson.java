package org.dpstck.core.exchange;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes JSON with the members of its objects in one order; any other text stays as it is. */
final class SortedJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private SortedJson() {}

    static String of(String text) {
        if (text == null || !text.startsWith("{")) {
            return text;
        }
        try {
            return MAPPER.writeValueAsString(MAPPER.readValue(text, java.util.Map.class));
        } catch (JacksonException e) {
            return text; // Broken on purpose: then every character counts.
        }
    }
}
