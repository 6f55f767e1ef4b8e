package org.dpstck.dataplane.doctor;

import java.util.List;
import java.util.stream.Collectors;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.MessageSchemas;
import org.dpstck.dataplane.check.Bodies;
import org.dpstck.dataplane.detect.EditionCheck;
import org.dpstck.dataplane.flow.FirstSight;

/** The messages of the edition are accepted and answered in its form. */
final class EditionStep implements Step {

    static final String ID = "edition";

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
                .flatMap(opening -> doubts(edition, examination.shared().schemas(), opening).stream())
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

    private static List<String> doubts(Edition edition, MessageSchemas schemas, Opening opening) {
        var message = edition.message(opening.operation().answer().message());
        var body = Bodies.object(opening.reply().text());
        if (body.isEmpty()) {
            return message.defined() ? List.of(Bodies.shape(opening.reply().text())) : List.of();
        }
        return schemas.validate(message.name(), body.get()).stream()
                .map(String::valueOf)
                .limit(3)
                .toList();
    }
}
