package org.dpstck.cli.selftest;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dpstck.core.verdict.Finding;
import org.dpstck.core.verdict.Outcome;

/**
 * What came of a trial.
 *
 * @param trial what was tried
 * @param ends of the cases that ran, by id
 * @param trouble why the run as a whole says nothing; null if it does
 * @param seconds it took
 */
record TrialResult(Trial trial, List<CaseEnd> ends, String trouble, double seconds) {

    /** What is kept of the result of a case: no exchanges, of which thousands of runs would make too many. */
    record CaseEnd(String id, String template, Outcome outcome, String message, List<Finding> findings) {

        /** What was found, in short. */
        String text() {
            var found = judged().map(finding -> "expected " + finding.expected() + "; observed " + finding.observed())
                    .toList();
            return found.isEmpty() ? message : String.join("; ", found);
        }

        /** The findings of a case that ended in a judgement on the system. */
        Stream<Finding> judged() {
            return outcome == Outcome.FAILED || outcome == Outcome.WARNED ? findings.stream() : Stream.empty();
        }
    }

    /** The same, with the ends of another trial of the same for the cases that had found nothing. */
    TrialResult completedBy(TrialResult again) {
        var other = again.ends().stream().collect(Collectors.toMap(CaseEnd::id, Function.identity(), (a, b) -> a));
        var completed = ends.stream()
                .map(end -> end.judged().findAny().isEmpty() ? other.getOrDefault(end.id(), end) : end)
                .toList();
        return new TrialResult(trial, completed, trouble, seconds + again.seconds());
    }

    /** Ids of the cases with a finding of some kind. */
    List<String> casesWith(Predicate<Finding> finding) {
        return ends.stream()
                .filter(end -> end.judged().anyMatch(finding))
                .map(CaseEnd::id)
                .toList();
    }

    /** Ids of the cases with an outcome. */
    List<String> casesWith(Outcome outcome) {
        return ends.stream()
                .filter(end -> end.outcome() == outcome)
                .map(CaseEnd::id)
                .toList();
    }
}
