package org.dpstck.reference.variant;

import java.util.Map;
import java.util.function.BiFunction;
import org.dpstck.reference.hook.AnswerHook;
import org.dpstck.reference.hook.Hook;
import org.dpstck.reference.http.Exchange;

/** Other forms of the Location header: "data flow status relative URL" does not say relative to what. */
final class LocationVariants {

    private static final String LOCATION = "Location";
    private static final String COLLECTION = "/dataflows/";

    private LocationVariants() {}

    static Map<String, Hook> all() {
        return Map.of(
                "LOCATION-ABSOLUTE-URL", rewritten((exchange, path) -> origin(exchange) + path),
                "LOCATION-ABSOLUTE-PATH", rewritten((exchange, path) -> path),
                "LOCATION-BASE-RELATIVE", rewritten((exchange, path) -> path.substring(path.indexOf(COLLECTION))),
                "LOCATION-REQUEST-RELATIVE",
                        rewritten((exchange, path) -> path.substring(path.indexOf(COLLECTION) + COLLECTION.length())));
    }

    private static String origin(Exchange exchange) {
        return "http://" + exchange.request().header("host").orElse("localhost");
    }

    private static AnswerHook rewritten(BiFunction<Exchange, String, String> form) {
        return (exchange, answer) -> {
            String path = answer.headers().get(LOCATION);
            // The Location of a registration is another subject.
            return path == null || !path.contains(COLLECTION)
                    ? answer
                    : answer.withHeader(LOCATION, form.apply(exchange, path));
        };
    }
}
