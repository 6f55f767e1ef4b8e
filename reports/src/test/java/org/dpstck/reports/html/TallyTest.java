package org.dpstck.reports.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.dpstck.core.edition.Level;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.Outcome;
import org.junit.jupiter.api.Test;

class TallyTest {

    @Test
    void oneFailureAmongThousandsIsSeenInTheBar() {
        var passed = Collections.nCopies(2_000, ended(Outcome.PASSED));
        var tallies = Tally.of(
                Stream.concat(passed.stream(), Stream.of(ended(Outcome.FAILED))).toList());

        assertThat(tallies).extracting(Tally::mark).containsExactly(Mark.PASSED, Mark.FAILED);
        assertThat(tallies.get(1).length()).isGreaterThan(5);
        assertThat(tallies.get(1).start()).isEqualTo(tallies.get(0).length());
        assertThat(tallies.stream().mapToDouble(Tally::length).sum()).isCloseTo(1000, within(0.001));
    }

    @Test
    void theBarIsTrueToTheNumbersWhereItCanBe() {
        var tallies = Tally.of(
                List.of(ended(Outcome.PASSED), ended(Outcome.FAILED), ended(Outcome.FAILED), ended(Outcome.FAILED)));

        assertThat(tallies).extracting(Tally::length).containsExactly(250.0, 750.0);
        assertThat(Tally.of(List.of())).isEmpty();
    }

    private static CaseResult ended(Outcome outcome) {
        return new CaseResult(
                "A", "A", outcome, Level.MUST, List.of("A"), "A", Instant.EPOCH, 0, "", List.of(), List.of());
    }
}
