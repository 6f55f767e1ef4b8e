package org.dpstck.cli.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.reports.certificate.Recomputation;

/**
 * What the cases of this kit make of the exchanges of a record.
 *
 * @param same ids of the cases that end as recorded
 * @param differing cases that end otherwise, as recorded and as now
 * @param not why a case could not be judged from the record, by its id
 * @param added ids of cases that this kit has and the record does not
 */
public record Rejudgement(List<String> same, List<Difference> differing, Map<String, String> not, List<String> added) {

    private static final int SHOWN = 10;

    /**
     * One case, judged twice.
     *
     * @param then as recorded
     * @param now by this kit
     */
    public record Difference(CaseResult then, CaseResult now) {

        /** In one line. */
        public String line() {
            return then.id() + ": recorded " + words(then) + ", now " + words(now)
                    + now.findings().stream()
                            .findFirst()
                            .map(it -> " (expected " + it.expected() + "; observed " + it.observed() + ")")
                            .orElse(now.message().isEmpty() ? "" : " (" + now.message() + ")");
        }

        private static String words(CaseResult result) {
            var about = result.findings().stream()
                    .map(it -> it.requirement())
                    .distinct()
                    .collect(Collectors.joining(", "));
            return result.outcome().name().replace('_', ' ') + (about.isEmpty() ? "" : " under " + about);
        }
    }

    /** Whether this kit decides anything otherwise. */
    public boolean differs() {
        return !differing.isEmpty();
    }

    /** What is decided otherwise, in a line each; of many cases the first ones, and how many more there are. */
    public List<String> differences() {
        var more = differing.size() - SHOWN;
        var shown = differing.stream().limit(SHOWN).map(Difference::line);
        return more > 0
                ? Stream.concat(shown, Stream.of("and " + more + " more; `dps-tck rejudge` lists them all"))
                        .toList()
                : shown.toList();
    }

    /** How many cases could not be judged, by the sort of reason, the most frequent first. */
    public Map<String, Long> reasons() {
        var counted = not.values().stream()
                .map(it -> it.replaceFirst(": .*", ""))
                .collect(Collectors.groupingBy(it -> it, TreeMap::new, Collectors.counting()));
        var sorted = new LinkedHashMap<String, Long>();
        var entries = new ArrayList<>(counted.entrySet());
        entries.sort(Map.Entry.<String, Long>comparingByValue().reversed());
        entries.forEach(it -> sorted.put(it.getKey(), it.getValue()));
        return sorted;
    }

    /** As an attestation has it. */
    public Recomputation recomputation() {
        return new Recomputation(
                same.size(), differing.stream().map(Difference::line).toList(), reasons());
    }
}
