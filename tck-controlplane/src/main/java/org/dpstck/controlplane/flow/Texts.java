package org.dpstck.controlplane.flow;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fills the templates of messages and paths. */
final class Texts {

    private Texts() {}

    static String fill(String template, Map<String, String> values) {
        var filled = template;
        for (var entry : values.entrySet()) {
            filled = filled.replace("{" + entry.getKey() + "}", entry.getValue());
        }
        return filled;
    }

    static Map<String, Object> fill(Map<String, Object> template, Map<String, String> values) {
        var filled = new LinkedHashMap<String, Object>();
        template.forEach(
                (member, value) -> filled.put(member, value instanceof String text ? fill(text, values) : value));
        return filled;
    }

    /** An id as a segment of a path. */
    static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
