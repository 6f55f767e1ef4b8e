package org.dpstck.dataplane.detect;

import java.util.Comparator;
import java.util.List;
import org.dpstck.core.check.Replies;
import org.dpstck.core.detect.Detection;
import org.dpstck.core.detect.Evidence;
import org.dpstck.core.detect.Evidence.Bearing;
import org.dpstck.core.detect.Inquiry;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.junit.RunContext;
import org.dpstck.core.junit.RunGate;
import org.dpstck.dataplane.flow.Shared;

/** Finds out which of several editions a data plane speaks. */
public final class EditionDetector {

    private EditionDetector() {}

    /**
     * Asks the system.
     *
     * @throws org.dpstck.core.standin.StandInException if the stand-in control plane cannot listen
     */
    public static Detection detect(Inquiry inquiry) {
        var journal = new Journal();
        var run = new RunContext(
                inquiry.candidates().get(0),
                inquiry.system(),
                inquiry.redactor(),
                inquiry.ids(),
                new RunGate(),
                inquiry.prompt());
        var shared = Shared.open(run);
        try (var examination = new Examination(inquiry.candidates(), shared, journal)) {
            var obstacle = examination.look();
            examination.creations().withdraw();
            if (obstacle.isPresent()) {
                return Detection.prevented(obstacle.get(), journal.exchanges());
            }
            var spoken = examination.tellApart(Dossier::fits);
            return new Detection(
                    null,
                    examination.dossiers().stream().map(Dossier::candidate).toList(),
                    spoken.stream().map(dossier -> dossier.edition().id()).toList(),
                    summary(examination, spoken),
                    journal.exchanges());
        } finally {
            shared.close();
        }
    }

    private static String summary(Examination examination, List<Dossier> spoken) {
        var ids = spoken.stream().map(dossier -> dossier.edition().id()).toList();
        if (ids.size() == 1) {
            return "the system speaks " + ids.get(0);
        }
        if (ids.isEmpty()) {
            return "no edition fits: " + misfit(examination);
        }
        return "the system may speak " + Wording.list(ids, "or") + ": " + likeness(examination, spoken);
    }

    private static String likeness(Examination examination, List<Dossier> spoken) {
        var forms = spoken.stream()
                .map(dossier -> examination.creations().of(dossier).orElseThrow())
                .distinct()
                .count();
        var untried = spoken.stream()
                .flatMap(dossier -> dossier.signs(Bearing.OPEN))
                .map(Sign::evidence)
                .map(evidence -> evidence.sent() + " could not be tried (" + evidence.meaning() + ")")
                .findFirst();
        var accepts = forms > 1 ? "it accepts the messages of each" : "their messages and answers are alike";
        return accepts + ", and " + untried.orElse("nothing else that could be tried tells them apart");
    }

    private static String misfit(Examination examination) {
        var nearest = examination.dossiers().stream()
                .filter(Dossier::isUnderstood)
                .min(Comparator.comparingLong(
                        dossier -> dossier.signs(Bearing.AGAINST).count()));
        if (nearest.isPresent()) {
            return nearest.get().edition().id() + " is nearest, but "
                    + nearest.get()
                            .signs(Bearing.AGAINST)
                            .map(Sign::evidence)
                            .map(Evidence::meaning)
                            .findFirst()
                            .orElse("not everything of it is there");
        }
        var refusal = examination.creations().refusal();
        return refusal.map(reply -> "every creating message is refused, the first one with " + Replies.observed(reply)
                        + "; check transferTypes, ids and message.metadata in the system's description")
                .orElse("no creating message is accepted; see the log of the system");
    }
}
