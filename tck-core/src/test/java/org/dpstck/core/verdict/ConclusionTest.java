package org.dpstck.core.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dpstck.core.verdict.Outcome.FAILED;
import static org.dpstck.core.verdict.Outcome.INCONCLUSIVE;
import static org.dpstck.core.verdict.Outcome.NOT_APPLICABLE;
import static org.dpstck.core.verdict.Outcome.PASSED;
import static org.dpstck.core.verdict.Outcome.UNTESTED;
import static org.dpstck.core.verdict.Outcome.WARNED;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.dpstck.core.edition.Level;
import org.dpstck.core.verdict.RunRecord.Status;
import org.junit.jupiter.api.Test;

class ConclusionTest {

    @Test
    void aMandatoryCaseThatHeldMakesARunConformant() {
        for (var level : List.of(Level.MUST, Level.IMPLIED)) {
            for (var outcome : List.of(PASSED, WARNED)) {
                assertThat(whole(Results.of(level, outcome)))
                        .isEqualTo(new Conclusion(Verdict.CONFORMANT, "no mandatory requirement is violated"));
            }
        }
    }

    @Test
    void whatOnlyAStrictRunFailsIsCounted() {
        assertThat(whole(Results.must(PASSED), Results.failed(true), Results.failed(false))
                        .reason())
                .isEqualTo("2 of 3 judged cases failed; 1 of these only because the run is strict");
    }

    @Test
    void whatIsUntestedIsSaid() {
        assertThat(whole(
                        Results.must(PASSED),
                        Results.must(UNTESTED),
                        Results.must(UNTESTED),
                        Results.must(NOT_APPLICABLE)))
                .isEqualTo(new Conclusion(
                        Verdict.CONFORMANT, "no mandatory requirement is violated; 2 cases are untested"));
    }

    @Test
    void oneFailureIsEnough() {
        var results =
                List.of(Results.must(PASSED), Results.must(FAILED), Results.must(INCONCLUSIVE), Results.must(UNTESTED));
        var expected = new Conclusion(Verdict.NOT_CONFORMANT, "1 of 2 judged cases failed");

        assertThat(Conclusion.of(results, false, Status.COMPLETE, null)).isEqualTo(expected);
        assertThat(Conclusion.of(results, true, Status.COMPLETE, null)).isEqualTo(expected);
        assertThat(Conclusion.of(results, false, Status.STOPPED, "unreachable")).isEqualTo(expected);
        assertThat(Conclusion.of(results, false, Status.INTERRUPTED, "interrupted"))
                .isEqualTo(expected);
    }

    @Test
    void whatCouldNotBeJudgedIsNeverConformant() {
        assertThat(whole(Results.must(PASSED), Results.must(INCONCLUSIVE)))
                .isEqualTo(new Conclusion(Verdict.INCONCLUSIVE, "1 case could not be judged"));
        assertThat(part(Results.must(PASSED), Results.must(INCONCLUSIVE)).verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void aRunThatWasCutShortIsNeverConformant() {
        for (var status : List.of(Status.STOPPED, Status.INTERRUPTED)) {
            assertThat(Conclusion.of(List.of(Results.must(PASSED)), false, status, "why"))
                    .isEqualTo(new Conclusion(Verdict.INCONCLUSIVE, "why"));
        }
    }

    @Test
    void noMandatoryCaseNoConformance() {
        var nothing = new Conclusion(Verdict.INCONCLUSIVE, "no mandatory case ran");

        assertThat(whole()).isEqualTo(nothing);
        assertThat(part()).isEqualTo(nothing);
        assertThat(whole(Results.must(UNTESTED), Results.must(NOT_APPLICABLE))).isEqualTo(nothing);
        assertThat(whole(Results.of(Level.SHOULD, PASSED), Results.of(Level.MAY, WARNED)))
                .isEqualTo(nothing);
    }

    @Test
    void aPartIsNeverConformant() {
        assertThat(part(Results.must(PASSED)))
                .isEqualTo(new Conclusion(Verdict.PARTIAL, "nothing failed in the selected part"));
        assertThat(part(Results.must(WARNED), Results.must(UNTESTED)).reason())
                .isEqualTo("nothing failed in the selected part; 1 case is untested");
    }

    @Test
    void exitCodes() {
        assertThat(Verdict.values())
                .extracting(Verdict::name, Verdict::exitCode)
                .containsExactlyInAnyOrder(
                        Tuple.tuple("CONFORMANT", 0),
                        Tuple.tuple("PARTIAL", 0),
                        Tuple.tuple("NOT_CONFORMANT", 1),
                        Tuple.tuple("INCONCLUSIVE", 3));
    }

    @Test
    void countsAreByOutcome() {
        var counts = Counts.of(Arrays.stream(Outcome.values())
                .flatMap(outcome -> Collections.nCopies(outcome.ordinal() + 1, Results.must(outcome)).stream())
                .toList());

        for (var outcome : Outcome.values()) {
            assertThat(counts.of(outcome)).isEqualTo(outcome.ordinal() + 1);
        }
        assertThat(Arrays.stream(Outcome.values()).filter(Outcome::judged)).containsExactly(PASSED, FAILED, WARNED);
    }

    private static Conclusion whole(CaseResult... results) {
        return Conclusion.of(List.of(results), false, Status.COMPLETE, null);
    }

    private static Conclusion part(CaseResult... results) {
        return Conclusion.of(List.of(results), true, Status.COMPLETE, null);
    }
}
