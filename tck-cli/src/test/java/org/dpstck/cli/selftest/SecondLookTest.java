package org.dpstck.cli.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.dpstck.cli.selftest.TrialResult.CaseEnd;
import org.dpstck.core.verdict.Finding;
import org.dpstck.core.verdict.Outcome;
import org.dpstck.reference.Fault;
import org.dpstck.reference.Faults;
import org.junit.jupiter.api.Test;

/** A case that a busy machine kept from an outcome is tried once more before it is called useless. */
class SecondLookTest {

    private static final Fault FAULT = Faults.byId("ANSWERS-REQUEST-200").orElseThrow();
    private static final String REQUIREMENT = FAULT.requirements().get(0);

    @Test
    void anInconclusiveCaseThatNothingElseMadeFailIsTriedAgain() {
        var repeated = new ArrayList<Trial>();

        var results = SecondLook.at(List.of(trial("2026-02", inconclusive("A"), failed("B"))), trial -> {
            repeated.add(trial);
            return trial("2026-02", failed("A"), inconclusive("B"));
        });

        assertThat(repeated).extracting(Trial::selection).containsExactly(List.of("A"));
        assertThat(results.get(0).casesWith(Outcome.FAILED)).containsExactly("A", "B");
    }

    @Test
    void whatAnotherTrialOfTheEditionMadeFailIsNot() {
        var results = List.of(
                trial("2026-02", inconclusive("A")), trial("2026-02", failed("A")), trial("1.0-RC3", failed("B")));

        assertThat(SecondLook.at(results, trial -> {
                    throw new AssertionError("repeated " + trial);
                }))
                .isEqualTo(results);
    }

    @Test
    void oneThatAnotherEditionMadeFailIs() {
        var results = SecondLook.at(
                List.of(trial("2026-02", inconclusive("A")), trial("2026-02/dsp-tp", failed("A"))),
                trial -> trial("2026-02", failed("A")));

        assertThat(results).allSatisfy(result -> assertThat(result.casesWith(Outcome.FAILED))
                .containsExactly("A"));
    }

    @Test
    void oneThatFoundTheSameFaultInAnotherEditionIs() {
        var results = SecondLook.at(
                List.of(trial("2026-02", passed("A"), passed("B")), trial("1.0-RC3", failed("A"))), trial -> {
                    assertThat(trial.edition()).isEqualTo("2026-02");
                    assertThat(trial.selection()).containsExactly("A");
                    return trial("2026-02", failed("A"));
                });

        assertThat(results.get(0).casesWith(Outcome.FAILED)).containsExactly("A");
    }

    private static TrialResult trial(String edition, CaseEnd... ends) {
        return new TrialResult(Trial.related(FAULT, edition), List.of(ends), null, 1);
    }

    private static CaseEnd inconclusive(String id) {
        return new CaseEnd(id, id, Outcome.INCONCLUSIVE, "too late", List.of());
    }

    private static CaseEnd passed(String id) {
        return new CaseEnd(id, id, Outcome.PASSED, "", List.of());
    }

    private static CaseEnd failed(String id) {
        var finding = new Finding(
                Finding.Kind.VIOLATION,
                REQUIREMENT,
                "section",
                "#anchor",
                "clause",
                "HTTP 201",
                "HTTP 200",
                null,
                null,
                null,
                List.of(),
                false,
                List.of());
        return new CaseEnd(id, id, Outcome.FAILED, "it failed", List.of(finding));
    }
}
