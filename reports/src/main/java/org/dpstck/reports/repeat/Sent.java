package org.dpstck.reports.repeat;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dpstck.core.exchange.Exchange;

/**
 * What the suite sent in a case.
 *
 * @param exchanges of the case
 */
record Sent(List<Exchange> exchanges) {

    private static final int SHORTEST = 12;
    private static final Pattern WITHOUT =
            Pattern.compile("\\b(?:no|not|nor|none|nothing|never|without|other than|but|unless)\\b");

    /** A value out of an expectation that the suite sent before, and that a message lacks. */
    Optional<String> lacking(String expected, Exchange exchange, String body) {
        if (WITHOUT.matcher(expected).find()) {
            return Optional.empty();
        }
        return List.of(expected.split("[\\s\"',;]+")).stream()
                .filter(it -> it.length() >= SHORTEST && it.chars().anyMatch(Character::isDigit))
                .filter(it -> !body.contains(it) && isSent(it, exchange))
                .findFirst();
    }

    private boolean isSent(String value, Exchange before) {
        return exchanges.stream()
                .takeWhile(it -> it != before)
                .map(Sent::body)
                .anyMatch(it -> it != null && it.contains(value));
    }

    private static String body(Exchange exchange) {
        if (exchange.direction() == Exchange.Direction.TO_SYSTEM) {
            return exchange.request().body();
        }
        return exchange.answer() == null ? null : exchange.answer().body();
    }
}
