package org.dpstck.cli.summary;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dpstck.cli.console.Palette;
import org.dpstck.cli.console.Palette.Style;
import org.dpstck.cli.console.SafeText;
import org.dpstck.core.edition.Level;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.Counts;
import org.dpstck.core.verdict.Outcome;
import org.dpstck.core.verdict.RunRecord;

/** What a run says at its end. */
public final class RunSummary {

    private static final int NUMBER = 8;
    private static final int FIRST = 16;

    private final RunRecord run;
    private final Palette palette;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    /**
     * A summary of a record.
     *
     * @param width of the lines, in characters
     */
    public RunSummary(RunRecord run, Palette palette, int width) {
        this.run = run;
        this.palette = palette;
        this.width = width;
    }

    /** Prints everything that did not simply pass, then the verdict. */
    public void print(PrintWriter out, Path folder) {
        // If nothing was judged for one reason, that reason stands in the verdict, and a list of cases would bury it.
        if (run.cases().stream().anyMatch(result -> result.outcome().judged())) {
            new Findings(run, folder, palette, width).lines().forEach(lines::add);
            reasons(Outcome.INCONCLUSIVE, "Inconclusive");
            reasons(Outcome.UNTESTED, "Untested");
            reasons(Outcome.NOT_APPLICABLE, "Not applicable");
        }
        notes();
        table();
        printVerdict(out, folder);
    }

    /** Prints the verdict alone. */
    public void printVerdict(PrintWriter out, Path folder) {
        verdict();
        details(folder);
        lines.forEach(out::println);
        out.flush();
    }

    private void reasons(Outcome outcome, String heading) {
        var groups = Groups.by(results(outcome), CaseResult::message);
        if (groups.isEmpty()) {
            return;
        }
        heading(heading + ": " + Words.count(results(outcome).size(), "case"), outcome);
        groups.forEach((reason, cases) -> {
            var count = Words.count(cases.size(), "case");
            wrapped("  ", SafeText.line(count + ": " + reason, Findings.LONGEST));
            lines.add("    " + palette.paint(Style.FAINT, Groups.examples(cases)));
        });
        lines.add("");
    }

    private void notes() {
        if (!run.notes().isEmpty()) {
            lines.add(palette.paint(Style.STRONG, "Notes"));
            run.notes().forEach(note -> wrapped("  ", note));
            lines.add("");
        }
    }

    private void table() {
        var levels =
                Arrays.stream(Level.values()).filter(level -> total(level) > 0).toList();
        var head = new StringBuilder(" ".repeat(FIRST) + right("cases"));
        levels.forEach(level -> head.append(right(level.name())));
        lines.add(palette.paint(Style.FAINT, head.toString()));
        for (var outcome : Outcome.values()) {
            var number = run.counts().of(outcome);
            var name = "  " + Words.of(outcome);
            var row = new StringBuilder(name + " ".repeat(FIRST - name.length()) + right(String.valueOf(number)));
            levels.forEach(level -> row.append(right(String.valueOf(of(level).of(outcome)))));
            lines.add(number == 0 ? palette.paint(Style.FAINT, row.toString()) : paint(outcome, row.toString()));
        }
        lines.add("");
    }

    private void verdict() {
        lines.add(palette.paint(Words.style(run.verdict()), Words.of(run.verdict()))
                + (run.strict() ? " (strict): " : ": ")
                + SafeText.line(run.reason()));
        var version = run.system().version() == null ? "" : " " + run.system().version();
        var time = Words.time(Duration.between(run.startedAt(), run.finishedAt()));
        wrapped(
                "  ",
                SafeText.line("%s%s at %s, judged as %s by edition %s: %s in %s"
                        .formatted(
                                run.system().name(),
                                version,
                                run.system().url(),
                                run.role().replace('-', ' '),
                                run.edition(),
                                Words.count(run.cases().size(), "case"),
                                time)));
        if (run.revocation() != null) {
            lines.add("  access outlived its revocation by " + run.revocation().text());
        }
        if (run.status() != RunRecord.Status.COMPLETE) {
            lines.add("  The run did not come to its end (" + run.status() + ").");
        }
    }

    private void details(Path folder) {
        lines.add("  report: " + folder.resolve("report.html") + "; run.json, junit.xml and others beside it");
    }

    private void heading(String text, Outcome outcome) {
        lines.add(palette.paint(Words.style(outcome), text));
    }

    private void wrapped(String indent, String text) {
        SafeText.wrap(text, width - indent.length()).forEach(line -> lines.add(indent + line));
    }

    private List<CaseResult> results(Outcome outcome) {
        return run.cases().stream()
                .filter(result -> result.outcome() == outcome)
                .toList();
    }

    private String paint(Outcome outcome, String text) {
        return palette.paint(Words.style(outcome), text);
    }

    private Counts of(Level level) {
        return run.levels().getOrDefault(level, Counts.of(List.of()));
    }

    private int total(Level level) {
        return Arrays.stream(Outcome.values()).mapToInt(of(level)::of).sum();
    }

    private static String right(String text) {
        return " ".repeat(Math.max(1, NUMBER - text.length())) + text;
    }
}
