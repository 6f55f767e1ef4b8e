package org.dpstck.reports.repeat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.exchange.Exchange.Direction;

/**
 * What of a case was under way at the same time.
 *
 * @param groups requests of the suite that were, in the order in which they left
 * @param held requests of the system that were answered after the suite had sent another, which is the value
 * @param turns heart-beats that were answered otherwise than the one before
 */
record Overlaps(List<List<Exchange>> groups, Map<Exchange, Exchange> held, List<Exchange> turns) {

    private static final Pattern NUMBERED = Pattern.compile("x\\d{1,9}");
    private static final String HEART_BEAT = "heart-beat";

    /**
     * What the times of exchanges say, and their numbers, which the system's get when they are answered.
     *
     * @param exchanges in the order in which they began
     */
    static Overlaps of(List<Exchange> exchanges) {
        return new Overlaps(groups(exchanges), held(exchanges), turns(exchanges));
    }

    /** How often the answer to heart-beats had turned when one was answered; empty for anything else, and if it never did. */
    OptionalInt phase(Exchange exchange) {
        return turns.isEmpty() || !isHeartBeat(exchange)
                ? OptionalInt.empty()
                : OptionalInt.of((int) turns.stream()
                        .filter(it -> !it.at().isAfter(exchange.at()))
                        .count());
    }

    /** The group that a request is in; empty if it went alone. */
    List<Exchange> group(Exchange exchange) {
        return groups.stream()
                .filter(it -> it.stream().anyMatch(member -> member == exchange))
                .findFirst()
                .orElse(List.of());
    }

    /** The exchanges as a script can repeat them: what rivals bring about comes when the last of them has left. */
    List<Exchange> inOrder(List<Exchange> exchanges) {
        var ordered = new ArrayList<Exchange>();
        var waiting = new ArrayList<Exchange>();
        var leaving = new ArrayList<Exchange>();
        for (var exchange : exchanges) {
            if (exchange.direction() == Direction.FROM_SYSTEM && !leaving.isEmpty()) {
                waiting.add(exchange);
                continue;
            }
            ordered.add(exchange);
            if (!leaving.remove(exchange)) {
                var group = group(exchange);
                group.stream()
                        .filter(it -> isRival(it, group) && it != exchange)
                        .forEach(leaving::add);
                leaving.removeAll(ordered);
            }
            if (leaving.isEmpty()) {
                ordered.addAll(waiting);
                waiting.clear();
            }
        }
        ordered.addAll(waiting);
        return ordered;
    }

    /** Whether requests of a group went together on purpose, or had the same one, so that nobody knows which comes first. */
    static boolean isRival(Exchange exchange, List<Exchange> group) {
        return group.stream()
                .anyMatch(it -> it != exchange
                        && (it.isTogetherWith(exchange) || it.purpose().equals(exchange.purpose())));
    }

    /** Whether something else of its group left while a request was on its way. */
    static boolean isOvertaken(Exchange exchange, List<Exchange> group) {
        return group.stream()
                .anyMatch(it -> it != exchange
                        && !it.at().isBefore(exchange.at())
                        && it.at().isBefore(end(exchange)));
    }

    /** When the last answer to a group came. */
    static Instant end(List<Exchange> group) {
        return group.stream().map(Overlaps::end).max(Instant::compareTo).orElse(Instant.MIN);
    }

    private static Instant end(Exchange exchange) {
        return exchange.at().plusMillis(exchange.millis());
    }

    private static List<List<Exchange>> groups(List<Exchange> exchanges) {
        var groups = new ArrayList<List<Exchange>>();
        var group = new ArrayList<Exchange>();
        for (var exchange : exchanges) {
            if (exchange.direction() != Direction.TO_SYSTEM) {
                continue;
            }
            var joins = group.stream().anyMatch(exchange::isTogetherWith)
                    || exchange.at().isBefore(end(group));
            if (!joins) {
                keep(group, groups);
                group.clear();
            }
            group.add(exchange);
        }
        keep(group, groups);
        return groups;
    }

    private static void keep(List<Exchange> group, List<List<Exchange>> groups) {
        if (group.size() > 1) {
            groups.add(List.copyOf(group));
        }
    }

    private static Map<Exchange, Exchange> held(List<Exchange> exchanges) {
        var held = new LinkedHashMap<Exchange, Exchange>();
        var numbers = exchanges.stream().mapToInt(Overlaps::number).toArray();
        for (int i = 0; i < numbers.length; i++) {
            if (exchanges.get(i).direction() == Direction.FROM_SYSTEM && !isReading(exchanges.get(i))) {
                for (int j = i + 1; j < numbers.length; j++) {
                    var later = exchanges.get(j);
                    if (numbers[j] < numbers[i] && later.direction() == Direction.TO_SYSTEM && !isReading(later)) {
                        held.put(exchanges.get(i), later);
                    }
                }
            }
        }
        return held;
    }

    private static boolean isReading(Exchange exchange) {
        return exchange.request().method().equals("GET");
    }

    /** A data plane was well before it was ill for the first time, if it had something to do or was well later. */
    private static List<Exchange> turns(List<Exchange> exchanges) {
        var turns = new ArrayList<Exchange>();
        var last = new HashMap<String, Boolean>();
        for (var exchange : exchanges) {
            if (isHeartBeat(exchange) && exchange.answer() != null) {
                var before = last.put(exchange.request().url(), isWell(exchange));
                var turned =
                        before == null ? !isWell(exchange) && wasWell(exchange, exchanges) : before != isWell(exchange);
                if (turned) {
                    turns.add(exchange);
                }
            }
        }
        return turns;
    }

    private static boolean wasWell(Exchange ill, List<Exchange> exchanges) {
        var place = ill.request().url().replaceFirst("/[^/]*$", "");
        return exchanges.stream()
                .filter(it -> it.direction() == Direction.FROM_SYSTEM && it.answer() != null)
                .filter(it -> it.request().url().startsWith(place))
                .anyMatch(it -> isWell(it) && (isHeartBeat(it) || it.at().isBefore(ill.at())));
    }

    private static boolean isWell(Exchange served) {
        return served.answer().status() / 100 == 2;
    }

    /** Whether the system looks whether a data plane is there, which it does whenever it likes. */
    static boolean isHeartBeat(Exchange exchange) {
        return exchange.direction() == Direction.FROM_SYSTEM
                && exchange.purpose().equals(HEART_BEAT);
    }

    private static int number(Exchange exchange) {
        return NUMBERED.matcher(exchange.id()).matches()
                ? Integer.parseInt(exchange.id().substring(1))
                : 0;
    }
}
