package org.dpstck.controlplane.flow;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the ids in the paths of requests. */
final class Paths {

    private Paths() {}

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
