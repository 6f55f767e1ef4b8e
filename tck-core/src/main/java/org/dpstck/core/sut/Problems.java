package org.dpstck.core.sut;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with a description, so that its owner hears of everything at once. */
final class Problems {

    private final List<String> lines = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    /**
     * Notes a problem.
     *
     * @param key what it is about
     * @param origin where the wrong value came from
     * @param what is wrong
     * @param fix what to write instead; empty when {@code what} says it
     */
    void add(String key, Origin origin, String what, String fix) {
        keys.add(key);
        var place = origin.text().isEmpty() ? "" : " (" + origin + ")";
        lines.add(key + ": " + what + place + (fix.isEmpty() ? "" : "; " + fix));
    }

    /** Whether something is already known to be wrong with a key. */
    boolean concern(String key) {
        return keys.contains(key);
    }

    /** How many there are. */
    int count() {
        return lines.size();
    }

    /**
     * Ends the collection.
     *
     * @throws ConfigurationException with every problem, when there is one
     */
    void throwIfAny() {
        if (!lines.isEmpty()) {
            throw new ConfigurationException(lines);
        }
    }
}
