package org.dpstck.cli.selftest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.dpstck.core.verdict.Finding;
import org.dpstck.core.verdict.Outcome;
import org.dpstck.reference.Variant;

/**
 * What the suite made of a legal variant in an edition.
 *
 * @param variant the behaviour
 * @param edition spoken
 * @param by ids of the cases that hold it against the system
 * @param warned ids of the cases with a warning that the variant announces
 * @param passed how many cases passed
 * @param problems what is wrong with the suite here
 */
record VariantReport(
        Variant variant, String edition, List<String> by, List<String> warned, int passed, List<Problem> problems) {

    /** A variant that makes more of the suite idle than this is not exercised. */
    private static final int LEAST_PASSED_PERCENT = 60;

    boolean flagged() {
        return !problems.isEmpty();
    }

    /**
     * Judges the suite by a trial of a variant.
     *
     * @param correct what comes of the cases without the variant
     */
    static VariantReport of(Variant variant, TrialResult result, TrialResult correct) {
        var expected = new HashSet<>(correct.casesWith(Outcome.WARNED));
        var problems = new ArrayList<Problem>();
        var by = new ArrayList<String>();
        var warned = new ArrayList<String>();
        var subject = result.trial().toString();
        if (result.trouble() != null) {
            problems.add(new Problem(Problem.Kind.BROKEN, subject, result.trouble()));
        }
        for (var end : result.ends()) {
            var held = end.outcome() == Outcome.FAILED
                    || end.outcome() == Outcome.INCONCLUSIVE
                    || end.judged().map(Finding::requirement).anyMatch(id -> !variant.warns()
                            .contains(id));
            if (held) {
                by.add(end.id());
                problems.add(new Problem(
                        Problem.Kind.FLAGGED,
                        subject,
                        end.id() + " is " + end.outcome() + " although it is legal (" + variant.why() + "): "
                                + end.text()));
            } else if (end.outcome() == Outcome.WARNED) {
                warned.add(end.id());
            }
        }
        var passed = result.casesWith(Outcome.PASSED).size();
        var normally = correct.casesWith(Outcome.PASSED).size();
        if (result.trouble() == null && passed * 100 < normally * LEAST_PASSED_PERCENT) {
            problems.add(new Problem(
                    Problem.Kind.FLAGGED,
                    subject,
                    "only " + passed + " cases pass, " + normally + " do without it: the suite does not exercise it"));
        }
        return new VariantReport(variant, result.trial().edition(), by, warned, passed, problems);
    }
}
