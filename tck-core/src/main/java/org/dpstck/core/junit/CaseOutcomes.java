package org.dpstck.core.junit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.dpstck.core.exchange.Unrecorded;
import org.dpstck.core.plan.CaseSpec;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.Finding;
import org.dpstck.core.verdict.Outcome;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.core.verdict.Violation;

/** Turns how a case ended into its result, and remembers the first defect of the suite itself. */
final class CaseOutcomes {

    private final AtomicReference<SuiteBrokenException> broken = new AtomicReference<>();

    Optional<SuiteBrokenException> broken() {
        return Optional.ofNullable(broken.get());
    }

    void broke(String where, Throwable cause) {
        broken.compareAndSet(null, new SuiteBrokenException(where, cause));
    }

    /** The result of a case that ran; {@code thrown} is null if it returned. */
    CaseResult ran(CaseContext context, Instant startedAt, Throwable thrown) {
        var spec = context.spec();
        var judge = context.judge();
        if (judge.violated() || thrown == null || thrown instanceof Violation) {
            return result(context, startedAt, judge.outcome(), text(judge.findings()));
        }
        if (thrown instanceof Unjudgeable unjudgeable) {
            return result(context, startedAt, unjudgeable.outcome(), unjudgeable.getMessage());
        }
        if (thrown instanceof Unrecorded unrecorded) {
            context.journal().tape().ifPresent(tape -> tape.diverged(unrecorded.getMessage()));
            return result(context, startedAt, Outcome.INCONCLUSIVE, unrecorded.getMessage());
        }
        broke("case " + spec.id() + " failed in the suite itself", thrown);
        return result(context, startedAt, Outcome.INCONCLUSIVE, "the suite itself failed: " + thrown);
    }

    /** The result of a case that never ran. */
    static CaseResult skipped(CaseSpec spec, Outcome outcome, String reason) {
        return new CaseResult(
                spec.id(),
                spec.title(),
                outcome,
                spec.level(),
                spec.requirements(),
                spec.section(),
                null,
                0,
                reason,
                List.of(),
                List.of());
    }

    private static CaseResult result(CaseContext context, Instant startedAt, Outcome outcome, String message) {
        var spec = context.spec();
        return new CaseResult(
                spec.id(),
                spec.title(),
                outcome,
                spec.level(),
                spec.requirements(),
                spec.section(),
                startedAt,
                Duration.between(startedAt, Instant.now()).toMillis(),
                message,
                outcome == Outcome.FAILED || outcome == Outcome.WARNED
                        ? context.judge().findings()
                        : List.of(),
                context.journal().exchanges());
    }

    private static String text(List<Finding> findings) {
        return String.join("\n\n", findings.stream().map(Finding::text).toList());
    }
}
