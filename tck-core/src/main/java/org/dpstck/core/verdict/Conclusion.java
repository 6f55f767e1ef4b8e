package org.dpstck.core.verdict;

import java.util.Collection;
import org.dpstck.core.verdict.RunRecord.Status;

/**
 * A verdict with its reason: a function of the results alone.
 *
 * @param verdict what the run says
 * @param reason why, in one line
 */
public record Conclusion(Verdict verdict, String reason) {

    /**
     * Concludes from the results of a run.
     *
     * @param partial whether cases were left out by selection
     * @param status whether the run came to its end
     * @param stopped why it did not; used for the reason only
     */
    public static Conclusion of(Collection<CaseResult> results, boolean partial, Status status, String stopped) {
        var counts = Counts.of(results);
        if (counts.failed() > 0) {
            return new Conclusion(
                    Verdict.NOT_CONFORMANT,
                    counts.failed() + " of " + judged(results) + " judged cases failed" + strictly(results));
        }
        if (status != Status.COMPLETE) {
            return new Conclusion(Verdict.INCONCLUSIVE, stopped);
        }
        if (counts.inconclusive() > 0) {
            return new Conclusion(
                    Verdict.INCONCLUSIVE,
                    counts.inconclusive() == 1
                            ? "1 case could not be judged"
                            : counts.inconclusive() + " cases could not be judged");
        }
        if (results.stream().noneMatch(Conclusion::mandatoryAndJudged)) {
            return new Conclusion(Verdict.INCONCLUSIVE, "no mandatory case ran");
        }
        if (partial) {
            return new Conclusion(Verdict.PARTIAL, "nothing failed in the selected part" + untested(counts));
        }
        return new Conclusion(Verdict.CONFORMANT, "no mandatory requirement is violated" + untested(counts));
    }

    private static boolean mandatoryAndJudged(CaseResult result) {
        return result.level().mandatory() && result.outcome().judged();
    }

    private static long judged(Collection<CaseResult> results) {
        return results.stream().filter(result -> result.outcome().judged()).count();
    }

    /** How many failures are due to the run being strict; empty if none is. */
    private static String strictly(Collection<CaseResult> results) {
        var strictly = results.stream()
                .filter(result -> result.outcome() == Outcome.FAILED && onlyStrictly(result))
                .count();
        return strictly == 0 ? "" : "; " + strictly + " of these only because the run is strict";
    }

    private static boolean onlyStrictly(CaseResult result) {
        var violations = result.findings().stream()
                .filter(finding -> finding.kind() == Finding.Kind.VIOLATION)
                .toList();
        return !violations.isEmpty() && violations.stream().allMatch(Finding::strict);
    }

    private static String untested(Counts counts) {
        return switch (counts.untested()) {
            case 0 -> "";
            case 1 -> "; 1 case is untested";
            default -> "; " + counts.untested() + " cases are untested";
        };
    }
}
