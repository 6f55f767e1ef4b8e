package org.dpstck.core.sut;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Maps, lists and scalars as YAML and JSON have them: nulls allowed, order kept, results unmodifiable. */
final class Trees {

    private Trees() {}

    /** A deep copy of a map. */
    static Map<String, Object> copyOf(Map<String, Object> map) {
        return mapOf(mapTexts(map, UnaryOperator.identity()));
    }

    /** A deep copy of a tree. */
    static Object copyOf(Object tree) {
        return mapTexts(tree, UnaryOperator.identity());
    }

    /** A copy of a map of texts. */
    static Map<String, String> copyOfTexts(Map<String, String> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** A copy of a map of texts with every value changed. */
    static Map<String, String> mapValues(Map<String, String> map, UnaryOperator<String> change) {
        var changed = new LinkedHashMap<>(map);
        changed.replaceAll((name, value) -> change.apply(value));
        return Collections.unmodifiableMap(changed);
    }

    /** A deep copy of a tree with every text changed; keys stay. */
    static Object mapTexts(Object tree, UnaryOperator<String> change) {
        if (tree instanceof String text) {
            return change.apply(text);
        }
        if (tree instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<String, Object>();
            map.forEach((key, value) -> copy.put(String.valueOf(key), mapTexts(value, change)));
            return Collections.unmodifiableMap(copy);
        }
        if (tree instanceof List<?> list) {
            var copy = new ArrayList<Object>();
            list.forEach(item -> copy.add(mapTexts(item, change)));
            return Collections.unmodifiableList(copy);
        }
        return tree;
    }

    /** A tree that is known to be a map, as one. */
    static Map<String, Object> mapOf(Object tree) {
        var typed = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) tree).forEach((key, value) -> typed.put(String.valueOf(key), value));
        return Collections.unmodifiableMap(typed);
    }

    /** Both maps in one: where both hold a map the two are merged, otherwise the addition wins. */
    static Map<String, Object> merge(Map<String, Object> base, Map<String, Object> addition) {
        var merged = new LinkedHashMap<>(copyOf(base));
        addition.forEach((key, value) -> {
            var before = merged.get(key);
            merged.put(key, before instanceof Map && value instanceof Map ? merge(mapOf(before), mapOf(value)) : value);
        });
        return Collections.unmodifiableMap(merged);
    }
}
