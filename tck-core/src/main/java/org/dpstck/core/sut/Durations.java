package org.dpstck.core.sut;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Times as people write them. */
public final class Durations {

    private static final BigDecimal LONGEST_MILLIS =
            BigDecimal.valueOf(Duration.ofHours(24).toMillis());
    private static final Pattern AMOUNT = Pattern.compile("(-?\\d{1,18}(?:\\.\\d{1,9})?)\\s*(ms|s|m|h)?");
    private static final Map<String, BigDecimal> MILLIS = Map.of(
            "ms", BigDecimal.ONE,
            "s", BigDecimal.valueOf(1_000),
            "m", BigDecimal.valueOf(60_000),
            "h", BigDecimal.valueOf(3_600_000));

    private Durations() {}

    /**
     * The time of a text: {@code 200ms}, {@code 5s}, {@code 2m}, {@code 1h}, {@code PT5S}, or plain milliseconds.
     *
     * @return from 1 ms to 24 h
     * @throws IllegalArgumentException with what is wrong, fit for a sentence that begins with the text
     */
    public static Duration parse(String text) {
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        var millis = wanted.matches("[+-]?p.*") ? isoMillis(wanted) : plainMillis(wanted);
        if (millis.signum() < 0) {
            throw new IllegalArgumentException("is negative");
        }
        if (millis.compareTo(BigDecimal.ONE) < 0) {
            throw new IllegalArgumentException("is less than 1ms");
        }
        if (millis.compareTo(LONGEST_MILLIS) > 0) {
            throw new IllegalArgumentException("is longer than 24h");
        }
        return Duration.ofMillis(millis.longValue());
    }

    /** The shortest text that parses to the time. */
    public static String format(Duration duration) {
        var millis = duration.toMillis();
        if (millis % 60_000 == 0) {
            return millis / 60_000 + "m";
        }
        return millis % 1_000 == 0 ? millis / 1_000 + "s" : millis + "ms";
    }

    private static BigDecimal plainMillis(String text) {
        var amount = AMOUNT.matcher(text);
        if (!amount.matches()) {
            throw new IllegalArgumentException("is no duration");
        }
        var unit = amount.group(2) == null ? "ms" : amount.group(2);
        return new BigDecimal(amount.group(1)).multiply(MILLIS.get(unit));
    }

    private static BigDecimal isoMillis(String text) {
        try {
            return BigDecimal.valueOf(Duration.parse(text).toMillis());
        } catch (DateTimeParseException | ArithmeticException noDuration) {
            throw new IllegalArgumentException("is no duration", noDuration);
        }
    }
}
