package org.dpstck.cli.run;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.Level;
import org.dpstck.core.plan.Plan;
import org.dpstck.core.sut.SutConfiguration;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.Conclusion;
import org.dpstck.core.verdict.Counts;
import org.dpstck.core.verdict.RunRecord;

/**
 * What is settled before the first case runs.
 *
 * @param edition judged by
 * @param system judged
 * @param plan what runs
 * @param selection the patterns that select cases; empty for all
 * @param seed decides the order of the cases; null for the order of the suite
 * @param suiteVersion version of this kit
 * @param startedAt when the run began
 */
public record Briefing(
        Edition edition,
        SystemUnderTest system,
        Plan plan,
        List<String> selection,
        Long seed,
        String suiteVersion,
        Instant startedAt) {

    /**
     * The record of the run so far.
     *
     * @param stopped why the run did not come to its end, for the reason of the verdict
     * @param basis what the cases have in common
     */
    RunRecord record(
            List<CaseResult> results, RunRecord.Status status, String stopped, Remarks remarks, RunRecord.Basis basis) {
        var conclusion = Conclusion.of(results, plan.partial(), status, stopped);
        return new RunRecord(
                RunRecord.FORMAT,
                conclusion.verdict(),
                status,
                conclusion.reason(),
                edition.id(),
                system.role(),
                suiteVersion,
                about(),
                SutConfiguration.effective(system),
                selection,
                system.strict(),
                seed,
                startedAt,
                Instant.now(),
                Counts.of(results),
                levels(results),
                remarks.notes(),
                explanations(),
                results,
                basis,
                remarks.revocation());
    }

    /** The system as records and reports name it. */
    RunRecord.SystemInfo about() {
        return about(system);
    }

    /** A system as records and reports name it. */
    static RunRecord.SystemInfo about(SystemUnderTest system) {
        // The effective settings are without secrets; a URL may hold some.
        var url = String.valueOf(SutConfiguration.effective(system).get("url"));
        return new RunRecord.SystemInfo(system.name(), system.version(), url);
    }

    private Map<String, RunRecord.Explanation> explanations() {
        var all = new TreeMap<String, RunRecord.Explanation>();
        for (var planned : plan.cases()) {
            var spec = planned.spec();
            all.computeIfAbsent(spec.template(), template -> {
                var written = spec.definition();
                return new RunRecord.Explanation(written.stimulus(), written.expected(), written.fix());
            });
        }
        return all;
    }

    private static Map<Level, Counts> levels(List<CaseResult> results) {
        var levels = new EnumMap<Level, Counts>(Level.class);
        Arrays.stream(Level.values())
                .forEach(level -> levels.put(
                        level,
                        Counts.of(results.stream()
                                .filter(result -> result.level() == level)
                                .toList())));
        return levels;
    }
}
