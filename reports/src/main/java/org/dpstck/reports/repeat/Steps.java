package org.dpstck.reports.repeat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.exchange.Exchange.Direction;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.Outcome;

/** The steps of a case as lines of a script. */
final class Steps {

    private static final String SEND = "send ";
    private static final int PATIENCE = 10;
    private static final int SHORT = 5;
    /** For a system to look after a data plane that is new to it; longer than twice the usual period. */
    private static final int AVAILABLE = 25;
    /** Where the suite is a source of data that the system reads by itself. */
    private static final List<String> DATA = List.of("/asset/", "/stream/");

    private final CaseResult result;
    private final Suite suite;
    private final Names names;
    private final Values values;
    private final Answers answers;
    private final Requests requests;
    private final Judging judging;
    private final Moments moments;
    private final Overlaps overlaps;
    private final List<Line> lines = new ArrayList<>();
    private final Set<Exchange> taken = new HashSet<>();
    /** What is on its way, in order, and its numbers. */
    private final List<Step> aside = new ArrayList<>();

    private final Map<Exchange, Integer> numbers = new HashMap<>();
    private List<Exchange> together = List.of();

    /**
     * The steps of a case.
     *
     * @param open whether the document leaves open what comes of what it sends
     * @param moments what of the case is a matter of moments
     */
    Steps(
            CaseResult result,
            Suite suite,
            Names names,
            Values values,
            Answers answers,
            Requests requests,
            boolean open,
            Moments moments) {
        this.moments = moments;
        this.overlaps = Overlaps.of(result.exchanges().stream()
                .filter(it -> !moments.tried().contains(it))
                .toList());
        this.judging = new Judging(result, suite, names, open, moments, lines);
        this.result = result;
        this.suite = suite;
        this.names = names;
        this.values = values;
        this.answers = answers;
        this.requests = requests;
    }

    /** Whether the system has to reach the script. */
    static boolean listens(CaseResult result, Suite suite) {
        return result.exchanges().stream()
                        .anyMatch(it -> it.direction() == Direction.FROM_SYSTEM
                                || it.purpose().equals("TransferRequestMessage")
                                || isGivenData(it, suite))
                || result.findings().stream()
                        .map(it -> Demand.of(it, suite))
                        .anyMatch(it -> it.path() != null || it.message() != null);
    }

    /** Whether it tells the system to fetch what it moves from the suite. */
    private static boolean isGivenData(Exchange exchange, Suite suite) {
        var body = exchange.request().body();
        return exchange.direction() == Direction.TO_SYSTEM
                && body != null
                && !suite.address().isEmpty()
                && DATA.stream().anyMatch(it -> body.contains(suite.address() + it));
    }

    List<Line> lines() {
        var steps = Step.of(result, suite, overlaps).stream().collect(Collectors.toMap(Step::exchange, it -> it));
        for (var exchange : overlaps.inOrder(result.exchanges())) {
            if (moments.tried().contains(exchange)) {
                continue;
            }
            if (!together.contains(exchange) && !exchange.at().isBefore(Overlaps.end(together))) {
                arrived();
            }
            if (exchange.direction() == Direction.TO_SYSTEM) {
                values.sending(exchange.request());
            }
            meanwhile(exchange).forEach(this::answered);
            Optional.ofNullable(steps.get(exchange)).ifPresent(this::step);
            overlaps.held().forEach((arrival, last) -> {
                if (last == exchange) {
                    add("release " + arrival.id());
                }
            });
        }
        arrived();
        result.findings().stream().filter(it -> it.exchange() == null).forEach(judging::missed);
        if (result.outcome() == Outcome.INCONCLUSIVE
                || result.findings().stream().anyMatch(it -> Script.undecidable(it, result, suite))) {
            add("undecided " + Shell.said(result.message()));
        }
        return lines;
    }

    private void step(Step step) {
        var group = overlaps.group(step.exchange());
        add("step " + Shell.said(title(step.exchange())));
        if (step.fromSystem()) {
            came(step);
        } else if (isAside(step.exchange(), group)) {
            leaves(step, group);
        } else {
            add(command(step));
            told(step);
            judging.answer(step);
        }
    }

    private static boolean isAside(Exchange exchange, List<Exchange> group) {
        return Overlaps.isRival(exchange, group) || Overlaps.isOvertaken(exchange, group);
    }

    /** A request that others go together with. */
    private void leaves(Step step, List<Exchange> group) {
        var exchange = step.exchange();
        var rival = Overlaps.isRival(exchange, group);
        var command = command(step);
        together = group;
        aside.add(step);
        numbers.put(exchange, numbers.size() + 1);
        add(
                rival && command.startsWith(SEND)
                        ? "rival " + numbers.get(exchange) + " " + command.substring(SEND.length())
                        : "aside " + numbers.get(exchange) + " " + command);
        if (rival && group.stream().filter(it -> Overlaps.isRival(it, group)).allMatch(numbers::containsKey)) {
            add("depart");
        } else if (!rival && exchange.request().method().equals("GET")) {
            add("begun " + numbers.get(exchange));
        }
    }

