package org.dpstck.reports.repeat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.exchange.Exchange.Direction;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.Finding;

/**
 * One exchange of a script.
 *
 * @param exchange as recorded
 * @param findings about it
 * @param sought whether it is repeated until it tells what is wanted
 * @param settled whether what it tells of the state is the last word
 */
record Step(Exchange exchange, List<Finding> findings, boolean sought, boolean settled) {

    /** What the purpose of a trigger of the description begins with. */
    static final String TRIGGER = "trigger ";

    /** The steps of a case: what was asked again and again is one step, and so is what came again and again. */
    static List<Step> of(CaseResult result, Suite suite, Overlaps overlaps) {
        var late = stateFinding(result, suite);
        var asked = lastStateReading(result.exchanges());
        var steps = new ArrayList<Step>();
        for (int i = 0; i < result.exchanges().size(); i++) {
            var exchange = result.exchanges().get(i);
            var findings = new ArrayList<>(result.findings().stream()
                    .filter(it -> exchange.id().equals(place(it, result.exchanges(), suite)))
                    .toList());
            var wanted = exchange == asked && late != null;
            if (wanted) {
                findings.add(late);
            }
            var next = i + 1 < result.exchanges().size() ? result.exchanges().get(i + 1) : null;
            var again = reading(exchange) && same(exchange, next)
                    || came(exchange, steps)
                            && !overlaps.turns().contains(exchange)
                            && !overlaps.held().containsKey(exchange);
            if (findings.isEmpty() && again) {
                continue;
            }
            steps.add(new Step(
                    exchange,
                    List.copyOf(findings),
                    reading(exchange) && (findings.isEmpty() || wanted || moved(exchange, findings)),
                    settled(i, result.exchanges())));
        }
        return steps;
    }

    /** The exchange that shows what a finding says: a state is told by the next look at it, where an answer tells none. */
    private static String place(Finding finding, List<Exchange> exchanges, Suite suite) {
        var demand = Demand.of(finding, suite);
        var own = exchanges.stream()
                .filter(it -> it.id().equals(finding.exchange()))
                .findFirst();
        if (own.isEmpty() || demand.state() == null || !demand.statuses().isEmpty() || state(own.get()) != null) {
            return finding.exchange();
        }
        return exchanges.stream()
                .dropWhile(it -> it != own.get())
                .filter(it -> reading(it) && state(it) != null)
                .reduce((first, second) -> second)
                .map(Exchange::id)
                .orElse(finding.exchange());
    }

    boolean fromSystem() {
        return exchange.direction() == Direction.FROM_SYSTEM;
    }

    /** Whether it is a trigger of the description. */
    boolean trigger() {
        return exchange.purpose().startsWith(TRIGGER);
    }

    /** What the answer says of the state; null if it says nothing. */
    Leaves.Leaf state() {
        return state(exchange);
    }

    /** Where an answer tells the state. */
    String pointer() {
        return state() == null ? "/state" : state().pointer();
    }

    /** A finding about a state that no exchange is named for; null if there is none. */
    static Finding stateFinding(CaseResult result, Suite suite) {
        return result.findings().stream()
                .filter(it -> it.exchange() == null && Demand.of(it, suite).state() != null)
                .findFirst()
                .filter(it -> lastStateReading(result.exchanges()) != null)
                .orElse(null);
    }

    private static Leaves.Leaf state(Exchange exchange) {
        return exchange.answer() == null
                ? null
                : Leaves.of(exchange.answer().body()).stream()
                        .filter(it ->
                                it.type() == Leaves.Type.STRING && it.name().endsWith("state"))
                        .findFirst()
                        .orElse(null);
    }

    private static Exchange lastStateReading(List<Exchange> exchanges) {
        return exchanges.stream()
                .filter(it -> reading(it) && state(it) != null)
                .reduce((first, second) -> second)
                .orElse(null);
    }

    private static boolean reading(Exchange exchange) {
        return exchange.direction() == Direction.TO_SYSTEM
                && exchange.request().method().equals("GET")
                && (exchange.purpose().equals("read back") || exchange.purpose().startsWith("state "));
    }

    /** A process may be on its way when it is looked at; a flow is where the last signal has led it. */
    private static boolean settled(int index, List<Exchange> exchanges) {
        var exchange = exchanges.get(index);
        return exchange.purpose().equals("read back")
                || reading(exchange)
                        && index == exchanges.size() - 1
                        && index > 0
                        && same(exchange, exchanges.get(index - 1))
                        && state(exchanges.get(index - 1)) != null
                        && state(exchange) != null
                        && state(exchange)
                                .text()
                                .equals(state(exchanges.get(index - 1)).text());
    }

    private static boolean same(Exchange exchange, Exchange next) {
        return next != null
                && next.direction() == exchange.direction()
                && next.request().method().equals(exchange.request().method())
                && Objects.equals(next.request().url(), exchange.request().url());
    }

    /** Whether a finding is shown by this look at the state alone, and not about it. */
    private static boolean moved(Exchange exchange, List<Finding> findings) {
        return findings.stream().noneMatch(it -> exchange.id().equals(it.exchange()));
    }

    private static boolean came(Exchange exchange, List<Step> steps) {
        return exchange.direction() == Direction.FROM_SYSTEM
                && steps.stream().anyMatch(it -> same(exchange, it.exchange()));
    }
}
