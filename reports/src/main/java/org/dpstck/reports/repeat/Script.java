package org.dpstck.reports.repeat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dpstck.core.edition.Cell;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.Finding;
import org.dpstck.core.verdict.RunRecord;

/** The script of one case. */
final class Script {

    private final RunRecord run;
    private final Edition edition;
    private final CaseResult result;
    private final Suite suite;
    private final Names names = new Names();
    private final Values values;
    private final Answers answers = new Answers(names);

    Script(RunRecord run, Edition edition, CaseResult result) {
        this.run = run;
        this.edition = edition;
        this.result = result;
        this.suite = Suite.of(run, result.exchanges());
        this.values = new Values(names, run.configuration());
    }

    /**
     * The text of the script.
     *
     * @param library lines that bring the library
     */
    String text(List<String> library) {
        var obstacle = Obstacle.of(run, result);
        if (obstacle.isPresent()) {
            return lines(Stream.of(
                    head(),
                    Stream.of(
                            "echo " + Shell.quoted("This case cannot be repeated by a script: " + obstacle.get()),
                            "exit 3")));
        }
        names.define(run.system().url(), "BASE_URL");
        names.define(origin(), "ORIGIN");
        if (settings("dsp.url") instanceof String dsp) {
            names.define(dsp, "DSP_URL");
        }
        names.vague(Rivals.of(result.exchanges()));
        own().forEach((name, value) -> names.tellApart(value, name));
        if (!suite.address().isEmpty()) {
            names.define(suite.address(), "CALLBACK_URL");
        }
        var steps = new Steps(
                        result,
                        suite,
                        names,
                        values,
                        answers,
                        new Requests(names, judged()),
                        isOpen(),
                        Moments.of(edition, run.role(), result))
                .lines().stream().toList();
        var shown = steps.stream()
                .filter(it -> it.variable() == null || names.uses(it.variable()))
                .map(Line::text);
        return lines(Stream.of(head(), variables(), library.stream(), ids(), listener(), shown, Stream.of("verdict")));
    }

    private Stream<String> head() {
        var said = new ArrayList<String>();
        said.add("#!/bin/sh");
        said.add(Shell.comment(result.id()));
        said.add(Shell.comment(result.title()));
        said.add(Shell.comment("From a run of dps-tck " + run.suiteVersion() + " by edition " + run.edition() + ": "
                + result.outcome() + "."));
        said.add(
                "# It ends with 0 if everything is as required, 1 if something is not, 2 if it could not get that far, and 3 if"
                        + " it cannot tell.");
        for (var finding : result.findings()) {
            said.add("#");
            said.add(Shell.comment("required: " + finding.clause() + " (" + finding.requirement() + ")"));
            said.add(Shell.comment("expected: " + finding.expected()));
            said.add(Shell.comment("observed: " + finding.observed()));
        }
        said.add("");
        return said.stream();
    }

    private Stream<String> variables() {
        var said = new ArrayList<String>();
        said.add(": \"${BASE_URL:=" + inner(run.system().url()) + "}\"");
        if (settings("dsp.url") instanceof String dsp) {
            said.add(": \"${DSP_URL:=" + inner(dsp) + "}\"");
        }
        if (listens()) {
            said.add(
                    "# Where this script listens, and how the system reaches that: http://HOST:PORT, made from LISTEN if empty.");
            said.add(": \"${LISTEN:="
                    + inner(String.valueOf(run.configuration().getOrDefault("callback.bind", "127.0.0.1:0")))
                    + "}\" \"${CALLBACK_URL:=}\"");
        } else {
            said.add(": \"${CALLBACK_URL:=http://127.0.0.1:9/nobody}\"");
        }
        values().asked().forEach((name, what) -> said.add(": \"${" + name + ":?set it to " + inner(what) + "}\""));
        said.add("");
        return said.stream();
    }

    private Stream<String> ids() {
        var addresses = Stream.of(
                "define BASE_URL \"$BASE_URL\"", "ORIGIN=$(origin \"$BASE_URL\")", "define ORIGIN \"$ORIGIN\"");
        return Stream.concat(
                settings("dsp.url") instanceof String
                        ? Stream.concat(addresses, Stream.of("define DSP_URL \"$DSP_URL\""))
                        : addresses,
                Stream.concat(
                        own().entrySet().stream()
                                .map(it -> "define " + it.getKey() + " " + Shell.quoted(it.getValue()) + " id"),
                        values.fresh().stream()
                                .filter(names::uses)
                                .distinct()
                                .map(it -> "fresh " + it + (it.startsWith("SECRET") ? " secret" : ""))));
    }

    /** The ids of the description, each by a name of its own. */
    private Map<String, String> own() {
        var own = new TreeMap<String, String>();
        run.configuration().forEach((key, value) -> {
            if (key.startsWith("ids.") && value instanceof String text && text.length() > 1) {
                own.put("OWN_" + key.substring("ids.".length()).toUpperCase(Locale.ROOT), text);
            }
        });
        return own;
    }

    private Stream<String> listener() {
        var begin = listens()
                ? Stream.of("cat >\"$WORK/rules.json\" <<'RULES'", answers.json(), "RULES", "listen")
                : Stream.of("define CALLBACK_URL \"$CALLBACK_URL\"")
                        .filter(it -> !suite.address().isEmpty());
        return Stream.concat(begin, new Registered(run, edition, result, listens()).lines().stream());
    }

    /** Whether the case is about a cell of the transfer process that the document leaves open. */
    private boolean isOpen() {
        return edition != null
                && run.role().equals("control-plane")
                && edition.transfers() != null
                && edition.transfers().cells(edition).stream()
                        .anyMatch(cell -> cell.expectation() instanceof Cell.Open
                                && result.id().endsWith("-STATE." + cell));
    }

    private List<String> judged() {
        return settings("dsp.url") instanceof String dsp
                ? List.of(run.system().url(), dsp)
                : List.of(run.system().url());
    }

    private boolean listens() {
        return Steps.listens(result, suite);
    }

    private Values values() {
        return values;
    }

    private Object settings(String key) {
        return run.configuration().get(key);
    }

    private String origin() {
        var matcher =
                Pattern.compile("^[a-zA-Z]+://[^/?#]*").matcher(run.system().url());
        return matcher.find() ? matcher.group() : run.system().url();
    }

    /** Text inside the default of a variable between double quotes. */
    private static String inner(String text) {
        return text.replaceAll("[\\\\\"$`}]", "\\\\$0").replaceAll("\\p{Cntrl}", " ");
    }

    private static String lines(Stream<Stream<String>> parts) {
        return parts.flatMap(it -> it).collect(Collectors.joining("\n", "", "\n"));
    }

    /** Whether a finding is about what came over the wire. */
    static boolean undecidable(Finding finding, CaseResult result, Suite suite) {
        if (finding.exchange() != null
                && result.exchanges().stream().anyMatch(it -> it.id().equals(finding.exchange()))) {
            return false;
        }
        var demand = Demand.of(finding, suite);
        return demand.path() == null
                && demand.message() == null
                && (demand.state() == null || Step.stateFinding(result, suite) != finding);
    }
}
