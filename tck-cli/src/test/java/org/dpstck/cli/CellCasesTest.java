package org.dpstck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dpstck.cli.suite.Suites;
import org.dpstck.core.plan.CaseSpec;
import org.dpstck.core.plan.Catalogue;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.Counts;
import org.dpstck.core.verdict.Outcome;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.core.verdict.Verdict;
import org.dpstck.reports.ReportForm;
import org.dpstck.reports.html.CellCases;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The HTML report finds the cases of the state × signal table by their ids alone: it has to find all of them. */
class CellCasesTest {

    @TempDir
    private Path dir;

    static List<String> editions() {
        return Suites.installed().editions().ids();
    }

    @ParameterizedTest
    @MethodSource("editions")
    void everyCellHasItsCase(String edition) throws Exception {
        var catalogue = Suites.installed().catalogue(null, edition, null);
        var run = allPassed(catalogue);
        var cases = new CellCases(run);

        for (var cell : catalogue.edition().cells()) {
            assertThat(cases.of(cell)).as(cell.toString()).isNotEmpty();
        }
        // Every way of the diagram, too: the legend apart, nothing in it is without a case.
        ReportForm.HTML.write(run, catalogue.edition(), dir);
        assertThat(dir.resolve("report.html"))
                .content()
                .contains("class=\"way passed\"")
                .doesNotContain("class=\"way no-case\"", "class=\"label no-case\"");
    }

    private static RunRecord allPassed(Catalogue catalogue) {
        var results =
                catalogue.cases().values().stream().map(CellCasesTest::passed).toList();
        return new RunRecord(
                RunRecord.FORMAT,
                Verdict.CONFORMANT,
                RunRecord.Status.COMPLETE,
                "all passed",
                catalogue.edition().id(),
                "data-plane",
                "test",
                new RunRecord.SystemInfo("none", null, "http://localhost"),
                Map.of(),
                List.of(),
                false,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                Counts.of(results),
                Map.of(),
                List.of(),
                Map.of(),
                results);
    }

    private static CaseResult passed(CaseSpec spec) {
        return new CaseResult(
                spec.id(),
                spec.title(),
                Outcome.PASSED,
                spec.level(),
                spec.requirements(),
                spec.section(),
                Instant.EPOCH,
                1,
                "",
                List.of(),
                List.of());
    }
}
