package org.dpstck.core.verdict;

import java.time.Instant;
import java.util.List;
import org.dpstck.core.edition.Level;

/** Results for tests. */
final class Results {

    private Results() {}

    static CaseResult of(Level level, Outcome outcome) {
        return new CaseResult(
                "A." + outcome, "title", outcome, level, List.of("A"), "S", Instant.EPOCH, 0, "", List.of(), List.of());
    }

    /** A case with one violation. */
    static CaseResult failed(boolean strict) {
        var finding = new Finding(
                Finding.Kind.VIOLATION,
                "A",
                "S",
                "#s",
                "clause",
                "e",
                "o",
                null,
                null,
                null,
                List.of(7),
                strict,
                List.of());
        return new CaseResult(
                "A." + strict,
                "title",
                Outcome.FAILED,
                Level.MUST,
                List.of("A"),
                "S",
                Instant.EPOCH,
                0,
                "",
                List.of(finding),
                List.of());
    }

    static CaseResult must(Outcome outcome) {
        return of(Level.MUST, outcome);
    }
}
