package org.dpstck.reports.base;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.Finding;
import org.dpstck.core.verdict.Outcome;
import org.dpstck.core.verdict.RunRecord;

/**
 * What came of each requirement in one run, as far as cases verify it.
 *
 * <p>A case may verify several requirements and fail on one: the others are then what the remaining cases say of them, and
 * inconclusive if none does, because the case may not have come to them.
 */
public final class RequirementOutcomes {

    /** The one that decides first: what is found outweighs what passed, and both what never ran. */
    private static final List<Outcome> DECIDES = List.of(
            Outcome.FAILED,
            Outcome.WARNED,
            Outcome.INCONCLUSIVE,
            Outcome.PASSED,
            Outcome.UNTESTED,
            Outcome.NOT_APPLICABLE);

    private static final Set<Outcome> NOT_JUDGED = Set.of(Outcome.UNTESTED, Outcome.NOT_APPLICABLE);

    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
    private final Map<String, String> observed = new LinkedHashMap<>();

    private RequirementOutcomes() {}

    /** The outcomes of a run. */
    public static RequirementOutcomes of(RunRecord run) {
        var all = new RequirementOutcomes();
        run.cases().forEach(all::add);
        run.cases().stream().filter(it -> it.outcome() == Outcome.FAILED).forEach(all::leavesOpen);
        return all;
    }

    /** Ids of the requirements that cases verify, in the order of the run. */
    public Set<String> requirements() {
        return outcomes.keySet();
    }

    /** What came of a requirement; null if no case verifies it. */
    public Outcome outcome(String requirement) {
        return outcomes.get(requirement);
    }

    /** What made the outcome, in the words of the first case that has it; empty if it passed. */
    public Optional<String> observed(String requirement) {
        return Optional.ofNullable(observed.get(requirement));
    }

    private void add(CaseResult result) {
        for (var requirement : result.requirements()) {
            var outcome = outcome(result, requirement).orElse(null);
            var known = outcomes.get(requirement);
            if (outcome == null) {
                outcomes.putIfAbsent(requirement, Outcome.UNTESTED);
            } else if (known == null || DECIDES.indexOf(outcome) < DECIDES.indexOf(known)) {
                outcomes.put(requirement, outcome);
                say(requirement, text(result, requirement, outcome));
            }
        }
    }

    /** What a failed case says nothing of, and no other case has judged. */
    private void leavesOpen(CaseResult result) {
        for (var requirement : result.requirements()) {
            if (NOT_JUDGED.contains(outcomes.get(requirement))
                    && outcome(result, requirement).isEmpty()) {
                outcomes.put(requirement, Outcome.INCONCLUSIVE);
                observed.put(
                        requirement, result.id() + ": failed on another requirement, and may not have come to this");
            }
        }
    }

    private void say(String requirement, String text) {
        if (text.isEmpty()) {
            observed.remove(requirement);
        } else {
            observed.put(requirement, text);
        }
    }

    /** What decides among several outcomes; empty without any. */
    public static Optional<Outcome> decisive(Stream<Outcome> outcomes) {
        return outcomes.min(Comparator.comparingInt(DECIDES::indexOf));
    }

    /** What a case says of a requirement; empty if it failed on others alone. */
    private static Optional<Outcome> outcome(CaseResult result, String requirement) {
        var outcome = result.outcome();
        if (outcome != Outcome.FAILED && outcome != Outcome.WARNED) {
            return Optional.of(outcome);
        }
        var own = result.findings().stream()
                .filter(finding -> finding.requirement().equals(requirement))
                .map(Finding::kind)
                .toList();
        if (own.contains(Finding.Kind.VIOLATION)) {
            return Optional.of(Outcome.FAILED);
        }
        if (own.isEmpty()) {
            return outcome == Outcome.FAILED ? Optional.empty() : Optional.of(Outcome.PASSED);
        }
        return Optional.of(Outcome.WARNED);
    }

    private static String text(CaseResult result, String requirement, Outcome outcome) {
        if (outcome == Outcome.PASSED) {
            return "";
        }
        var kind = outcome == Outcome.FAILED ? Finding.Kind.VIOLATION : Finding.Kind.WARNING;
        var finding = result.findings().stream()
                .filter(it -> it.requirement().equals(requirement) && it.kind() == kind)
                .map(Finding::observed)
                .findFirst();
        return result.id() + ": " + finding.orElse(result.message());
    }
}
