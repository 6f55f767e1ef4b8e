package org.dpstck.cli.selftest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dpstck.cli.selftest.TrialResult.CaseEnd;
import org.dpstck.core.verdict.Finding;
import org.dpstck.core.verdict.Outcome;
import org.dpstck.reference.Fault;

/**
 * What the suite made of a fault in an edition.
 *
 * @param fault the defect
 * @param edition in which it is one
 * @param requirements that it breaks and the edition has
 * @param found ids of the cases that found it, by the requirement under which they did
 * @param elsewhere ids of the cases that failed on other requirements alone
 * @param whole whether the whole suite ran, so that {@code elsewhere} is complete
 * @param message expected and observed of a finding, of one that names the defect if there is any; empty if none is
 * @param problems what is wrong with the suite here, in whole sentences
 */
record FaultReport(
        Fault fault,
        String edition,
        List<String> requirements,
        Map<String, List<String>> found,
        List<String> elsewhere,
        boolean whole,
        String message,
        List<Problem> problems) {

    /** Whether a case of a requirement that it breaks found it. */
    boolean caught() {
        return !found.isEmpty();
    }

    /** The cases that found it. */
    List<String> by() {
        return found.values().stream().flatMap(List::stream).distinct().sorted().toList();
    }

    /** Judges the suite by a trial of a fault. */
    static FaultReport of(Fault fault, TrialResult result, List<String> requirements) {
        Predicate<Finding> counts = finding ->
                fault.requirements().contains(finding.requirement()) && (fault.warns() || isViolation(finding));
        var found = new LinkedHashMap<String, List<String>>();
        for (var requirement : requirements) {
            var cases = result.casesWith(
                    finding -> counts.test(finding) && finding.requirement().equals(requirement));
            if (!cases.isEmpty()) {
                found.put(requirement, cases);
            }
        }
        var elsewhere = result.ends().stream()
                .filter(end -> end.outcome() == Outcome.FAILED && end.judged().noneMatch(counts))
                .map(CaseEnd::id)
                .toList();
        var findings =
                result.ends().stream().flatMap(CaseEnd::judged).filter(counts).toList();
        var message = findings.stream()
                .filter(finding -> names(fault, finding))
                .findFirst()
                .or(() -> findings.stream().findFirst())
                .map(finding -> finding.expected() + "\n" + finding.observed())
                .orElse("");
        var problems = problems(fault, result, counts, elsewhere);
        return new FaultReport(
                fault,
                result.trial().edition(),
                requirements,
                found,
                elsewhere,
                result.trial().isWhole(),
                message,
                problems);
    }

    private static List<Problem> problems(
            Fault fault, TrialResult result, Predicate<Finding> counts, List<String> elsewhere) {
        var problems = new ArrayList<Problem>();
        var subject = result.trial().toString();
        if (result.trouble() != null) {
            problems.add(new Problem(Problem.Kind.BROKEN, subject, result.trouble()));
        }
        var findings =
                result.ends().stream().flatMap(CaseEnd::judged).filter(counts).toList();
        if (findings.isEmpty()) {
            problems.add(missed(fault, result, elsewhere));
        } else if (fault.pattern().isBlank()) {
            problems.add(new Problem(Problem.Kind.WORDING, subject, "has no pattern for what a finding must say"));
        } else if (findings.stream().noneMatch(finding -> names(fault, finding))) {
            problems.add(new Problem(
                    Problem.Kind.WORDING,
                    subject,
                    "no finding is like /" + fault.pattern() + "/; the first is: "
                            + text(findings.get(0)).replace("\n", " | ")));
        }
        return problems;
    }

    private static Problem missed(Fault fault, TrialResult result, List<String> elsewhere) {
        var inconclusive = result.casesWith(Outcome.INCONCLUSIVE);
        var hint = inconclusive.isEmpty()
                ? ""
                : "; " + inconclusive.size() + " cases are inconclusive, which is no catch (" + inconclusive.get(0)
                        + ")";
        return elsewhere.isEmpty()
                ? new Problem(
                        Problem.Kind.SURVIVOR,
                        result.trial().toString(),
                        "nobody caught it: " + fault.title() + " Expected under "
                                + String.join(" or ", fault.requirements()) + hint)
                : new Problem(
                        Problem.Kind.UNRELATED,
                        result.trial().toString(),
                        "is caught by cases of unrelated requirements only: " + String.join(", ", elsewhere) + hint);
    }

    private static boolean isViolation(Finding finding) {
        return finding.kind() == Finding.Kind.VIOLATION;
    }

    private static boolean names(Fault fault, Finding finding) {
        return !fault.pattern().isBlank()
                && Pattern.compile(fault.pattern()).matcher(text(finding)).find();
    }

    private static String text(Finding finding) {
        return String.join(
                "\n",
                Stream.of(finding.expected(), finding.observed(), finding.clause())
                        .toList());
    }
}
