package org.dpstck.reference.variant;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.dpstck.reference.hook.AnswerHook;
import org.dpstck.reference.hook.Hook;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Exchange;
import org.dpstck.reference.http.Operation;

/** Other forms of the Location header: "data flow status relative URL" does not say relative to what. */
final class LocationVariants {

    private static final String LOCATION = "Location";
    private static final String COLLECTION = "/dataflows/";

    private LocationVariants() {}

    static Map<String, Hook> all() {
        return Map.of(
                "LOCATION-AFTER-SYNC", (AnswerHook) LocationVariants::afterSync,
                "LOCATION-ABSOLUTE-URL", rewritten((exchange, path) -> origin(exchange) + path),
                "LOCATION-ABSOLUTE-PATH", rewritten((exchange, path) -> path),
                "LOCATION-BASE-RELATIVE", rewritten((exchange, path) -> path.substring(path.indexOf(COLLECTION))),
                "LOCATION-REQUEST-RELATIVE",
                        rewritten((exchange, path) -> path.substring(path.indexOf(COLLECTION) + COLLECTION.length())));
    }

    /** Where the status of the flow is, also when there is nothing left to wait for. */
    private static Answer afterSync(Exchange exchange, Answer answer) {
        boolean opened = exchange.is(Operation.PREPARE) || exchange.is(Operation.START);
        return opened && answer.status() == 200
                ? exchange.flow()
                        .map(flow -> answer.withHeader(LOCATION, collection(exchange) + encode(flow.id()) + "/status"))
                        .orElse(answer)
                : answer;
    }

    private static String encode(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String collection(Exchange exchange) {
        List<String> path = exchange.request().segments();
        return "/" + String.join("/", path.subList(0, path.size() - 1)) + "/";
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
