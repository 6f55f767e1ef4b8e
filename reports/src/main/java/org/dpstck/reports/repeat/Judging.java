package org.dpstck.reports.repeat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.Finding;
import org.dpstck.core.verdict.Outcome;

/** What a script has to say about what comes of a step. */
final class Judging {

    private static final int PATIENCE = 10;
    /** Why the suite asks for a state that it requires; otherwise it only looks. */
    private static final String READ_BACK = "read back";

    /** A callback that did not come, which a finding shows by the request that should have led to it. */
    private static final Pattern CALLBACK = Pattern.compile("^the callback ([a-z]+)\\b");

    private static final String ANY = "'???'";
    private static final int CLASS = 100;
    private static final int SUCCESS = 2;
    private static final int SERVER_ERROR = 5;

    private final CaseResult result;
    private final Suite suite;
    private final Names names;
    private final Moments moments;
    private final Sent sent;
    private final boolean passed;
    private final boolean open;
    private final List<Line> lines;
    private boolean objected;
    private String callback = "";

    /**
     * Judges the steps of a case.
     *
     * @param open whether the document leaves open what comes of what it sends
     * @param moments what of the case is a matter of moments
     * @param lines that it adds its own to
     */
    Judging(CaseResult result, Suite suite, Names names, boolean open, Moments moments, List<Line> lines) {
        this.result = result;
        this.suite = suite;
        this.names = names;
        this.open = open;
        this.moments = moments;
        this.sent = new Sent(result.exchanges());
        this.passed = result.outcome() == Outcome.PASSED;
        this.lines = lines;
    }

    /** Whether the case had nothing to say against the system. */
    boolean passed() {
        return passed;
    }

    /** What an answer has to be. */
    void answer(Step step) {
        step.findings().forEach(finding -> judged(step, finding));
        if (step.findings().isEmpty()) {
            expected(step);
        }
        objected |= !step.findings().isEmpty();
        var triggered = result.exchanges().stream()
                .dropWhile(it -> it != step.exchange())
                .skip(1)
                .anyMatch(it -> it.purpose().startsWith(Step.TRIGGER));
        if (!callback.isEmpty() && (step.trigger() || !triggered)) {
            add("arrives " + PATIENCE + " POST '/.*/" + callback + "'");
            callback = "";
        }
    }

    /**
     * What the answers to requests have to be that went together, of which nobody knows which is served first.
     *
     * @param numbers of all of them in the script
     */
    void rivals(List<Step> steps, Map<Exchange, Integer> numbers) {
        for (var step : steps) {
            for (var finding : step.findings()) {
                objected = true;
                var answer = step.exchange().answer();
                if (answer != null
                        && answer.status() / CLASS == SUCCESS
                        && accepted(steps).size() > 1) {
                    alone(finding, steps, numbers);
                } else if (answer != null && answer.status() / CLASS != SERVER_ERROR) {
                    judged(step, finding);
                }
            }
        }
    }

    /** What each answer of such has to be by itself, when it is brought. */
    void rival(Step step) {
        var refused = step.findings().stream()
                .filter(it -> step.exchange().answer() == null
                        || step.exchange().answer().status() / CLASS == SERVER_ERROR)
                .findFirst();
        if (passed && moments.unserved().contains(step.exchange())) {
            add("granted");
        } else if (passed || refused.isPresent()) {
            add("orderly " + Shell.said(refused.map(Finding::expected).orElse("HTTP 2xx or 4xx")));
        }
    }

    private void alone(Finding finding, List<Step> steps, Map<Exchange, Integer> numbers) {
        var told = new ArrayList<List<Leaves.Leaf>>();
        accepted(steps).forEach(it -> told.add(Values.ids(it.exchange().answer().body())));
        var pointer = told.get(0).stream()
                .filter(leaf -> told.stream().anyMatch(it -> it.stream()
                        .anyMatch(other -> other.pointer().equals(leaf.pointer())
                                && !other.text().equals(leaf.text()))))
                .map(Leaves.Leaf::pointer)
                .findFirst()
                .orElse("");
        var all = new StringBuilder();
        steps.forEach(it -> all.append(' ').append(numbers.get(it.exchange())));
        add("alone " + Shell.said(finding.expected()) + " " + Shell.quoted(pointer) + all);
    }

    private static List<Step> accepted(List<Step> steps) {
        return steps.stream()
                .filter(it ->
                        it.exchange().answer() != null && it.exchange().answer().status() / CLASS == SUCCESS)
                .toList();
    }

    /** What a finding is about: its code, its state, what is missing, or else anything that looks as it did. */
    private void judged(Step step, Finding finding) {
        var demand = Demand.of(finding, suite);
        var answer = step.exchange().answer();
        var missing = CALLBACK.matcher(finding.expected());
        if (finding.observed().startsWith("none came") && missing.find()) {
            callback = missing.group(1);
        } else if (!demand.statuses().isEmpty() && !Demand.fits(demand.statuses(), answer)) {
            required(finding.expected(), "'" + String.join(" ", demand.statuses()) + "'", "", "");
        } else if (demand.state() != null
                && (step.state() == null || !upper(step.state().text()).equals(demand.state()))) {
            required(finding.expected(), ANY, step.pointer(), demand.state());
        } else if (answer == null) {
            required(finding.expected(), "'[1-9]??'", "", "");
        } else {
            objects(finding, step.exchange(), answer.body(), Shape.of(answer, names));
        }
    }

