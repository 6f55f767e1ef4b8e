package org.dpstck.dataplane.renewal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dpstck.core.standin.Arrival;

/** The parameters of a request, as forms have them; what is no escape stays as it is. */
public final class FormParameters {

    private FormParameters() {}

    /** Those in the body. */
    public static Map<String, String> ofBody(Arrival arrival) {
        return parse(arrival.body());
    }

    /** Those in the query. */
    public static Map<String, String> ofQuery(Arrival arrival) {
        var parts = arrival.path().split("\\?", 2);
        return parts.length == 2 ? parse(parts[1]) : Map.of();
    }

    private static Map<String, String> parse(String form) {
        var parameters = new LinkedHashMap<String, String>();
        for (var pair : form.split("&")) {
            var parts = pair.split("=", 2);
            if (parts.length == 2) {
                parameters.put(decoded(parts[0]), decoded(parts[1]));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
