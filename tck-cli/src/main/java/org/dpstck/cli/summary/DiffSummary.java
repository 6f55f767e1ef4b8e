package org.dpstck.cli.summary;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.dpstck.cli.console.Palette;
import org.dpstck.cli.console.Palette.Style;
import org.dpstck.cli.console.SafeText;
import org.dpstck.reports.RunComparison;
import org.dpstck.reports.RunComparison.Change;

/** What two runs of one edition look like beside each other. */
public final class DiffSummary {

    private static final int LONGEST = 300;

    private final RunComparison comparison;
    private final Palette palette;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    /**
     * A summary of a comparison.
     *
     * @param width of the lines, in characters
     */
    public DiffSummary(RunComparison comparison, Palette palette, int width) {
        this.comparison = comparison;
        this.palette = palette;
        this.width = width;
    }

    /** Prints it, what needs attention first. */
    public void print(PrintWriter out) {
        changes("Newly failing", Style.BAD, comparison.newlyFailing());
        changes("No longer judged", Style.UNKNOWN, comparison.noLongerJudged());
        changes("Fails or warns as before, and says something else", Style.DOUBTFUL, comparison.messages());
        changes("Newly passing", Style.GOOD, comparison.newlyPassing());
        changes("Other outcomes", Style.STRONG, comparison.otherwise());
        ids("Cases added", comparison.casesAdded());
        ids("Cases gone", comparison.casesGone());
        ids("Requirements added", comparison.requirementsAdded());
        ids("Requirements gone", comparison.requirementsGone());
        if (lines.isEmpty()) {
            lines.add("Nothing has changed.");
        }
        lines.add((comparison.regression() ? "REGRESSION" : "No regression") + ": " + Words.of(comparison.before())
                + " before, " + Words.of(comparison.after()) + " now");
        lines.forEach(out::println);
    }

    private void changes(String heading, Style style, List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        lines.add(palette.paint(style, heading + ": " + Words.count(changes.size(), "case")));
        for (var change : changes) {
            var before = change.before() == null ? "new" : Words.of(change.before());
            var outcomes = change.before() == change.after() ? before : before + " → " + Words.of(change.after());
            lines.add("  " + SafeText.line(change.id()) + "  " + palette.paint(Style.FAINT, outcomes));
            if (!change.text().isEmpty()) {
                SafeText.wrap(SafeText.line(change.text(), LONGEST), width - 4)
                        .forEach(line -> lines.add("    " + line));
            }
        }
        lines.add("");
    }

    private void ids(String heading, Collection<String> ids) {
        if (!ids.isEmpty()) {
            lines.add(palette.paint(Style.STRONG, heading + ": " + ids.size()));
            SafeText.wrap(SafeText.line(String.join(", ", ids)), width - 2).forEach(line -> lines.add("  " + line));
            lines.add("");
        }
    }
}
