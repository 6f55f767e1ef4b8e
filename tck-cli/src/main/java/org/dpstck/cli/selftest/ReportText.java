package org.dpstck.cli.selftest;

import java.util.ArrayList;
import java.util.List;
import org.dpstck.cli.console.Palette;
import org.dpstck.cli.console.Palette.Style;
import org.dpstck.cli.console.SafeText;

/** A report for people: what speaks against the suite, and the sums. */
public final class ReportText {

    private ReportText() {}

    /** The lines of the report. */
    public static List<String> of(SelfTestReport report, Palette palette) {
        var lines = new ArrayList<String>();
        report.problems().forEach(problem -> lines.add(SafeText.line(problem.toString())));
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.add(
                report.passed()
                        ? palette.paint(Style.GOOD, "PASSED") + " " + role(report) + sums(report)
                        : palette.paint(Style.BAD, "FAILED") + " " + role(report)
                                + report.problems().size() + " problems; " + sums(report));
        lines.add("seed " + report.request().seed() + ", " + Math.round(report.seconds()) + " s");
        return lines;
    }

    private static String role(SelfTestReport report) {
        return report.request().role() + ": ";
    }

    private static String sums(SelfTestReport report) {
        var faults = report.faults();
        var caught = faults.stream().filter(FaultReport::caught).count();
        var unflagged =
                report.variants().stream().filter(each -> !each.flagged()).count();
        return "%d of %d faults are caught in %d of %d trials, %d of %d trials of variants pass%s"
                .formatted(
                        distinct(faults.stream().filter(FaultReport::caught).toList()),
                        distinct(faults),
                        caught,
                        faults.size(),
                        unflagged,
                        report.variants().size(),
                        report.complete()
                                ? ", " + report.useless().size() + " useless cases"
                                : "; a part alone was tried, so nothing is said of useless cases");
    }

    private static long distinct(List<FaultReport> faults) {
        return faults.stream().map(each -> each.fault().id()).distinct().count();
    }
}
