package org.dpstck.reports.repeat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.exchange.Exchange.Direction;

/** Data planes that a case registers for the same types: the system may choose another of them each time. */
final class Rivals {

    private static final String REGISTRATION = "registration";
    private static final String TYPES = "ransferTypes/";

    private Rivals() {}

    /** The ids that the suite made up for them, which stand in their addresses. */
    static Set<String> of(List<Exchange> exchanges) {
        var byTypes = new HashMap<Set<String>, Set<Exchange>>();
        exchanges.stream()
                .filter(it -> it.direction() == Direction.TO_SYSTEM
                        && it.purpose().equals(REGISTRATION)
                        && !types(it).isEmpty())
                .forEach(it -> byTypes.computeIfAbsent(types(it), types -> new HashSet<>())
                        .add(it));
        return byTypes.values().stream()
                .filter(each -> each.stream().map(Rivals::id).distinct().count() > 1)
                .flatMap(Set::stream)
                .flatMap(it -> Values.FRESH.matcher(it.request().body()).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static Set<String> types(Exchange exchange) {
        return Leaves.of(exchange.request().body()).stream()
                .filter(it -> it.pointer().contains(TYPES))
                .map(Leaves.Leaf::text)
                .collect(Collectors.toSet());
    }

    private static String id(Exchange exchange) {
        return Leaves.of(exchange.request().body()).stream()
                .filter(it ->
                        it.pointer().equals("/dataplaneId") || it.pointer().endsWith("@id"))
                .map(Leaves.Leaf::text)
                .findFirst()
                .orElse("");
    }
}
