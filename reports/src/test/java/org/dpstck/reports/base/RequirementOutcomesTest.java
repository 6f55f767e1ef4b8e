package org.dpstck.reports.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.dpstck.core.verdict.Outcome;
import org.dpstck.reports.Runs;
import org.junit.jupiter.api.Test;

/** What cases say of requirements, also of those that they did not come to. */
class RequirementOutcomesTest {

    @Test
    void aFailureIsThatOfTheRequirementItIsAbout() {
        var outcomes = RequirementOutcomes.of(Runs.everyOutcome());

        assertThat(outcomes.outcome("START-DUPLICATE")).isEqualTo(Outcome.FAILED);
        // Other cases verify it, too.
        assertThat(outcomes.outcome("STATE-NAMES")).isEqualTo(Outcome.INCONCLUSIVE);
    }

    @Test
    void whatAFailedCaseAloneIsAboutIsNotJudged() {
        var outcomes = of("START-DUPLICATE");

        assertThat(outcomes.outcome("START-DUPLICATE")).isEqualTo(Outcome.FAILED);
        assertThat(outcomes.outcome("STATE-NAMES")).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(outcomes.observed("STATE-NAMES")).hasValueSatisfying(it -> assertThat(it)
                .contains("START-DUPLICATE.provider-pull", "failed on another requirement"));
        assertThat(outcomes.requirements()).containsExactly("START-DUPLICATE", "STATE-NAMES");
    }

    @Test
    void whatAnotherCaseSaysCounts() {
        assertThat(of("START-DUPLICATE", "PREPARE-200").outcome("STATE-NAMES")).isEqualTo(Outcome.PASSED);
        assertThat(of("START-DUPLICATE", "CALLBACK-ERRORED").outcome("STATE-NAMES"))
                .isEqualTo(Outcome.INCONCLUSIVE);
    }

    /** The outcomes of those cases of a run that begin with one of some words. */
    private static RequirementOutcomes of(String... cases) {
        return RequirementOutcomes.of(Runs.of(Runs.everyOutcome().cases().stream()
                .filter(it -> Arrays.stream(cases).anyMatch(it.id()::startsWith))
                .toList()));
    }
}
