package org.dpstck.dataplane.doctor;

import java.util.List;
import java.util.stream.Collectors;
import org.dpstck.core.check.MessageCheck;
import org.dpstck.core.doctor.Finding;
import org.dpstck.core.doctor.Step;
import org.dpstck.core.verdict.Judge;
import org.dpstck.dataplane.detect.EditionCheck;
import org.dpstck.dataplane.flow.FirstSight;

/** The messages of the edition are accepted and answered in its form. */
final class EditionStep implements Step<Examination> {

    static final String ID = "edition";

    private static final int SHOWN = 2;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<String> standsOn() {
        return List.of(AuthenticationStep.ID);
    }

    @Override
    public Finding look(Examination examination) {
        var edition = examination.edition();
        // As the run itself does, so that both stop for the same reason.
        var other = EditionCheck.againstAll()
                .otherEdition(
                        examination.shared(),
                        examination.openings().stream()
                                .map(opening -> new FirstSight(opening.flow(), opening.reply()))
                                .toList(),
                        examination.journal());
        if (other.isPresent()) {
            return Finding.problem(
                    other.get(),
                    "A run in " + edition.id() + " stops after its first exchanges.",
                    "Name the edition that the system speaks: `edition:` in the description, or --edition.");
        }
        var accepted = examination.openings().stream().filter(Opening::accepted).toList();
        if (accepted.isEmpty()) {
            return Finding.notChecked("no message of " + edition.id() + " is accepted; see ids");
        }
        var names = accepted.stream()
                .map(opening -> opening.operation().name())
                .distinct()
                .collect(Collectors.joining(" and "));
        var doubts = accepted.stream()
                .flatMap(opening -> doubts(examination, opening).stream())
                .distinct()
                .toList();
        if (doubts.isEmpty()) {
            return Finding.ok(names + " accepted and answered in the form of " + edition.id());
        }
        return Finding.warning(
                names + " accepted, and answered otherwise than " + edition.id() + " has it: "
                        + String.join("; ", doubts),
                "Either the system has a defect, which a run will tell, or it speaks another edition.",
                "`dps-tck detect` tells which editions the system may speak, with the evidence.");
    }

    /** What the case about the answer would find wrong with its form; legal oddities are none. */
    private static List<String> doubts(Examination examination, Opening opening) {
        var edition = examination.edition();
        var requirement = opening.operation().requirement("RESPONSE");
        if (!edition.asks(requirement)) {
            return List.of();
        }
        var judge = new Judge(edition, List.of(requirement));
        new MessageCheck(edition, examination.shared().schemas(), judge)
                .conforms(
                        edition.message(opening.operation().answer().message()),
                        opening.reply().text(),
                        requirement,
                        opening.reply().exchange());
        return judge.findings().stream()
                .filter(finding -> finding.kind() == org.dpstck.core.verdict.Finding.Kind.VIOLATION)
                .map(org.dpstck.core.verdict.Finding::observed)
                .limit(SHOWN)
                .toList();
    }
}
