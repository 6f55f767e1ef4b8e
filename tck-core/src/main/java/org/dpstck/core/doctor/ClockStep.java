package org.dpstck.core.doctor;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dpstck.core.exchange.Exchange;

/** The clock of the system, as its answers tell it, agrees with that of this machine. */
public final class ClockStep implements Step<Patient> {

    private final List<String> foundation;

    /**
     * Compares the clocks.
     *
     * @param foundation checks without which there is no answer to look at
     */
    public ClockStep(String... foundation) {
        this.foundation = List.of(foundation);
    }

    private static final Duration TOLERABLE = Duration.ofSeconds(5);
    /** A Date has whole seconds. */
    private static final Duration GRAIN = Duration.ofSeconds(1);

    @Override
    public String id() {
        return "clock";
    }

    @Override
    public List<String> standsOn() {
        return foundation;
    }

    @Override
    public Finding look(Patient patient) {
        // The quickest exchange tells most: the Date was written somewhere within it.
        var quickest = patient.journal().exchanges().stream()
                .filter(exchange -> date(exchange).isPresent())
                .min(Comparator.comparingLong(Exchange::millis));
        return quickest.map(ClockStep::compare)
                .orElseGet(() -> Finding.notChecked("no answer has a Date that can be read"));
    }

    private static Finding compare(Exchange exchange) {
        var date = date(exchange).orElseThrow();
        var sent = exchange.at();
        var received = sent.plusMillis(exchange.millis());
        var least = Duration.between(received, date);
        var most = Duration.between(sent, date.plus(GRAIN));
        var accuracy = seconds(most.minus(least));
        if (least.compareTo(Duration.ZERO) <= 0 && !most.isNegative()) {
            return Finding.ok("the system's clock agrees with this one to within " + accuracy);
        }
        var ahead = least.compareTo(Duration.ZERO) > 0;
        var off = ahead ? least : most.negated();
        var observed = "the system's clock is " + seconds(off) + (ahead ? " ahead of" : " behind")
                + " this one, within " + accuracy + " (Date: " + date + ")";
        return off.compareTo(TOLERABLE) <= 0
                ? Finding.ok(observed)
                : Finding.warning(
                        observed,
                        "Tokens that are issued by one clock and expire by another are refused too early or too late, and"
                                + " times in logs do not match.",
                        "Have both machines keep their time by NTP. If something between them writes the Date, it is that"
                                + " machine's clock.");
    }

    private static Optional<Instant> date(Exchange exchange) {
        if (exchange.answer() == null || exchange.direction() != Exchange.Direction.TO_SYSTEM) {
            return Optional.empty();
        }
        return exchange.answer().header("Date").flatMap(ClockStep::parsed);
    }

    private static Optional<Instant> parsed(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String seconds(Duration duration) {
        var rest = duration.toMillis();
        return rest >= 60_000
                ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
                : (rest + 99) / 100 / 10.0 + " s";
    }
}
