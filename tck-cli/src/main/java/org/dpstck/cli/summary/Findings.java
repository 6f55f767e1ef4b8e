package org.dpstck.cli.summary;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.dpstck.cli.console.Palette;
import org.dpstck.cli.console.Palette.Style;
import org.dpstck.cli.console.SafeText;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.Finding;
import org.dpstck.core.verdict.Outcome;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.reports.repeat.RepeatScripts;

/** What was found: the first failures in full, the others and all warnings grouped, with their numbers. */
final class Findings {

    /** Longest text of one aspect of a finding, in characters. */
    static final int LONGEST = 600;

    private static final int IN_FULL = 20;
    private static final int LABEL = 10;
    private static final String INDENT = "  ";

    private final RunRecord run;
    private final Path folder;
    private final Palette palette;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    Findings(RunRecord run, Path folder, Palette palette, int width) {
        this.folder = folder;
        this.run = run;
        this.palette = palette;
        this.width = width;
    }

    List<String> lines() {
        warnings();
        failures();
        return lines;
    }

    private void failures() {
        var failed = results(Outcome.FAILED);
        if (failed.isEmpty()) {
            return;
        }
        lines.add(palette.paint(Style.BAD, "Failed: " + Words.count(failed.size(), "case")));
        lines.add("");
        failed.stream().limit(IN_FULL).forEach(this::failure);
        var others = failed.subList(Math.min(IN_FULL, failed.size()), failed.size());
        if (!others.isEmpty()) {
            lines.add(INDENT + "and " + Words.count(others.size(), "more failed case") + ", by requirement:");
            byRequirement(others)
                    .forEach((requirement, cases) -> lines.add(INDENT + INDENT + requirement + ": "
                            + Words.count(cases.size(), "case") + ", " + Groups.examples(cases)));
            lines.add("");
        }
    }

    private void failure(CaseResult failed) {
        lines.add(INDENT + palette.paint(Style.STRONG, failed.id()) + "  " + SafeText.line(failed.title()));
        for (var finding : failed.findings()) {
            if (finding.kind() == Finding.Kind.VIOLATION) {
                finding(finding);
            }
        }
        if (failed.findings().isEmpty()) {
            field("observed", failed.message());
        }
        if (RepeatScripts.has(failed)) {
            lines.add(INDENT + label("script") + "sh "
                    + folder.resolve(RepeatScripts.FOLDER).resolve(RepeatScripts.file(failed.id())));
        }
        lines.add("");
    }

    private void finding(Finding finding) {
        field(
                "required",
                finding.clause() + " (" + finding.requirement() + ", §" + finding.section() + " " + finding.anchor()
                        + ")");
        field("expected", finding.expected());
        field("observed", finding.observed());
        reading(finding);
        if (finding.repeat() != null) {
            // In one piece, so that it can be copied.
            lines.add(INDENT + label("repeat") + SafeText.line(finding.repeat(), 2 * LONGEST));
        }
    }

    /** A case that is only warned has warnings; so may one that failed. */
    private void warnings() {
        var groups = new LinkedHashMap<List<String>, List<CaseResult>>();
        var first = new LinkedHashMap<List<String>, Finding>();
        for (var result : run.cases()) {
            for (var finding : result.findings()) {
                if (finding.kind() == Finding.Kind.WARNING) {
                    var key = Arrays.asList(finding.requirement(), finding.reading());
                    first.putIfAbsent(key, finding);
                    var cases = groups.computeIfAbsent(key, it -> new ArrayList<>());
                    if (cases.isEmpty() || cases.get(cases.size() - 1) != result) {
                        cases.add(result);
                    }
                }
            }
        }
        if (groups.isEmpty()) {
            return;
        }
        var warned = new LinkedHashSet<CaseResult>();
        groups.values().forEach(warned::addAll);
        lines.add(palette.paint(Style.DOUBTFUL, "Warnings: " + Words.count(warned.size(), "case")));
        groups.forEach((key, cases) -> warning(first.get(key), cases));
        lines.add("");
    }

    private void warning(Finding finding, List<CaseResult> cases) {
        lines.add(INDENT + palette.paint(Style.STRONG, finding.requirement()) + ": " + Words.count(cases.size(), "case")
                + ", " + Groups.examples(cases));
        field("expected", finding.expected());
        field("observed", finding.observed());
        reading(finding);
    }

    /** In full: it is the kit's own text, and of two readings the second one must not be cut away. */
    private void reading(Finding finding) {
        if (finding.reading() != null) {
            wrapped("reading", SafeText.line(finding.reading()));
        }
    }

    private void field(String label, String text) {
        wrapped(label, SafeText.line(text, LONGEST));
    }

    private void wrapped(String label, String line) {
        var indent = INDENT.length() + LABEL + INDENT.length();
        var wrapped = SafeText.wrap(line, Math.max(width - indent, LABEL));
        for (int i = 0; i < wrapped.size(); i++) {
            lines.add(INDENT + (i == 0 ? label(label) : " ".repeat(LABEL + INDENT.length())) + wrapped.get(i));
        }
    }

    private String label(String label) {
        return INDENT + palette.paint(Style.FAINT, label) + " ".repeat(LABEL - label.length());
    }

    private Map<String, List<CaseResult>> byRequirement(List<CaseResult> cases) {
        return Groups.by(cases, result -> result.findings().stream()
                .filter(finding -> finding.kind() == Finding.Kind.VIOLATION)
                .map(Finding::requirement)
                .findFirst()
                .orElse(result.requirements().get(0)));
    }

    private List<CaseResult> results(Outcome outcome) {
        return run.cases().stream()
                .filter(result -> result.outcome() == outcome)
                .toList();
    }
}
