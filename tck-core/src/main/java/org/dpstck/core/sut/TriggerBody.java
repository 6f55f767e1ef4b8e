package org.dpstck.core.sut;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The body of an HTTP trigger, filled in.
 *
 * @param text what is sent, as UTF-8
 * @param mediaType what it is
 */
record TriggerBody(String text, String mediaType) {

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    /** The body of a trigger; empty when it has none. */
    static Optional<TriggerBody> of(HttpTrigger trigger, Map<String, String> values) {
        if (trigger.body() == null) {
            return Optional.empty();
        }
        var declared = declared(trigger.headers());
        if (!(trigger.body() instanceof String template)) {
            var json = Json.write(Templates.fillTree(trigger.body(), values));
            return Optional.of(new TriggerBody(json, declared.orElse(JSON)));
        }
        var mediaType = declared.orElse(Json.looksLikeJson(template) ? JSON : "text/plain; charset=utf-8");
        return Optional.of(new TriggerBody(fill(template, mediaType.toLowerCase(Locale.ROOT), values), mediaType));
    }

    private static String fill(String template, String mediaType, Map<String, String> values) {
        if (mediaType.contains("json")) {
            return Templates.fillJson(template, values);
        }
        return mediaType.startsWith(FORM) ? Templates.fillEncoded(template, values) : Templates.fill(template, values);
    }

    private static Optional<String> declared(Map<String, String> headers) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("content-type"))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
