package org.dpstck.controlplane.flow;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.standin.Arrival;

/** Reads the ids in the paths of requests. */
final class Paths {

    private static final String ENDPOINT = "{endpoint}";

    private Paths() {}

    /**
     * The path of a request below the base URL of a data plane, without its query.
     *
     * <p>Where a data plane registers a longer URL than its base, some take that for the base: what stands twice is taken once
     * (position 207).
     */
    static String below(Edition edition, Arrival arrival) {
        var path = arrival.path().split("\\?", 2)[0];
        var registration = edition.transfers().registration();
        return edition.transfers().messages().get(registration.message()).sends().values().stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> text.startsWith(ENDPOINT) && text.length() > ENDPOINT.length())
                .map(text -> text.substring(ENDPOINT.length()))
                .filter(part -> path.startsWith(part + part))
                .map(part -> path.substring(part.length()))
                .findFirst()
                .orElse(path);
    }

    /** The decoded segment in the place of a placeholder, if the path has that shape. */
    static Optional<String> segment(String template, String placeholder, String path) {
        var pattern = Pattern.quote(template).replace(placeholder, "\\E([^/]+)\\Q");
        var matcher = Pattern.compile(pattern).matcher(path);
        return matcher.matches() ? Optional.of(decoded(matcher.group(1))) : Optional.empty();
    }

    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noEscape) {
            return segment;
        }
    }
}
