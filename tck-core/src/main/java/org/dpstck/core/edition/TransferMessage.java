package org.dpstck.core.edition;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A message between two control planes about a transfer process.
 *
 * @param name like {@code suspension}
 * @param type name of the message, like {@code TransferSuspensionMessage}
 * @param sentBy sides that send it
 * @param path below the base address of the receiving side, with {@code {pid}} for the process
 * @param status of its acknowledgement
 * @param state where it leads
 * @param section heading of the document
 * @param anchor fragment of the heading
 * @param sends its plain form: member to value, with placeholders
 * @param dataAddress directions in which it carries a data address
 */
public record TransferMessage(
        String name,
        String type,
        Set<Side> sentBy,
        String path,
        int status,
        String state,
        String section,
        String anchor,
        Map<String, Object> sends,
        Set<Direction> dataAddress) {

    /** Whether it begins a process. */
    public boolean begins() {
        return !path.contains("{pid}");
    }

    /** The id of one of its own requirements: {@code TP-START-} and the given rest. */
    public String requirement(String rest) {
        return "TP-" + name.toUpperCase(Locale.ROOT) + "-" + rest;
    }

    @Override
    public String toString() {
        return name;
    }
}
