package org.dpstck.dataplane.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dpstck.core.plan.Worded;

/**
 * Content for a member whose own content no document defines.
 *
 * @param id part of the case id
 * @param text for people
 * @param member which member
 * @param value what is put there, on top of what the system's description puts there
 * @param large whether it is longer than a server has to take
 */
record Content(String id, String text, String member, Object value, boolean large) implements Worded {

    private static final int ENTRIES = 2000;
    private static final int DEPTH = 40;
    private static final int TELLING = 16;
    private static final String FILLING = "0123456789".repeat(6);

    /** The content that members called like this can have: labels are a list, metadata and claims are objects. */
    static Stream<Content> of(String member) {
        return switch (member) {
            case "labels" ->
                Stream.of(
                        small("labels-empty", "an empty list of labels", member, List.of()),
                        small("labels-repeated", "the same label twice", member, List.of("gold", "gold")),
                        small(
                                "labels-unicode",
                                "labels in many scripts",
                                member,
                                List.of("金", "ключ", "é😀", "quote\"")),
                        new Content("labels-large", "2000 labels", member, many(), true));
            case "metadata", "claims" ->
                Stream.of(
                        small(member + "-empty", "empty " + member, member, Map.of()),
                        small(member + "-nested", "deeply nested " + member, member, nested()),
                        small(member + "-unicode", member + " in many scripts", member, unicode()),
                        new Content(member + "-large", "140 kB of " + member, member, wide(), true));
            case "messageId" ->
                Stream.of(small("message-id", "a messageId that is no UUID", member, "urn:example:message:"));
            default -> Stream.empty();
        };
    }

    /** A message with this content. */
    Map<String, Object> in(Map<String, Object> message) {
        var changed = new LinkedHashMap<>(message);
        if (value instanceof String beginning) {
            changed.put(member, beginning + unlikeUuid(String.valueOf(message.get(member))));
        } else if (value instanceof Map<?, ?> more && changed.get(member) instanceof Map<?, ?> there) {
            var merged = new LinkedHashMap<Object, Object>(there);
            merged.putAll(more);
            changed.put(member, merged);
        } else if (value instanceof List<?> more && changed.get(member) instanceof List<?> there) {
            var joined = new ArrayList<Object>(there);
            joined.addAll(more);
            changed.put(member, joined);
        } else {
            changed.put(member, value);
        }
        return changed;
    }

    /** An id stays one of its own in another form. */
    private static String unlikeUuid(String id) {
        return id.replace("-", "").substring(0, Math.min(TELLING, id.length() / 2));
    }

    /** Content of the same sort that nobody finds odd. */
    Object other() {
        return value instanceof List ? List.of("tck") : Map.of("tck", "plain");
    }

    private static Content small(String id, String text, String member, Object value) {
        return new Content(id, text, member, value, false);
    }

    private static List<String> many() {
        return IntStream.range(0, ENTRIES).mapToObj(i -> "label-" + i + FILLING).toList();
    }

    private static Map<String, Object> wide() {
        var wide = new LinkedHashMap<String, Object>();
        IntStream.range(0, ENTRIES).forEach(i -> wide.put("entry-" + i, FILLING));
        return wide;
    }

    private static Map<String, Object> unicode() {
        return Map.of("数据", "значение", "é\u0301", "😀", "quote\"", "back\\slash", "", "no name");
    }

    private static Map<String, Object> nested() {
        Object inner = List.of(1, -2.5e10, true, "end");
        for (int i = 0; i < DEPTH; i++) {
            inner = i % 2 == 0 ? Map.of("level" + i, inner) : List.of(inner);
        }
        return Map.of("nested", inner, "empty", Map.of(), "list", List.of());
    }

    @Override
    public String toString() {
        return id;
    }
}
