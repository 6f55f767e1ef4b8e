package org.dpstck.core.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** A letter, a digit or a mark of ids and URLs in the form of an escape, which JSON allows and nobody needs. */
    private static final Pattern NEEDLESS =
            Pattern.compile("(?i)(?<!\\\\)((?:\\\\\\\\)*)\\\\u00(2[d-f]|3[0-9a]|4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9a])");

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

    /** A text that a system sent, in which ids stand as what they are, and not as escapes. */
    static String plain(String text) {
        return text == null || !text.contains("\\u00")
                ? text
                : NEEDLESS.matcher(text)
                        .replaceAll(
                                it -> Matcher.quoteReplacement(it.group(1) + (char) Integer.parseInt(it.group(2), 16)));
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
