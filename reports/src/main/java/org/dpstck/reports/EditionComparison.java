package org.dpstck.reports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.Counts;
import org.dpstck.core.verdict.Outcome;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.core.verdict.Verdict;
import org.dpstck.reports.base.AtomicFile;
import org.dpstck.reports.base.Json;
import org.dpstck.reports.base.RequirementOutcomes;

/**
 * How one system did in several editions, requirement by requirement; written as {@value #FILE}.
 *
 * @param format name and version of this format, {@link #FORMAT}
 * @param suiteVersion version of this kit
 * @param system what was judged
 * @param runs one for each edition, in the order they were asked for
 * @param same how many requirements came out alike in every edition that has them, counting those of two or more
 * @param differences requirements that did not, in the order of the first edition
 * @param alone requirements that one edition alone has a case for, by edition
 */
public record EditionComparison(
        String format,
        String suiteVersion,
        RunRecord.SystemInfo system,
        List<EditionRun> runs,
        int same,
        List<Difference> differences,
        Map<String, List<String>> alone) {

    /** The value of {@link #format()} in comparisons of this version. */
    public static final String FORMAT = "dps-tck-comparison/1";

    /** Name of the file in the folder of the runs. */
    public static final String FILE = "comparison.json";

    /**
     * A finished run.
     *
     * @param edition judged by
     * @param record of the run
     * @param speaksOtherwise whether it stopped because the system speaks another edition
     */
    public record Judged(String edition, RunRecord record, boolean speaksOtherwise) {}

    /**
     * One run in short; its records stand in the folder that has the name of the edition.
     *
     * @param edition judged by
     * @param verdict of the run
     * @param reason of the verdict
     * @param speaksOtherwise whether it stopped because the system speaks another edition
     * @param compared whether its results take part in the comparison: some case was judged
     * @param counts outcomes of all cases
     */
    public record EditionRun(
            String edition, Verdict verdict, String reason, boolean speaksOtherwise, boolean compared, Counts counts) {}

    /**
     * A requirement that came out differently.
     *
     * @param requirement its id, the same in every edition
     * @param outcomes by edition; an edition without it is missing
     * @param observed what was found where it did not simply pass, by edition
     */
    public record Difference(String requirement, Map<String, Outcome> outcomes, Map<String, String> observed) {}

    /** Compares runs of one system. */
    public static EditionComparison of(List<Judged> runs) {
        var compared = new LinkedHashMap<String, RequirementOutcomes>();
        runs.stream()
                .filter(EditionComparison::isJudged)
                .forEach(run -> compared.put(run.edition(), RequirementOutcomes.of(run.record())));
        var ids = new LinkedHashSet<String>();
        compared.values().forEach(outcomes -> ids.addAll(outcomes.requirements()));
        var differences = new ArrayList<Difference>();
        var alone = new LinkedHashMap<String, List<String>>();
        var same = 0;
        for (var id : ids) {
            var having = compared.entrySet().stream()
                    .filter(entry -> entry.getValue().requirements().contains(id))
                    .toList();
            if (having.size() == 1) {
                alone.computeIfAbsent(having.get(0).getKey(), it -> new ArrayList<>())
                        .add(id);
                continue;
            }
            var difference = difference(id, having);
            if (difference.outcomes().values().stream().distinct().count() > 1) {
                differences.add(difference);
            } else {
                same++;
            }
        }
        var first = runs.get(0).record();
        return new EditionComparison(
                FORMAT,
                first.suiteVersion(),
                first.system(),
                runs.stream().map(EditionComparison::inShort).toList(),
                same,
                differences,
                alone);
    }

    /**
     * Writes the comparison as {@value #FILE}.
     *
     * @param dir made if it does not exist
     * @throws IOException if it cannot be written
     */
    public void write(Path dir) throws IOException {
        AtomicFile.write(dir.resolve(FILE), out -> Json.RECORD_WRITER.writeValue(out, this));
    }

    private static Difference difference(String id, List<Map.Entry<String, RequirementOutcomes>> having) {
        var outcomes = new LinkedHashMap<String, Outcome>();
        var observed = new LinkedHashMap<String, String>();
        having.forEach(entry -> {
            outcomes.put(entry.getKey(), entry.getValue().outcome(id));
            entry.getValue().observed(id).ifPresent(text -> observed.put(entry.getKey(), text));
        });
        return new Difference(id, outcomes, observed);
    }

    private static EditionRun inShort(Judged run) {
        var record = run.record();
        return new EditionRun(
                run.edition(),
                record.verdict(),
                record.reason(),
                run.speaksOtherwise(),
                isJudged(run),
                record.counts());
    }

    private static boolean isJudged(Judged run) {
        return run.record().cases().stream().map(CaseResult::outcome).anyMatch(Outcome::judged);
    }
}
