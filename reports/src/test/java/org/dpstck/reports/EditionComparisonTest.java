package org.dpstck.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dpstck.core.edition.Level;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.Finding;
import org.dpstck.core.verdict.Outcome;
import org.dpstck.reports.EditionComparison.Judged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditionComparisonTest {

    @Test
    void aRequirementIsAsBadAsTheWorstThatWasFoundOfIt() {
        var comparison = compare(
                List.of(result("A.1", Outcome.PASSED, "A"), result("A.2", Outcome.FAILED, "A")),
                List.of(result("A.1", Outcome.PASSED, "A"), result("A.2", Outcome.UNTESTED, "A")));

        assertThat(comparison.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.requirement()).isEqualTo("A");
            assertThat(difference.outcomes())
                    .containsEntry("one", Outcome.FAILED)
                    .containsEntry("two", Outcome.PASSED);
            assertThat(difference.observed()).containsOnlyKeys("one");
            assertThat(difference.observed().get("one")).isEqualTo("A.2: observed A");
        });
    }

    @Test
    void aCaseThatFailsOnOneRequirementLeavesTheOthersItVerifiesOpen() {
        var comparison =
                compare(List.of(result("C", Outcome.FAILED, "A", "B")), List.of(result("C", Outcome.PASSED, "A", "B")));

        assertThat(comparison.differences())
                .extracting(EditionComparison.Difference::requirement, it -> it.outcomes()
                        .get("one"))
                .containsExactly(tuple("A", Outcome.FAILED), tuple("B", Outcome.INCONCLUSIVE));
        assertThat(comparison.same()).isZero();
    }

    @Test
    void whatOneEditionAloneHasIsNoDifference() {
        var comparison = compare(
                List.of(result("A", Outcome.PASSED, "A"), result("X", Outcome.PASSED, "X")),
                List.of(result("A", Outcome.PASSED, "A"), result("Y", Outcome.FAILED, "Y")));

        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.same()).isEqualTo(1);
        assertThat(comparison.alone()).containsEntry("one", List.of("X")).containsEntry("two", List.of("Y"));
    }

    @Test
    void aRunThatJudgedNothingIsLeftOut(@TempDir Path folder) throws IOException {
        var comparison =
                compare(List.of(result("A", Outcome.PASSED, "A")), List.of(result("A", Outcome.INCONCLUSIVE, "A")));

        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.runs())
                .extracting(EditionComparison.EditionRun::compared)
                .containsExactly(true, false);
        comparison.write(folder);
        assertThat(Files.readString(folder.resolve("comparison.json")))
                .contains("\"format\": \"dps-tck-comparison/1\"");
    }

    private static EditionComparison compare(List<CaseResult> one, List<CaseResult> two) {
        return EditionComparison.of(
                List.of(new Judged("one", Runs.of(one), false), new Judged("two", Runs.of(two), false)));
    }

    /** A case that, if it failed, did so on the first of its requirements. */
    private static CaseResult result(String id, Outcome outcome, String... requirements) {
        var findings = outcome == Outcome.FAILED
                ? List.of(new Finding(
                        Finding.Kind.VIOLATION,
                        requirements[0],
                        "S",
                        "#s",
                        "clause",
                        "expected",
                        "observed " + requirements[0],
                        null,
                        null,
                        null,
                        List.of(),
                        false,
                        List.of()))
                : List.<Finding>of();
        return new CaseResult(
                id, "title", outcome, Level.MUST, List.of(requirements), "S", null, 0, "", findings, List.of());
    }
}
