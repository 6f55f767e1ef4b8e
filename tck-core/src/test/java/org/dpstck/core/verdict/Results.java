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

    static CaseResult must(Outcome outcome) {
        return of(Level.MUST, outcome);
    }
}