    /** What the suite had nothing to say against is what has to be again, if the case passed or stands on it. */
    private void expected(Step step) {
        var answer = step.exchange().answer();
        if (answer == null || step.exchange().purpose().equals("clean-up")) {
            return;
        }
        var pattern = pattern(answer);
        var prerequisite = step.trigger() || step.exchange().purpose().equals("set-up");
        var served = !passed && !objected && answer.status() / CLASS == SUCCESS && !isRepeated(step.exchange());
        if (prerequisite || served) {
            add("given " + Shell.quoted("this step was answered HTTP " + answer.status() + " in the run") + " "
                    + pattern);
        } else if (passed && moments.unserved().contains(step.exchange())) {
            add("granted");
        } else if (passed && open && step.exchange().request().method().equals("POST")) {
            add("likely " + pattern);
        } else if (passed) {
            asBefore(step, answer, pattern);
        }
    }

    /** Whether the suite sent the same until it objected to the answer, or else until that was right. */
    private boolean isRepeated(Exchange exchange) {
        return result.findings().stream()
                .flatMap(finding ->
                        result.exchanges().stream().filter(it -> it.id().equals(finding.exchange())))
                .anyMatch(it -> it.purpose().equals(exchange.purpose())
                        && it.request().method().equals(exchange.request().method())
                        && it.request().url().equals(exchange.request().url()));
    }

    private void asBefore(Step step, Exchange.Answer answer, String pattern) {
        var state = step.settled() ? step.state() : null;
        var certain = state != null && step.exchange().purpose().equals(READ_BACK);
        required(
                certain ? "state " + state.text() : "HTTP " + answer.status() / CLASS + "xx",
                pattern,
                certain ? state.pointer() : "",
                certain ? upper(state.text()) : "");
        if (state != null && !certain) {
            // The case passed with this state, and may have passed with another.
            add("resembles " + Shell.quoted(state.pointer()) + " " + Shell.quoted(upper(state.text())));
        }
    }

    /** What has to be said against a request of the system, if it comes. */
    void request(Step step, List<String> shape) {
        var body = step.exchange().request().body();
        step.findings().forEach(it -> objects(it, step.exchange(), body == null ? "" : body, shape));
        objected |= !step.findings().isEmpty();
    }

    /** Something that did not come in the run. */
    void missed(Finding finding) {
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

    /** How deep the address of the suite is at which, by a finding, something should have come as it did here; 0 if none says so. */
    int place(Exchange arrival) {
        return result.findings().stream()
                .filter(it -> arrival.direction() == Exchange.Direction.FROM_SYSTEM && !Overlaps.isHeartBeat(arrival))
                .map(this::elsewhere)
                .filter(it ->
                        !it.isEmpty() && suite.path(arrival.request().url()).startsWith(it + "/"))
                .mapToInt(Judging::depth)
                .findFirst()
                .orElse(0);
    }

    /** Where a request of the system should have come that came elsewhere; empty if a finding says something else. */
    private String elsewhere(Finding finding) {
        return List.of(finding.expected().split("[\\s\"',;]+")).stream()
                .filter(it -> !suite.address().isEmpty()
                        && it.startsWith(suite.address() + "/")
                        && finding.observed().contains(" " + suite.address() + "/")
                        && !finding.observed().contains(it + "/"))
                .map(suite::path)
                .findFirst()
                .orElse("");
    }

    private static int depth(String path) {
        return path.split("/").length - 1;
    }

    private void objects(Finding finding, Exchange exchange, String body, List<String> shape) {
        var place = elsewhere(finding);
        var known = result.exchanges().stream().takeWhile(it -> it != exchange).anyMatch(it -> place(it) > 0);
        if (exchange.direction() == Exchange.Direction.FROM_SYSTEM && !place.isEmpty() && known) {
            add("stays " + Shell.said(finding.expected()) + " " + depth(place));
            return;
        }
        var lacking = sent.lacking(finding.expected(), exchange, body);
        if (lacking.isPresent()) {
            add("contains " + Shell.said(finding.expected()) + " " + Shell.word(names.pieces(lacking.get())));
            return;
        }
        add("objected " + Shell.said(finding.expected()) + " <<'SHAPE'");
        shape.forEach(this::add);
        add("SHAPE");
    }

    /** The class of a status as a pattern of the shell. */
    static String pattern(Exchange.Answer answer) {
        return "'" + (answer == null ? "000" : answer.status() / CLASS + "??") + "'";
    }

    static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    private void required(String text, String patterns, String pointer, String state) {
        add("required " + Shell.said(text) + " " + patterns + " " + Shell.quoted(pointer) + " " + Shell.quoted(state));
    }

    private void add(String line) {
        lines.add(Line.of(line));
    }
}
