package org.dpstck.core.exchange;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * Replaces secrets before anything is recorded; the same secret always gets the same placeholder.
 *
 * <p>Secrets are what the configuration names as such, the values of header names that carry credentials, of JSON
 * members and query parameters with a telling name, and of {@code authorization} endpoint properties (DSP DataAddress).
 * Works on text, so that a broken body is cleaned like a good one.
 */
public final class Redactor {

    private static final String NAMES =
            "authorization|access_?token|refresh_?token|id_?token|token|client_?secret|secret"
                    + "|password|api_?key|apikey|key|client_?assertion|assertion|credential|credentials";
    private static final Pattern HEADER = Pattern.compile(
            "(?i)(proxy-)?authorization|cookie|set-cookie|.*(api-?key|token|secret|password|credential).*");
    private static final Pattern MEMBER =
            Pattern.compile("(?i)(\"(?:[\\w.:/-]*[./:])?(?:" + NAMES + ")\"\\s*:\\s*\")((?:[^\"\\\\]|\\\\.)+)");
    private static final Pattern NAME_THEN_VALUE = Pattern.compile(
            "(?i)(\"name\"\\s*:\\s*\"[^\"]*(?:" + NAMES + ")\"\\s*,\\s*\"value\"\\s*:\\s*\")((?:[^\"\\\\]|\\\\.)+)");
    private static final Pattern VALUE_THEN_NAME = Pattern.compile("(?i)(\"value\"\\s*:\\s*\")((?:[^\"\\\\]|\\\\.)+)"
            + "(?=\"\\s*,\\s*(?:\"@type\"\\s*:\\s*\"[^\"]*\"\\s*,\\s*)?\"name\"\\s*:\\s*\"[^\"]*(?:" + NAMES + ")\")");
    private static final Pattern PARAMETER = Pattern.compile("(?i)((?:^|[?&])(?:" + NAMES + ")=)([^&\\s\"]+)");
    private static final Pattern BEARER = Pattern.compile("(?i)(\\b(?:bearer|basic)\\s+)([\\w.~+/=-]{8,})");
    private static final List<Pattern> IN_TEXT = List.of(MEMBER, NAME_THEN_VALUE, VALUE_THEN_NAME, PARAMETER, BEARER);
    private static final int SHORTEST = 4;

    private final Map<String, String> placeholders = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();
    private final List<String> configured;

    /** A redactor that knows some secrets beforehand, wherever they turn up. */
    public Redactor(Collection<String> configured) {
        this.configured = configured.stream()
                .filter(secret -> secret != null && secret.length() >= SHORTEST)
                .distinct()
                .toList();
    }

    /** A header without its secret. */
    public Header clean(Header header) {
        var value = header.value();
        if (HEADER.matcher(header.name()).matches() && !value.isEmpty()) {
            return new Header(header.name(), placeholder(value));
        }
        return new Header(header.name(), clean(value));
    }

    /** Text without its secrets; null stays null. */
    public String clean(String text) {
        if (text == null || text.isEmpty()) {
            return text;
        }
        var cleaned = text;
        for (var secret : configured) {
            cleaned = cleaned.replace(secret, placeholder(secret));
        }
        for (var pattern : IN_TEXT) {
            cleaned = pattern.matcher(cleaned)
                    .replaceAll(
                            hit -> java.util.regex.Matcher.quoteReplacement(hit.group(1) + placeholder(hit.group(2))));
        }
        return cleaned;
    }

    private String placeholder(String secret) {
        if (secret.startsWith("[secret-")) {
            return secret;
        }
        return placeholders.computeIfAbsent(secret, it -> "[secret-" + last.incrementAndGet() + "]");
    }
}