    /** What came of the requests that went together. */
    private void arrived() {
        if (aside.isEmpty()) {
            return;
        }
        add("together");
        for (var step : aside) {
            var like = aside.stream()
                    .map(Step::exchange)
                    .filter(it -> it == step.exchange() || isLike(it, step.exchange()))
                    .map(it -> numbers.get(it).toString())
                    .collect(Collectors.joining(" "));
            add("step "
                    + Shell.said(step.exchange().id() + " " + step.exchange().purpose() + ": the answer"));
            add("answer " + Judging.pattern(step.exchange().answer()) + " " + like);
            told(step);
            if (Overlaps.isRival(step.exchange(), together)) {
                judging.rival(step);
            } else {
                judging.answer(step);
            }
        }
        judging.rivals(
                aside.stream()
                        .filter(it -> Overlaps.isRival(it.exchange(), together))
                        .toList(),
                numbers);
        aside.clear();
        together = List.of();
    }

    /** Whether any of two may get the answer of the other. */
    private static boolean isLike(Exchange one, Exchange other) {
        return one.request().method().equals(other.request().method())
                && one.request().url().equals(other.request().url())
                && one.purpose().equals(other.purpose());
    }

    /** What the system asked before it had answered, which cannot stand on that answer; an exchange counts for itself. */
    private List<Exchange> meanwhile(Exchange exchange) {
        var end = exchange.at().plusMillis(exchange.millis());
        return result.exchanges().stream()
                .filter(it -> it.direction() == Direction.FROM_SYSTEM)
                .filter(it -> it == exchange || it.at().isBefore(end))
                .filter(taken::add)
                .toList();
    }

    /** What the listener has to answer, also where the system asks again and again. */
    private void answered(Exchange exchange) {
        if (exchange.answer() != null) {
            values.answering(exchange.answer(), exchange.request());
            answers.add(exchange, suite.path(exchange.request().url()), held(exchange), overlaps.phase(exchange));
        }
    }

    /** Until when an answer is held back; empty if it is not. */
    private String held(Exchange exchange) {
        if (moments.held().contains(exchange)) {
            return Answers.TO_THE_END;
        }
        return overlaps.held().containsKey(exchange) ? exchange.id() : "";
    }

    private String command(Step step) {
        var exchange = step.exchange();
        var state = step.findings().isEmpty()
                ? Optional.ofNullable(step.state())
                : step.findings().stream()
                        .map(it -> Demand.of(it, suite).state())
                        .filter(it -> it != null)
                        .map(it -> new Leaves.Leaf(step.pointer(), Leaves.Type.STRING, it))
                        .findFirst();
        if (step.sought() && state.isPresent()) {
            return "again " + Shell.quoted(state.get().pointer()) + " "
                    + Shell.quoted(Judging.upper(state.get().text())) + " " + SHORT + " "
                    + requests.arguments(exchange);
        }
        return moments.granted().contains(exchange)
                ? "patient " + AVAILABLE + " " + requests.arguments(exchange)
                : requests.command(exchange);
    }

    private void told(Step step) {
        if (step.exchange().answer() != null) {
            lines.addAll(values.told(step.exchange().answer().body()));
            lines.addAll(values.pointed(step.exchange()));
        }
    }

    private void came(Step step) {
        var exchange = step.exchange();
        var path = suite.path(exchange.request().url());
        var where = Shell.quoted(exchange.request().method()) + " " + Shell.word(Shape.place(path, names));
        if (overlaps.turns().contains(exchange)) {
            // The system goes by what it is told from now on, and has thought about the first when the second comes.
            add("phase " + overlaps.phase(exchange).orElseThrow());
            add("renewed " + AVAILABLE + " " + where);
            add("renewed " + AVAILABLE + " " + where);
        } else if (step.findings().isEmpty()) {
            add((judging.passed() && !isOvertaken(exchange) ? "arrives " : "expects ") + PATIENCE + " " + where);
        } else {
            add("if await " + SHORT + " " + where + "; then CAME=yes; else CAME=no; fi");
        }
        lines.addAll(values.told(exchange.request().body()));
        if (judging.place(exchange) > 0) {
            add("here " + judging.place(exchange));
        }
        if (!step.findings().isEmpty()) {
            add("if [ $CAME = yes ]; then");
            judging.request(step, Shape.of(exchange.request(), path, names));
            add("else");
            add("say '  ok: what the suite objected to did not come'");
            add("fi");
        }
    }

    /** Whether something was sent between a trigger and the callback that came of it, which may have made it void. */
    private boolean isOvertaken(Exchange callback) {
        var sent = result.exchanges().stream()
                .takeWhile(it -> it != callback)
                .filter(it -> it.direction() == Direction.TO_SYSTEM
                        && !it.request().method().equals("GET"))
                .toList();
        var count = sent.size();
        return callback.purpose().equals("callback")
                && count > 1
                && !sent.get(count - 1).purpose().startsWith(Step.TRIGGER)
                && sent.get(count - 2).purpose().startsWith(Step.TRIGGER);
    }

    private void add(String line) {
        lines.add(Line.of(line));
    }

    private String title(Exchange exchange) {
        var who = exchange.direction() == Direction.FROM_SYSTEM ? "The system sends" : "This script sends";
        return exchange.id() + " " + exchange.purpose() + ": " + who + " "
                + exchange.request().method() + " " + exchange.request().url().replaceFirst("^[a-zA-Z]+://[^/]*", "");
    }
}
