package org.dpstck.core.edition;

import java.util.Locale;
import java.util.Set;

/**
 * A request of the system under test to the other plane.
 *
 * @param name like {@code prepared}
 * @param method HTTP method
 * @param path relative to the callback address, with {@code {transferId}}
 * @param section heading of the document
 * @param anchor fragment of the heading
 * @param message name of the message in its body; null for an empty body
 * @param state name of the state it reports; null if it causes no transition
 * @param trigger id of the trigger that brings it about; null if an asynchronous answer does
 * @param kinds ids of the kinds of flow about which it is sent
 */
public record Callback(
        String name,
        String method,
        String path,
        String section,
        String anchor,
        String message,
        String state,
        String trigger,
        Set<String> kinds) {

    /** The id of the requirement that demands this callback. */
    public String requirement() {
        return "CALLBACK-" + name.toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return name;
    }
}
