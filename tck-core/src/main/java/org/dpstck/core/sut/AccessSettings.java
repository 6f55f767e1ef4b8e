package org.dpstck.core.sut;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is to be known of the data that a system gives out, in editions whose messages do not say where it comes from.
 *
 * @param dataset a dataset of little data; null for the one of all other messages
 * @param stream a dataset without an end; null if there is none
 * @param request path and query below the endpoint of a pull, with {@code {marker}} for texts of the suite; null for none
 */
public record AccessSettings(String dataset, String stream, String request) {

    private static final String MARKER = "{marker}";

    /** What holds when nothing is told. */
    public static AccessSettings defaults() {
        return new AccessSettings(null, null, null);
    }

    /** A dataset without an end, if there is one. */
    public Optional<String> endless() {
        return Optional.ofNullable(stream);
    }

    /**
     * A request of which the data shows what it was asked for.
     *
     * @param below what follows the endpoint
     * @param markers the texts that the data shows
     */
    public record Marked(String below, List<String> markers) {}

    /** A request that can be told from every other one, if the owner of the system says which. */
    public Optional<Marked> marked() {
        return Optional.ofNullable(request).map(template -> {
            var markers = new ArrayList<String>();
            var below = template;
            while (below.contains(MARKER)) {
                var marker = "tck-" + UUID.randomUUID();
                markers.add(marker);
                var at = below.indexOf(MARKER);
                below = below.substring(0, at) + marker + below.substring(at + MARKER.length());
            }
            return new Marked(below, markers);
        });
    }

    /** A request that shows what it asks for. */
    static String request(String text) {
        if (!text.startsWith("/") && !text.startsWith("?")) {
            throw new IllegalArgumentException("begins neither with a path nor with a query");
        }
        if (!text.contains(MARKER)) {
            throw new IllegalArgumentException("has no " + MARKER + ", so that no data could show it");
        }
        return text;
    }
}
