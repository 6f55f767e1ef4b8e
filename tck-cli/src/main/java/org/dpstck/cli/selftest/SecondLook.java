package org.dpstck.cli.selftest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.dpstck.core.verdict.Outcome;
import org.dpstck.reference.Faults;

/**
 * What is tried once more before a case is called useless: a fault on which it was inconclusive, or which it found in
 * another edition; a busy machine may be the reason that it did not here.
 */
final class SecondLook {

    /** So many trials are repeated at most; more says of the machine that it is of no use. */
    private static final int MOST = 20;

    private final Map<String, Set<String>> found = new HashMap<>();
    private final Map<String, Set<String>> foundOn = new HashMap<>();

    private SecondLook(List<TrialResult> results) {
        results.stream()
                .filter(result -> result.trial().kind() == Trial.Kind.FAULT)
                .forEach(this::note);
    }

    private void note(TrialResult result) {
        var fault = Faults.byId(result.trial().id()).orElseThrow();
        var report = FaultReport.of(fault, result, fault.requirements());
        found.computeIfAbsent(result.trial().edition(), edition -> new HashSet<>())
                .addAll(report.by());
        foundOn.computeIfAbsent(fault.id(), id -> new HashSet<>()).addAll(report.by());
    }

    /**
     * The results with those of the repeated trials in them.
     *
     * @param results of all trials
     * @param laboratory carries out a trial: one of before, with the cases in question alone
     */
    static List<TrialResult> at(List<TrialResult> results, Function<Trial, TrialResult> laboratory) {
        var look = new SecondLook(results);
        var left = MOST;
        var all = new ArrayList<TrialResult>();
        for (var result : results) {
            var cases = left > 0 ? look.inQuestion(result) : List.<String>of();
            if (cases.isEmpty()) {
                all.add(result);
                continue;
            }
            left--;
            var completed = result.completedBy(laboratory.apply(result.trial().of(cases)));
            look.note(completed);
            all.add(completed);
        }
        return all;
    }

    /** Ids of the cases that no trial of the edition made fail, and that this one might have. */
    private List<String> inQuestion(TrialResult result) {
        var trial = result.trial();
        return trial.kind() != Trial.Kind.FAULT
                ? List.of()
                : result.ends().stream()
                        .filter(end -> !found.get(trial.edition()).contains(end.id()))
                        .filter(end -> end.outcome() == Outcome.INCONCLUSIVE
                                || foundOn.get(trial.id()).contains(end.id()))
                        .map(TrialResult.CaseEnd::id)
                        .toList();
    }
}
