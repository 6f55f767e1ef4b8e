package org.dpstck.core.verdict;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.dpstck.core.edition.Level;
import org.dpstck.core.exchange.Exchange;

/**
 * What came of one case, with the evidence.
 *
 * @param id stable across runs and versions, like {@code START-DUPLICATE.provider-pull}
 * @param title one sentence that says what the case shows
 * @param outcome what came of it
 * @param level the strongest level among its requirements
 * @param requirements ids in the register, at least one
 * @param section heading of the document the case belongs to
 * @param startedAt when it began, UTC; null if it never ran
 * @param durationMs how long it took, milliseconds; 0 if it never ran
 * @param message why it did not simply pass, in prose; empty if it passed
 * @param findings violations first, then warnings; empty unless FAILED or WARNED
 * @param exchanges in the order they happened; empty if it never ran
 */
public record CaseResult(
        String id,
        String title,
        Outcome outcome,
        Level level,
        List<String> requirements,
        String section,
        Instant startedAt,
        long durationMs,
        String message,
        List<Finding> findings,
        List<Exchange> exchanges) {

    /** Copies the lists; a damaged record may lack what every result has. */
    public CaseResult {
        Objects.requireNonNull(id, "a case has no id");
        Objects.requireNonNull(outcome, () -> id + " has no outcome");
        Objects.requireNonNull(level, () -> id + " has no level");
        Objects.requireNonNull(message, () -> id + " has no message");
        requirements = List.copyOf(requirements);
        findings = List.copyOf(findings);
        exchanges = List.copyOf(exchanges);
    }
}
