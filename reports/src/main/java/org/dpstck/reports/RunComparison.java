package org.dpstck.reports;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.Finding;
import org.dpstck.core.verdict.Outcome;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.core.verdict.Verdict;
import org.dpstck.reports.base.Json;

/**
 * What changed from one run to another.
 *
 * @param before verdict of the earlier run
 * @param after verdict of the later one
 * @param newlyFailing cases that failed now and not before
 * @param noLongerJudged cases that were judged before and are inconclusive now
 * @param newlyPassing cases that failed before and hold now
 * @param otherwise every other change of an outcome
 * @param messages cases that fail or warn as before, and say something else
 * @param casesAdded ids that only the later run has
 * @param casesGone ids that only the earlier run has
 * @param requirementsAdded ids that only cases of the later run verify
 * @param requirementsGone ids that only cases of the earlier run verify
 */
public record RunComparison(
        Verdict before,
        Verdict after,
        List<Change> newlyFailing,
        List<Change> noLongerJudged,
        List<Change> newlyPassing,
        List<Change> otherwise,
        List<Change> messages,
        List<String> casesAdded,
        List<String> casesGone,
        Set<String> requirementsAdded,
        Set<String> requirementsGone) {

    /**
     * A case with its outcomes.
     *
     * @param before null if the earlier run does not have it
     * @param text what the later run says of it; empty if it holds
     */
    public record Change(String id, Outcome before, Outcome after, String text) {}

    /** What differs from run to run without any meaning: ids, ports, placeholders of secrets, times, where a text was cut. */
    private static final Pattern VOLATILE = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
            + "|\\S*…( \\(\\d+ characters\\))?|\\[secret-\\d+]|\\b[0-9a-f]{12,}\\b|:\\d+"
            + "|\\b\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z?|\\b\\d+ (?:ms|s|characters|bytes)\\b");

    /**
     * Compares.
     *
     * @throws IllegalArgumentException if the runs judged by different editions or in different roles, with the reason
     */
    public static RunComparison of(RunRecord before, RunRecord after) {
        if (!before.edition().equals(after.edition()) || !before.role().equals(after.role())) {
            throw new IllegalArgumentException(
                    "the runs cannot be compared: one judged a " + before.role() + " by edition " + before.edition()
                            + ", the other a " + after.role() + " by edition " + after.edition());
        }
        var earlier = byId(before);
        var later = byId(after);
        var comparison = new RunComparison(
                before.verdict(),
                after.verdict(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                without(later.keySet(), earlier.keySet()),
                without(earlier.keySet(), later.keySet()),
                new LinkedHashSet<>(without(requirements(after), requirements(before))),
                new LinkedHashSet<>(without(requirements(before), requirements(after))));
        later.forEach((id, result) -> comparison.add(earlier.get(id), result));
        return comparison;
    }

    /** Whether something is worse than before. */
    public boolean regression() {
        return !newlyFailing.isEmpty() || !noLongerJudged.isEmpty();
    }

    /**
     * Writes the comparison as JSON.
     *
     * @throws IOException if it cannot be written
     */
    public void write(Writer out) throws IOException {
        out.write(Json.RECORD_WRITER.writeValueAsString(this));
        out.write('\n');
    }

    private void add(CaseResult old, CaseResult now) {
        var before = old == null ? null : old.outcome();
        var change = new Change(now.id(), before, now.outcome(), now.message());
        if (now.outcome() == Outcome.FAILED && before != Outcome.FAILED) {
            newlyFailing.add(change);
        } else if (before == null) {
            return;
        } else if (before == now.outcome()) {
            if (!said(old).equals(said(now))) {
                messages.add(change);
            }
        } else if (before.judged() && now.outcome() == Outcome.INCONCLUSIVE) {
            noLongerJudged.add(change);
        } else if (before == Outcome.FAILED && now.outcome().judged()) {
            newlyPassing.add(change);
        } else {
            otherwise.add(change);
        }
    }

    private static List<String> said(CaseResult result) {
        if (result.findings().isEmpty()) {
            return List.of(stable(result.message()));
        }
        return result.findings().stream().map(RunComparison::said).toList();
    }

    private static String said(Finding finding) {
        return stable(String.join("\n", finding.requirement(), finding.expected(), finding.observed()));
    }

    private static String stable(String text) {
        return VOLATILE.matcher(text).replaceAll("…");
    }

    private static Map<String, CaseResult> byId(RunRecord run) {
        return run.cases().stream()
                .collect(Collectors.toMap(CaseResult::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    private static Set<String> requirements(RunRecord run) {
        return run.cases().stream()
                .flatMap(result -> result.requirements().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<String> without(Set<String> ids, Set<String> others) {
        return ids.stream().filter(id -> !others.contains(id)).toList();
    }
}
