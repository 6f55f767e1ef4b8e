package org.dpstck.reports.repeat;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.exchange.Exchange.Direction;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.RunRecord;

/** Why a case cannot be repeated by a script. */
final class Obstacle {

    private static final Pattern SECRET = Pattern.compile("\\[secret-\\d+]");
    private static final int LONGEST_BODY = 1 << 16;

    private Obstacle() {}

    /** The first one; empty if there is none. */
    static Optional<String> of(RunRecord run, CaseResult result) {
        if (result.exchanges().isEmpty()) {
            return Optional.of("nothing of this case went over the wire (" + result.outcome() + ")");
        }
        return result.exchanges().stream()
                .map(it -> of(run.configuration(), result, it))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> of(Map<String, Object> settings, CaseResult result, Exchange exchange) {
        if (exchange.direction() == Direction.FROM_SYSTEM) {
            return exchange.request().url().startsWith("https:")
                    ? Optional.of("the system comes over TLS, which the small listener of a script does not speak")
                    : Optional.empty();
        }
        var body = exchange.request().body();
        if (body != null && body.length() >= LONGEST_BODY) {
            return Optional.of("a body of it is too long for the record: " + exchange.id());
        }
        return signed(settings, result, exchange)
                ? Optional.of("the suite signs a token for it, and the key is nowhere in the record: " + exchange.id())
                : Optional.empty();
    }

    /** Whether a request bears a credential that neither the description nor the system gave. */
    private static boolean signed(Map<String, Object> settings, CaseResult result, Exchange exchange) {
        var request = exchange.request();
        var headers = request.headers().stream()
                .filter(it -> it.value() != null && !exchange.purpose().startsWith("trigger "))
                .filter(it -> !configured(settings, it.name()))
                .map(it -> it.value());
        var form = request.headers().stream()
                .filter(it -> it.name().equalsIgnoreCase("Content-Type") && it.value() != null)
                .anyMatch(it -> it.value().startsWith("application/x-www-form-urlencoded"));
        var texts = form ? Stream.concat(headers, Stream.ofNullable(request.body())) : headers;
        return texts.flatMap(it -> SECRET.matcher(it).results()).anyMatch(it -> !told(result, exchange, it.group()));
    }

    private static boolean configured(Map<String, Object> settings, String header) {
        return Stream.of("headers", "dsp.headers")
                .map(settings::get)
                .anyMatch(it -> it instanceof Map<?, ?> map
                        && map.keySet().stream().anyMatch(key -> key.toString()
                                .toLowerCase(Locale.ROOT)
                                .equals(header.toLowerCase(Locale.ROOT))));
    }

    /** Whether the system told a secret before. */
    private static boolean told(CaseResult result, Exchange exchange, String secret) {
        return result.exchanges().stream()
                .takeWhile(it -> it != exchange)
                .anyMatch(it -> it.direction() == Direction.FROM_SYSTEM
                        ? String.valueOf(it.request().body()).contains(secret)
                        : it.answer() != null && it.answer().body().contains(secret));
    }
}
