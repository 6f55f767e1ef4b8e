package org.dpstck.core.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Brings what is recorded, and what is sent now, into forms that can be compared. */
final class RecordedText {

    /** How {@link Texts#cut} ends a text. */
    private static final String CUT = " characters)";

    private static final int SHORTEST = 1 << 15;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private RecordedText() {}

    /** Headers, a line each, but for those that the description adds to every request: they hold secrets. */
    static String of(List<Header> headers, Set<String> configured) {
        return headers.stream()
                .filter(it -> configured.stream().noneMatch(it.name()::equalsIgnoreCase))
                .map(it -> it.name().toLowerCase(Locale.ROOT) + ": " + it.value())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /** Whether the record holds the beginning of a text alone. */
    static boolean isCut(String text) {
        return text != null && text.endsWith(CUT) && text.lastIndexOf('…') >= SHORTEST;
    }

    /** JSON with the members of its objects in one order; any other text stays as it is. */
    static String sorted(String text) {
        if (text == null || !text.startsWith("{")) {
            return text;
        }
        try {
            return MAPPER.writeValueAsString(MAPPER.readValue(text, Map.class));
        } catch (JacksonException e) {
            return text; // Broken on purpose: then every character counts.
        }
    }
}
