package org.dpstck.reports;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.Finding;
import org.dpstck.core.verdict.Outcome;
import org.dpstck.core.verdict.RunRecord;

/**
 * Writes a run record as a page of Markdown for people who look at a job: verdict, counts, and what did not hold.
 *
 * <p>Its length is bounded, because services cut or refuse long pages. What came from the system is text in it, whatever
 * characters it has.
 */
public final class MarkdownSummary {

    /** Name of the file in the folder of a run. */
    public static final String FILE = "summary.md";

    private static final int MOST = 40;
    private static final int LONGEST = 300;
    private static final List<Outcome> COLUMNS = List.of(Outcome.values());

    private final RunRecord run;
    private final StringBuilder text = new StringBuilder(4096);

    private MarkdownSummary(RunRecord run) {
        this.run = run;
    }

    /**
     * Writes the page.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(RunRecord run, Writer out) throws IOException {
        out.write(new MarkdownSummary(run).page());
    }

    private String page() {
        var version = run.system().version() == null ? "" : " " + run.system().version();
        line("## " + symbol() + " " + run.verdict().name().replace('_', ' ') + ": "
                + MarkdownText.of(run.system().name() + version));
        line("");
        line(MarkdownText.of(run.reason()) + ". Judged as "
                + MarkdownText.of(run.role().replace('-', ' '))
                + " by edition **" + MarkdownText.of(run.edition()) + "**" + (run.strict() ? ", strictly" : "")
                + ", with dps-tck " + MarkdownText.of(run.suiteVersion()) + ".");
        line("");
        counts();
        findings(Outcome.FAILED, "Failed", Finding.Kind.VIOLATION);
        findings(Outcome.WARNED, "Warned", Finding.Kind.WARNING);
        reasons(Outcome.INCONCLUSIVE, "Inconclusive");
        reasons(Outcome.UNTESTED, "Untested");
        if (run.revocation() != null) {
            line("");
            line("Access outlived its revocation by " + run.revocation().text() + ".");
        }
        for (var note : run.notes()) {
            line("");
            line("> " + MarkdownText.of(note));
        }
        return text.toString();
    }

    private String symbol() {
        return switch (run.verdict()) {
            case CONFORMANT -> "✅";
            case NOT_CONFORMANT -> "❌";
            case PARTIAL -> "🔶";
            case INCONCLUSIVE -> "❔";
        };
    }

    private void counts() {
        line("| " + COLUMNS.stream().map(MarkdownSummary::words).collect(Collectors.joining(" | ")) + " |");
        line("|" + " --: |".repeat(COLUMNS.size()));
        line("| "
                + COLUMNS.stream()
                        .map(outcome -> String.valueOf(run.counts().of(outcome)))
                        .collect(Collectors.joining(" | "))
                + " |");
    }

    private void findings(Outcome outcome, String heading, Finding.Kind kind) {
        var cases = ended(outcome);
        if (cases.isEmpty()) {
            return;
        }
        heading(heading, cases.size());
        for (var result : cases.subList(0, Math.min(MOST, cases.size()))) {
            line("- **" + MarkdownText.of(result.id()) + "** " + MarkdownText.of(result.title()));
            var finding =
                    result.findings().stream().filter(it -> it.kind() == kind).findFirst();
            finding.ifPresent(it -> {
                line("  - required: " + shortened(it.clause()) + " (§ " + MarkdownText.of(it.section()) + ")");
                line("  - expected: " + shortened(it.expected()));
            });
            line("  - observed: " + shortened(finding.map(Finding::observed).orElse(result.message())));
        }
        more(cases.size());
    }

    private void reasons(Outcome outcome, String heading) {
        var cases = ended(outcome);
        if (cases.isEmpty()) {
            return;
        }
        heading(heading, cases.size());
        var groups = cases.stream().collect(Collectors.groupingBy(CaseResult::message, Collectors.counting()));
        groups.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .forEach(group -> line("- " + group.getValue() + " × " + shortened(group.getKey())));
        more(groups.size());
    }

    private List<CaseResult> ended(Outcome outcome) {
        return run.cases().stream()
                .filter(result -> result.outcome() == outcome)
                .toList();
    }

    private void heading(String words, int count) {
        line("");
        line("### " + words + ": " + count);
        line("");
    }

    private void more(int count) {
        if (count > MOST) {
            line("- and " + (count - MOST) + " more; report.html has all of them");
        }
    }

    private void line(String content) {
        text.append(content).append('\n');
    }

    private static String words(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String shortened(String raw) {
        var points = raw.codePointCount(0, raw.length());
        var cut = points > LONGEST ? raw.substring(0, raw.offsetByCodePoints(0, LONGEST)) + "…" : raw;
        return MarkdownText.of(cut);
    }
}
