package org.dpstck.reports.repeat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.exchange.Exchange.Direction;
import org.dpstck.core.verdict.CaseResult;

/**
 * What in a case of a control plane is a matter of moments: it looks after a data plane that is new to it before it grants
 * transfers, and goes on as soon as a data plane has answered.
 *
 * @param tried requests that were refused before the same was granted
 * @param granted requests that were granted, and may be refused the next time until it has looked
 * @param unserved those of them whose data plane was never reached, and which may as rightly be refused
 * @param held requests to a data plane that the suite left without an answer, so that the process stays where it is
 */
record Moments(Set<Exchange> tried, Set<Exchange> granted, Set<Exchange> unserved, Set<Exchange> held) {

    private static final String REQUEST = "TransferRequestMessage";
    private static final String START = "TransferStartMessage";
    private static final String STATE = "state of the process";
    private static final String FIRST_STATE = "REQUESTED";

    /**
     * What a case shows of it.
     *
     * @param edition null if this kit does not have it
     */
    static Moments of(Edition edition, String role, CaseResult result) {
        var moments = new Moments(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
        if (edition != null && role.equals("control-plane")) {
            if (edition.operations().values().stream().anyMatch(it -> !it.creates() && !it.addressesFlow())) {
                moments.collectRequests(edition, result);
            }
            moments.collectHeld(edition, result.exchanges());
        }
        return moments;
    }

    /** Backwards, because what follows a request says whether it was served. */
    private void collectRequests(Edition edition, CaseResult result) {
        var later = new HashSet<List<String>>();
        var served = false;
        for (int i = result.exchanges().size() - 1; i >= 0; i--) {
            var exchange = result.exchanges().get(i);
            served |= edition.operations().values().stream().anyMatch(it -> begins(it, exchange));
            if (!isRequest(exchange)) {
                continue;
            }
            if (exchange.answer().status() / 100 == 2) {
                granted.add(exchange);
                later.add(kind(exchange));
                if (!served) {
                    unserved.add(exchange);
                }
            } else if (later.contains(kind(exchange)) && isUnjudged(exchange, result)) {
                tried.add(exchange);
            }
            served = false;
        }
    }

    /** The record has the answer of a data plane that cannot answer later; that it was held back shows in what did not follow. */
    private void collectHeld(Edition edition, List<Exchange> exchanges) {
        for (int i = 0; i < exchanges.size(); i++) {
            var exchange = exchanges.get(i);
            var begins = edition.operations().values().stream()
                    .anyMatch(it -> it.asynchronous() == null && begins(it, exchange));
            var accepted = exchange.answer() != null && exchange.answer().status() / 100 == 2;
            if (begins && accepted && isHeld(exchanges.subList(i + 1, exchanges.size()))) {
                held.add(exchange);
            }
        }
    }

    private static boolean isHeld(List<Exchange> rest) {
        var seen = rest.stream()
                .filter(it -> it.purpose().equals(STATE) || isOfSystem(it))
                .findFirst();
        return seen.filter(Moments::isFirst).isPresent()
                && rest.stream().noneMatch(it -> isOfSystem(it) && it.purpose().equals(START));
    }

    /** Whether it is the first that a data plane hears of a flow. */
    private static boolean begins(Operation operation, Exchange exchange) {
        return operation.creates()
                && isOfSystem(exchange)
                && exchange.request().url().replaceFirst("[?#].*$", "").endsWith(operation.path());
    }

    private static boolean isOfSystem(Exchange exchange) {
        return exchange.direction() == Direction.FROM_SYSTEM;
    }

    private static boolean isFirst(Exchange reading) {
        return !isOfSystem(reading)
                && reading.answer() != null
                && Leaves.of(reading.answer().body()).stream()
                        .anyMatch(it -> it.name().equals("state") && it.text().equals(FIRST_STATE));
    }

    private static boolean isRequest(Exchange exchange) {
        return exchange.direction() == Direction.TO_SYSTEM
                && exchange.purpose().equals(REQUEST)
                && exchange.answer() != null;
    }

    private static boolean isUnjudged(Exchange exchange, CaseResult result) {
        return result.findings().stream().noneMatch(it -> exchange.id().equals(it.exchange()));
    }

    /** What it asks for, whatever its ids are. */
    private static List<String> kind(Exchange exchange) {
        return Leaves.of(exchange.request().body()).stream()
                .map(it -> it.pointer() + " "
                        + (it.name().equals("format") ? it.text() : it.type().name()))
                .toList();
    }
}
