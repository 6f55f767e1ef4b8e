package org.dpstck.reports.certificate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.Requirement;
import org.dpstck.core.verdict.Outcome;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.reports.base.RequirementOutcomes;

/** The part of an attestation that follows from the record of a run alone, so that a check can make it once more. */
final class Findings {

    private Findings() {}

    /** By the names that the attestation has for them. */
    static Map<String, Object> of(RunRecord run, Edition edition) {
        var members = new LinkedHashMap<String, Object>();
        members.put("verdict", run.verdict());
        members.put("status", run.status());
        members.put("reason", run.reason());
        members.put("role", run.role());
        members.put("edition", run.edition());
        members.put("document", edition.title());
        members.put("strict", run.strict());
        members.put("selection", run.selection());
        members.put("startedAt", run.startedAt());
        members.put("finishedAt", run.finishedAt());
        members.put("system", run.system());
        members.put("configuration", run.configuration());
        members.put("counts", run.counts());
        members.put("levels", run.levels());
        members.put("requirements", requirements(run, edition));
        members.put("notes", run.notes());
        return members;
    }

    /** Every requirement of the edition that binds the role, tested or not. */
    private static List<Map<String, Object>> requirements(RunRecord run, Edition edition) {
        var outcomes = RequirementOutcomes.of(run);
        var all = new ArrayList<Map<String, Object>>();
        for (var requirement : edition.requirements().values()) {
            if (requirement.party().equals(run.role()) || outcomes.outcome(requirement.id()) != null) {
                all.add(entry(requirement, outcomes, run));
            }
        }
        return all;
    }

    private static Map<String, Object> entry(Requirement requirement, RequirementOutcomes outcomes, RunRecord run) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("id", requirement.id());
        entry.put("level", requirement.level());
        entry.put("section", requirement.section());
        var outcome = outcomes.outcome(requirement.id());
        entry.put("outcome", outcome == null ? "NO_CASE" : outcome.name());
        var cases = new LinkedHashMap<String, Long>();
        for (var each : Outcome.values()) {
            var number = run.cases().stream()
                    .filter(it -> it.outcome() == each && it.requirements().contains(requirement.id()))
                    .count();
            if (number > 0) {
                cases.put(each.name().toLowerCase(Locale.ROOT).replace('_', '-'), number);
            }
        }
        entry.put("cases", cases);
        outcomes.observed(requirement.id()).ifPresent(it -> entry.put("observed", it));
        if (outcome == null) {
            entry.put("observed", requirement.untestableBecause().orElse("no case of this run verifies it"));
        }
        return entry;
    }
}
