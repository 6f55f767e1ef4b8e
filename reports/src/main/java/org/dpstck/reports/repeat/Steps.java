package org.dpstck.reports.repeat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.exchange.Exchange.Direction;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.Finding;
import org.dpstck.core.verdict.Outcome;

/** The steps of a case as lines of a script. */
final class Steps {

    private static final int PATIENCE = 10;
    private static final int SHORT = 5;
    /** For a system to look after a data plane that is new to it; longer than twice the usual period. */
    private static final int AVAILABLE = 25;
    /** Why the suite asks for a state that it requires; otherwise it only looks. */
    private static final String READ_BACK = "read back";

    /** Where the suite is a source of data that the system reads by itself. */
    private static final List<String> DATA = List.of("/asset/", "/stream/");

    private static final String ANY = "'???'";

    private final CaseResult result;
    private final Suite suite;
    private final Names names;
    private final Values values;
    private final Answers answers;
    private final Requests requests;
    private final boolean passed;
    private final boolean open;
    private final Moments moments;
    private final List<Line> lines = new ArrayList<>();
    private final Set<Exchange> taken = new HashSet<>();
    private boolean objected;

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
        this.open = open;
        this.result = result;
        this.suite = suite;
        this.names = names;
        this.values = values;
        this.answers = answers;
        this.requests = requests;
        this.passed = result.outcome() == Outcome.PASSED;
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
        var steps = Step.of(result, suite).stream().collect(Collectors.toMap(Step::exchange, it -> it));
        for (var exchange : result.exchanges()) {
            if (moments.tried().contains(exchange)) {
                continue;
            }
            if (exchange.direction() == Direction.TO_SYSTEM) {
                values.sending(exchange.request());
            }
            meanwhile(exchange).forEach(this::answered);
            Optional.ofNullable(steps.get(exchange)).ifPresent(this::step);
        }
        result.findings().stream().filter(it -> it.exchange() == null).forEach(this::missed);
        if (result.outcome() == Outcome.INCONCLUSIVE
                || result.findings().stream().anyMatch(it -> Script.undecidable(it, result, suite))) {
            add("undecided " + Shell.said(result.message()));
        }
        return lines;
    }

    private void step(Step step) {
        add("step " + Shell.said(title(step.exchange())));
        if (step.fromSystem()) {
            came(step);
        } else {
            sent(step);
        }
        objected |= !step.findings().isEmpty();
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
            answers.add(
                    exchange,
                    suite.path(exchange.request().url()),
                    moments.held().contains(exchange));
        }
    }

    private void sent(Step step) {
        var exchange = step.exchange();
        var state = step.findings().isEmpty()
                ? Optional.ofNullable(step.state())
                : step.findings().stream()
                        .map(it -> Demand.of(it, suite).state())
                        .filter(it -> it != null)
                        .map(it -> new Leaves.Leaf(pointer(step), Leaves.Type.STRING, it))
                        .findFirst();
        if (step.sought() && state.isPresent()) {
            add("again " + Shell.quoted(state.get().pointer()) + " "
                    + Shell.quoted(upper(state.get().text())) + " " + SHORT + " " + requests.arguments(exchange));
        } else if (moments.granted().contains(exchange)) {
            add("patient " + AVAILABLE + " " + requests.arguments(exchange));
        } else {
            add(requests.command(exchange));
        }
        if (exchange.answer() != null) {
            lines.addAll(values.told(exchange.answer().body()));
            lines.addAll(values.pointed(exchange));
        }
        step.findings().forEach(finding -> judged(step, finding));
        if (step.findings().isEmpty()) {
            expected(step);
        }
    }

    /** What a finding is about: its code, its state, or else anything that looks as it did. */
    private void judged(Step step, Finding finding) {
        var demand = Demand.of(finding, suite);
        var answer = step.exchange().answer();
        if (!demand.statuses().isEmpty() && !Demand.fits(demand.statuses(), answer)) {
            required(finding.expected(), "'" + String.join(" ", demand.statuses()) + "'", "", "");
        } else if (demand.state() != null
                && (step.state() == null || !upper(step.state().text()).equals(demand.state()))) {
            required(finding.expected(), ANY, pointer(step), demand.state());
        } else if (answer == null) {
            required(finding.expected(), "'[1-9]??'", "", "");
        } else {
            objects(finding, Shape.of(answer, names));
        }
    }

    /** What the suite had nothing to say against is what has to be again, if the case passed or stands on it. */
    private void expected(Step step) {
        var answer = step.exchange().answer();
        if (answer == null || step.exchange().purpose().equals("clean-up")) {
            return;
        }
        var pattern = "'" + answer.status() / 100 + "??'";
        var prerequisite = step.trigger() || step.exchange().purpose().equals("set-up");
        if (prerequisite || !passed && !objected && answer.status() / 100 == 2) {
            add("given " + Shell.quoted("this step was answered HTTP " + answer.status() + " in the run") + " "
                    + pattern);
        } else if (passed && moments.unserved().contains(step.exchange())) {
            add("granted");
        } else if (passed && open && step.exchange().request().method().equals("POST")) {
            add("likely " + pattern);
        } else if (passed) {
            var state = step.settled() ? step.state() : null;
            var certain = state != null && step.exchange().purpose().equals(READ_BACK);
            required(
                    certain ? "state " + state.text() : "HTTP " + answer.status() / 100 + "xx",
                    pattern,
                    certain ? state.pointer() : "",
                    certain ? upper(state.text()) : "");
            if (state != null && !certain) {
                // The case passed with this state, and may have passed with another.
                add("resembles " + Shell.quoted(state.pointer()) + " " + Shell.quoted(upper(state.text())));
            }
        }
    }

    private void came(Step step) {
        var exchange = step.exchange();
        var path = suite.path(exchange.request().url());
        var where = Shell.quoted(exchange.request().method()) + " " + Shell.word(Shape.place(path, names));
        if (step.findings().isEmpty()) {
            add((passed ? "arrives " : "expects ") + PATIENCE + " " + where);
        } else {
            add("if await " + SHORT + " " + where + "; then CAME=yes; else CAME=no; fi");
        }
        lines.addAll(values.told(exchange.request().body()));
        if (!step.findings().isEmpty()) {
            add("if [ $CAME = yes ]; then");
            step.findings().forEach(it -> objects(it, Shape.of(exchange.request(), path, names)));
            add("else");
            add("say '  ok: what the suite objected to did not come'");
            add("fi");
        }
    }

    /** Something that did not come in the run. */
    private void missed(Finding finding) {
        var demand = Demand.of(finding, suite);
        if (demand.path() != null) {
            add("step " + Shell.quoted("What did not come in the run"));
            add("arrives " + PATIENCE + " " + Shell.quoted(demand.method()) + " "
                    + Shell.word(Shape.place(demand.path(), names)));
        } else if (demand.message() != null) {
            add("step " + Shell.quoted("What did not come in the run"));
            add("arrives " + PATIENCE + " '[A-Z]+' '.*' " + Shell.quoted(demand.message()));
        }
    }

    private void objects(Finding finding, List<String> shape) {
        add("objected " + Shell.said(finding.expected()) + " <<'SHAPE'");
        shape.forEach(this::add);
        add("SHAPE");
    }

    private void required(String text, String patterns, String pointer, String state) {
        add("required " + Shell.said(text) + " " + patterns + " " + Shell.quoted(pointer) + " " + Shell.quoted(state));
    }

    private void add(String line) {
        lines.add(Line.of(line));
    }

    private String title(Exchange exchange) {
        var who = exchange.direction() == Direction.FROM_SYSTEM ? "The system sends" : "This script sends";
        return exchange.id() + " " + exchange.purpose() + ": " + who + " "
                + exchange.request().method() + " " + exchange.request().url().replaceFirst("^[a-zA-Z]+://[^/]*", "");
    }

    private static String pointer(Step step) {
        return step.state() == null ? "/state" : step.state().pointer();
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
