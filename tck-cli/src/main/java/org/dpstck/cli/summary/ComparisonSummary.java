package org.dpstck.cli.summary;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dpstck.cli.console.Palette;
import org.dpstck.cli.console.Palette.Style;
import org.dpstck.cli.console.SafeText;
import org.dpstck.core.verdict.Outcome;
import org.dpstck.reports.EditionComparison;
import org.dpstck.reports.EditionComparison.Difference;
import org.dpstck.reports.EditionComparison.EditionRun;

/** What a run in several editions says at its end: where the system behaves differently. */
public final class ComparisonSummary {

    private static final int COLUMN = 16;
    private static final int LONGEST = 240;

    private final EditionComparison comparison;
    private final Palette palette;
    private final int width;
    private final boolean everything;
    private final List<String> lines = new ArrayList<>();

    /**
     * A summary of a comparison.
     *
     * @param width of the lines, in characters
     * @param everything whether requirements that one edition alone has are listed, too
     */
    public ComparisonSummary(EditionComparison comparison, Palette palette, int width, boolean everything) {
        this.comparison = comparison;
        this.palette = palette;
        this.width = width;
        this.everything = everything;
    }

    /** Prints it. */
    public void print(PrintWriter out, Path folder) {
        lines.add("");
        lines.add(palette.paint(Style.STRONG, "The editions compared"));
        comparison.runs().forEach(this::verdict);
        if (compared().size() > 1) {
            differences();
            alone();
        } else {
            wrapped("  ", "Fewer than two editions were judged, so there is nothing to compare.");
        }
        lines.add("  details: " + folder.resolve(EditionComparison.FILE) + ", and a folder for each edition beside it");
        lines.forEach(out::println);
        out.flush();
    }

    private void verdict(EditionRun run) {
        var words = run.speaksOtherwise() ? "NOT SPOKEN" : Words.of(run.verdict());
        var style = run.speaksOtherwise() ? Style.FAINT : Words.style(run.verdict());
        // The reason goes on below itself.
        var reason = SafeText.wrap(words + ": " + SafeText.line(run.reason()), Math.max(width - COLUMN - 2, COLUMN));
        for (int i = 0; i < reason.size(); i++) {
            var line = i == 0 ? palette.paint(style, words) + reason.get(i).substring(words.length()) : reason.get(i);
            lines.add("  " + pad(i == 0 ? run.edition() : "") + line);
        }
    }

    private void differences() {
        var number = comparison.differences().size();
        lines.add("");
        if (number == 0) {
            wrapped(
                    "  ",
                    "Every requirement that more than one of them has came out alike: " + comparison.same() + ".");
            return;
        }
        wrapped(
                "  ",
                "Differently: " + Words.count(number, "requirement") + "; alike: " + comparison.same()
                        + " of those that more than one of them has.");
        var longest = comparison.differences().stream()
                .mapToInt(it -> it.requirement().length())
                .max()
                .orElse(0);
        lines.add(palette.paint(
                Style.FAINT,
                "  " + " ".repeat(longest + 2)
                        + compared().stream().map(this::pad).collect(Collectors.joining())));
        comparison.differences().forEach(difference -> difference(difference, longest));
    }

    private void difference(Difference difference, int longest) {
        var id = difference.requirement();
        var row = new StringBuilder("  " + id + " ".repeat(longest + 2 - id.length()));
        for (var edition : compared()) {
            var outcome = difference.outcomes().get(edition);
            row.append(
                    outcome == null
                            ? palette.paint(Style.FAINT, pad("-"))
                            : palette.paint(Words.style(outcome), pad(Words.of(outcome))));
        }
        lines.add(row.toString().stripTrailing());
        difference.observed().forEach((edition, text) -> {
            var outcome = difference.outcomes().get(edition);
            if (outcome == Outcome.FAILED || outcome == Outcome.WARNED || outcome == Outcome.INCONCLUSIVE) {
                wrapped("      ", SafeText.line(edition + ": " + text, LONGEST));
            }
        });
    }

    private void alone() {
        if (comparison.alone().isEmpty()) {
            return;
        }
        wrapped(
                "  ",
                "Requirements that one edition alone has: "
                        + comparison.alone().entrySet().stream()
                                .map(entry ->
                                        entry.getKey() + " " + entry.getValue().size())
                                .collect(Collectors.joining(", "))
                        + (everything ? "." : " (--verbose lists them)."));
        if (everything) {
            comparison.alone().forEach((edition, ids) -> wrapped("    ", edition + ": " + String.join(", ", ids)));
        }
    }

    private List<String> compared() {
        return comparison.runs().stream()
                .filter(EditionRun::compared)
                .map(EditionRun::edition)
                .toList();
    }

    private void wrapped(String indent, String text) {
        SafeText.wrap(text, Math.max(width - indent.length(), COLUMN)).forEach(line -> lines.add(indent + line));
    }

    private String pad(String text) {
        return text + " ".repeat(Math.max(1, COLUMN - text.length()));
    }
}
