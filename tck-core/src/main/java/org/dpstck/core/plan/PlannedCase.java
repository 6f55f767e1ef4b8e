package org.dpstck.core.plan;

/**
 * A case and what the plan says of it.
 *
 * @param spec the case
 * @param decision whether it runs, and why not
 */
public record PlannedCase(CaseSpec spec, Decision decision) {

    /** Whether it runs. */
    public boolean runs() {
        return decision instanceof Decision.Run;
    }
}
