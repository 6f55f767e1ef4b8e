package org.dpstck.core.verdict;

import java.util.Collection;

/** How many cases ended in each outcome. */
public record Counts(int passed, int failed, int warned, int notApplicable, int untested, int inconclusive) {

    /** Counts the outcomes of some cases. */
    public static Counts of(Collection<CaseResult> cases) {
        return new Counts(
                count(cases, Outcome.PASSED),
                count(cases, Outcome.FAILED),
                count(cases, Outcome.WARNED),
                count(cases, Outcome.NOT_APPLICABLE),
                count(cases, Outcome.UNTESTED),
                count(cases, Outcome.INCONCLUSIVE));
    }

    /** The number for one outcome. */
    public int of(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> passed;
            case FAILED -> failed;
            case WARNED -> warned;
            case NOT_APPLICABLE -> notApplicable;
            case UNTESTED -> untested;
            case INCONCLUSIVE -> inconclusive;
        };
    }

    private static int count(Collection<CaseResult> cases, Outcome outcome) {
        return (int) cases.stream().filter(it -> it.outcome() == outcome).count();
    }
}
