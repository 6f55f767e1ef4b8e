package org.dpstck.core.verdict;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One thing that a case found, in the order a reader needs it: required, expected, observed, where, how to repeat it.
 *
 * @param kind how it counts
 * @param requirement id in the register of the edition
 * @param section heading of the document
 * @param anchor fragment of the heading, like {@code #start}
 * @param clause what the document says, in at most two lines
 * @param expected what the clause made the suite expect
 * @param observed what the system did instead
 * @param reading why an ambiguous clause was decided so, citing both texts; null when no position was needed
 * @param exchange id of the offending exchange; null when nothing was on the wire
 * @param repeat a command that repeats the offending request by hand; null when there is none
 * @param positions numbers of the positions the clause was read with; empty when it needs none
 * @param strict whether it is a violation in a strict run alone, and a warning otherwise
 * @param places members of the body in the offending exchange that it is about; empty when it is about no member
 */
public record Finding(
        Kind kind,
        String requirement,
        String section,
        String anchor,
        String clause,
        String expected,
        String observed,
        String reading,
        String exchange,
        String repeat,
        List<Integer> positions,
        boolean strict,
        List<Place> places) {

    /** Copies the lists; records of earlier versions may have none. */
    public Finding {
        positions = positions == null ? List.of() : List.copyOf(positions);
        places = places == null ? List.of() : List.copyOf(places);
    }

    /** How a finding counts. */
    public enum Kind {
        /** A mandatory requirement does not hold. */
        VIOLATION,
        /** A SHOULD does not hold, or the less likely reading of a clause was seen. */
        WARNING
    }

    /** The same finding, with what the system had a hand in put through a filter. */
    public Finding cleaned(UnaryOperator<String> filter) {
        return new Finding(
                kind,
                requirement,
                section,
                anchor,
                clause,
                filter.apply(expected),
                filter.apply(observed),
                reading,
                exchange,
                filter.apply(repeat),
                positions,
                strict,
                places.stream().map(place -> place.cleaned(filter)).toList());
    }

    /** The finding in prose, one aspect a line. */
    public String text() {
        var text = new StringBuilder();
        text.append("required: ")
                .append(clause)
                .append(" (")
                .append(requirement)
                .append(", §")
                .append(section)
                .append(")\n");
        text.append("expected: ").append(expected).append('\n');
        text.append("observed: ").append(observed);
        if (reading != null) {
            text.append("\nreading: ").append(reading);
        }
        if (repeat != null) {
            text.append("\nrepeat: ").append(repeat);
        }
        return text.toString();
    }
}
