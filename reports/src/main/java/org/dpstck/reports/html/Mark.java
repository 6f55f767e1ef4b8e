package org.dpstck.reports.html;

import java.util.stream.Stream;
import org.dpstck.core.verdict.Outcome;
import org.dpstck.reports.base.RequirementOutcomes;

/** How an outcome looks: never by its colour alone. */
public enum Mark {
    /** A violation. */
    FAILED("failed", "✗", "failed"),
    /** A warning. */
    WARNED("warned", "!", "warned"),
    /** Could not be judged. */
    INCONCLUSIVE("inconclusive", "?", "inconclusive"),
    /** Held. */
    PASSED("passed", "✓", "passed"),
    /** Nothing reaches it. */
    UNTESTED("untested", "○", "untested"),
    /** Excluded. */
    NOT_APPLICABLE("not-applicable", "–", "not applicable"),
    /** No case of the run is about it. */
    NONE("no-case", "·", "no case");

    private final String id;
    private final String symbol;
    private final String label;

    Mark(String id, String symbol, String label) {
        this.id = id;
        this.symbol = symbol;
        this.label = label;
    }

    /** Name in style sheets and addresses. */
    public String id() {
        return id;
    }

    /** One character. */
    public String symbol() {
        return symbol;
    }

    /** In words. */
    public String label() {
        return label;
    }

    /** The mark of an outcome; null stands for no case. */
    static Mark of(Outcome outcome) {
        return outcome == null ? NONE : valueOf(outcome.name());
    }

    /** The mark of what decides among several outcomes. */
    static Mark of(Stream<Outcome> outcomes) {
        return of(RequirementOutcomes.decisive(outcomes).orElse(null));
    }
}
