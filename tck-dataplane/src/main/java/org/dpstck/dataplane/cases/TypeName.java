package org.dpstck.dataplane.cases;

import java.util.UUID;
import java.util.regex.Pattern;
import org.dpstck.core.edition.ResponseChannel;

/**
 * The name of a kind of transfer that the system serves, taken apart at its direction.
 *
 * @param forward what stands before the direction
 * @param direction {@code -push} or {@code -pull} as it is spelled there, or nothing
 * @param rest what stands behind it
 */
record TypeName(String forward, String direction, String rest) {

    private static final Pattern FORM = Pattern.compile("(.*?)(-push|-pull)(-.*)?", Pattern.CASE_INSENSITIVE);

    /** A name, as a message has it. */
    static TypeName of(Object name) {
        var text = String.valueOf(name);
        var form = FORM.matcher(text);
        return form.matches()
                ? new TypeName(form.group(1), form.group(2), form.group(3) == null ? "" : form.group(3))
                : new TypeName(text, "", "");
    }

    /** Whether it is an absolute URL. */
    boolean isUrl() {
        return forward.contains("://");
    }

    /** A name like this one that nobody serves. */
    String unknown() {
        var made = "unserved" + UUID.randomUUID().toString().substring(0, 8);
        return (isUrl() ? "https://dpstck.org/profiles/" + made : "org.dpstck." + made) + direction;
    }

    /** The name with a type for responses behind it, in the form of an edition. */
    String withResponse(ResponseChannel channel, String type) {
        return channel.type(forward + direction, type);
    }

    /** The name with capitals for small letters and the other way round. */
    String inOtherCase() {
        var swapped = new StringBuilder();
        toString()
                .chars()
                .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
                .forEach(c -> swapped.append((char) c));
        return swapped.toString();
    }

    @Override
    public String toString() {
        return forward + direction + rest;
    }
}
