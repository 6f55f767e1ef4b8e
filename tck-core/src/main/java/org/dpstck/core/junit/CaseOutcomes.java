package org.dpstck.core.junit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.exchange.Unrecorded;
import org.dpstck.core.plan.CaseSpec;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.Finding;
import org.dpstck.core.verdict.Outcome;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.core.verdict.Violation;

/** Turns how a case ended into its result, and remembers the first defect of the suite itself. */
final class CaseOutcomes {

    /** RFC 6585, section 4: the client has sent too many requests. */
    private static final int TOO_MANY = 429;

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
        var judged = thrown == null || thrown instanceof Violation || thrown instanceof Unjudgeable;
        if (judged && turnedAway(context)) {
            return result(
                    context,
                    startedAt,
                    Outcome.INCONCLUSIVE,
                    "the system turned a request away with HTTP 429, as one of too many, so that neither a refusal nor a"
                            + " failure can be told from it; lift its limit for the run, or use --parallel 1");
        }
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

    /** Whether a request got nowhere because of others before it, whatever was in it. */
    private static boolean turnedAway(CaseContext context) {
        return context.journal().exchanges().stream()
                .filter(it -> it.direction() == Exchange.Direction.TO_SYSTEM && it.answer() != null)
                .filter(it -> !it.purpose().startsWith("trigger "))
                .anyMatch(it -> it.answer().status() == TOO_MANY);
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
