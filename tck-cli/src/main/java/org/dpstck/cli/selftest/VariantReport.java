package org.dpstck.cli.selftest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dpstck.cli.selftest.TrialResult.CaseEnd;
import org.dpstck.core.verdict.Finding;
import org.dpstck.core.verdict.Outcome;
import org.dpstck.reference.Variant;
import org.dpstck.reference.Variants;

/**
 * What the suite made of a legal variant in an edition.
 *
 * @param variant the behaviour
 * @param edition spoken
 * @param by ids of the cases that hold it against the system
 * @param warned ids of the cases with a warning that the variant announces
 * @param problems what is wrong with the suite here
 */
record VariantReport(Variant variant, String edition, List<String> by, List<String> warned, List<Problem> problems) {

    /** A variant that makes more of the suite idle than this is not exercised. */
    private static final int LEAST_PASSED_PERCENT = 60;

    boolean flagged() {
        return !problems.isEmpty();
    }

    /** Whether nothing but announced warnings came of several variants together, so that each of them is clean. */
    static boolean isCleanTogether(TrialResult result) {
        var announced = announced(result);
        return result.trouble() == null && result.ends().stream().noneMatch(end -> isHeld(end, announced));
    }

    /**
     * Judges the suite by a trial of a variant, perhaps together with others.
     *
     * @param correct what comes of the cases without any
     */
    static VariantReport of(Variant variant, TrialResult result, TrialResult correct) {
        var problems = new ArrayList<Problem>();
        var by = new ArrayList<String>();
        var warned = new ArrayList<String>();
        var subject = result.trial().toString();
        if (result.trouble() != null) {
            problems.add(new Problem(Problem.Kind.BROKEN, subject, result.trouble()));
        }
        var announced = announced(result);
        for (var end : result.ends()) {
            if (isHeld(end, announced)) {
                by.add(end.id());
                problems.add(new Problem(
                        Problem.Kind.FLAGGED,
                        subject,
                        end.id() + " is " + end.outcome() + " although it is legal (" + variant.why() + "): "
                                + text(end, announced)));
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
        return new VariantReport(variant, result.trial().edition(), by, warned, problems);
    }

    private static boolean isHeld(CaseEnd end, Set<String> announced) {
        return end.outcome() == Outcome.FAILED
                || end.outcome() == Outcome.INCONCLUSIVE
                || end.judged().anyMatch(finding -> !announced.contains(finding.requirement()));
    }

    private static String text(CaseEnd end, Set<String> announced) {
        var unannounced = end.judged()
                .map(Finding::requirement)
                .filter(requirement -> !announced.contains(requirement))
                .distinct()
                .collect(Collectors.joining(", "));
        return end.outcome() == Outcome.WARNED
                ? end.text() + "; if the warning is right, add " + unannounced + " to warns in variants.yaml"
                : end.text();
    }

    /** Requirements under which the variants of a trial announce warnings. */
    private static Set<String> announced(TrialResult result) {
        return result.trial().ids().stream()
                .flatMap(id -> Variants.byId(id).orElseThrow().warns().stream())
                .collect(Collectors.toSet());
    }
}
