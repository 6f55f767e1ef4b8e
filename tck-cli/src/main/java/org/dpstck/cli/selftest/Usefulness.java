package org.dpstck.cli.selftest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dpstck.core.verdict.Outcome;

/** Which cases no fault made fail: what a case shows that cannot fail is nothing. */
final class Usefulness {

    private final Map<String, Set<String>> ran = new HashMap<>();
    private final Map<String, Set<String>> failed = new HashMap<>();

    /** Notes the cases that there are in an edition, from a trial of the correct data plane. */
    void ran(TrialResult correct) {
        var ids = ran.computeIfAbsent(correct.trial().edition(), edition -> new TreeSet<>());
        correct.ends().stream()
                .filter(end -> end.outcome() != Outcome.NOT_APPLICABLE)
                .forEach(end -> ids.add(end.id()));
    }

    /** Notes the cases that found a fault under a requirement that it breaks. */
    void found(FaultReport report) {
        failed.computeIfAbsent(report.edition(), edition -> new HashSet<>()).addAll(report.by());
    }

    /** The cases that never failed and are not excused, by edition in the order given. */
    List<Useless> useless(Collection<String> editions, Exemptions exemptions) {
        var useless = new ArrayList<Useless>();
        for (var edition : editions) {
            for (var id : never(edition)) {
                if (!exemptions.cover(id, edition)) {
                    useless.add(new Useless(id, edition));
                }
            }
        }
        return useless;
    }

    /** The exemptions that excuse nothing. */
    List<Exemptions.Exemption> idle(Exemptions exemptions) {
        return exemptions.all().stream()
                .filter(exemption -> ran.keySet().stream()
                        .noneMatch(edition -> never(edition).stream().anyMatch(id -> exemption.covers(id, edition))))
                .toList();
    }

    private Set<String> never(String edition) {
        var never = new TreeSet<>(ran.getOrDefault(edition, Set.of()));
        never.removeAll(failed.getOrDefault(edition, Set.of()));
        return never;
    }

    /** A case that no fault made fail. */
    record Useless(String id, String edition) {}
}
