package org.dpstck.reports.html;

import java.util.ArrayList;
import java.util.List;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.Requirement;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.reports.base.Printable;
import org.dpstck.reports.base.RequirementOutcomes;

/**
 * A row of the table of requirements.
 *
 * @param id in the register
 * @param mark what came of it
 * @param level how strongly it is demanded; empty if the register of this kit does not have it
 * @param party whom it binds
 * @param section heading of the document
 * @param anchor fragment of the heading
 * @param clause what it says
 * @param cases how many cases verify it
 * @param tallies how many of them ended how
 * @param why why no test can reach it; empty if one can
 */
public record RequirementEntry(
        String id,
        Mark mark,
        String level,
        String party,
        String section,
        String anchor,
        String clause,
        int cases,
        List<Tally> tallies,
        String why) {

    /** Opens its cases. */
    public String link() {
        return Link.toRequirement(id);
    }

    /** Every requirement of the edition, in the order of the document; then those that only the record knows. */
    static List<RequirementEntry> of(RunRecord run, Edition edition) {
        var outcomes = RequirementOutcomes.of(run);
        var entries = new ArrayList<RequirementEntry>();
        if (edition != null) {
            for (var requirement : edition.requirements().values()) {
                entries.add(of(requirement, outcomes, verifying(run, requirement.id())));
            }
        }
        for (var id : outcomes.requirements()) {
            if (edition == null || !edition.requirements().containsKey(id)) {
                entries.add(unregistered(id, outcomes, verifying(run, id)));
            }
        }
        return entries;
    }

    private static List<CaseResult> verifying(RunRecord run, String id) {
        return run.cases().stream()
                .filter(result -> result.requirements().contains(id))
                .toList();
    }

    private static RequirementEntry of(Requirement requirement, RequirementOutcomes outcomes, List<CaseResult> cases) {
        return new RequirementEntry(
                requirement.id(),
                Mark.of(outcomes.outcome(requirement.id())),
                requirement.level().name(),
                requirement.party(),
                requirement.section(),
                requirement.anchor(),
                requirement.clause(),
                cases.size(),
                Tally.of(cases),
                requirement.untestableBecause().orElse(""));
    }

    private static RequirementEntry unregistered(String id, RequirementOutcomes outcomes, List<CaseResult> cases) {
        var first = cases.get(0);
        return new RequirementEntry(
                Printable.line(id),
                Mark.of(outcomes.outcome(id)),
                first.level().name(),
                "",
                Printable.line(first.section()),
                "",
                "The register of this kit does not have it.",
                cases.size(),
                Tally.of(cases),
                "");
    }
}
