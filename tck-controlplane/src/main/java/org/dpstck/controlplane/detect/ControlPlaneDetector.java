package org.dpstck.controlplane.detect;

import java.util.List;
import java.util.Optional;
import org.dpstck.controlplane.flow.OtherRole;
import org.dpstck.controlplane.flow.Rehearsal;
import org.dpstck.core.check.Replies;
import org.dpstck.core.detect.Detection;
import org.dpstck.core.detect.Inquiry;
import org.dpstck.core.edition.ControlPlaneEditions;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.Editions;
import org.dpstck.core.edition.TransferProtocol;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.junit.RunContext;
import org.dpstck.core.junit.RunGate;

/**
 * Finds out what a control plane speaks.
 *
 * <p>Questions that change nothing come first: processes that nobody knows, empty messages, the list of versions. What first
 * shows in signals takes a transfer, which is requested of the system as a provider and terminated.
 */
public final class ControlPlaneDetector {

    private final Inquiry inquiry;
    private final Journal journal = new Journal();
    private final ControlPlaneEditions editions = new ControlPlaneEditions(new Editions());
    private final List<Dossier<Edition>> signaling;
    private final List<Dossier<TransferProtocol>> forms;

    private ControlPlaneDetector(Inquiry inquiry) {
        this.inquiry = inquiry;
        this.signaling = inquiry.candidates().stream()
                .map(Edition::id)
                .filter(editions.ids()::contains)
                .map(id -> editions.load(id, null))
                .map(edition -> new Dossier<>(edition, edition.id()))
                .toList();
        this.forms = editions.forms().stream()
                .map(form -> editions.load(newest(), form).transfers().protocol())
                .map(protocol -> new Dossier<>(protocol, protocol.id()))
                .toList();
    }

    /**
     * Asks the system.
     *
     * @throws org.dpstck.core.standin.StandInException if nobody can listen where the description says
     */
    public static Detection detect(Inquiry inquiry) {
        return new ControlPlaneDetector(inquiry).detection();
    }

    private Detection detection() {
        var obstacle = look();
        if (obstacle.isPresent()) {
            return Detection.prevented(obstacle.get(), journal.exchanges());
        }
        var spoken = Dossier.best(signaling);
        var spokenForms = Dossier.best(forms);
        return new Detection(
                null,
                signaling.stream().map(Dossier::candidate).toList(),
                Dossier.ids(spoken),
                Summary.of(spoken, signaling, spokenForms),
                journal.exchanges(),
                forms.stream().map(Dossier::candidate).toList(),
                Dossier.ids(spokenForms));
    }

    private Optional<String> look() {
        try (var rehearsal = rehearsal(newest(), editions.defaultForm())) {
            var first = rehearsal.stateOfNothing();
            if (!first.answered()) {
                return Optional.of(
                        "cannot ask " + inquiry.system().controlPlane().dsp() + ": "
                                + first.failure().text() + "; start the system, or correct dsp.url");
            }
            var other = OtherRole.at(rehearsal);
            if (other.isPresent()) {
                return Optional.of(other.get() + "; detect it with --role data-plane, or correct url");
            }
            var questions = new Questions(rehearsal);
            questions.errors(first, forms);
            questions.versions(forms);
            questions.registrations(signaling);
        }
        return new Trial(this::rehearsal, signaling, forms, inquiry.system()).play();
    }

    private String newest() {
        return signaling.get(0).id();
    }

    private Rehearsal rehearsal(String edition, String form) {
        var run = new RunContext(
                editions.load(edition, form),
                inquiry.system(),
                inquiry.redactor(),
                inquiry.ids(),
                new RunGate(),
                inquiry.prompt());
        return Rehearsal.open(run, inquiry.system().callback(), journal, "detection");
    }

    /** An answer in a few words. */
    static String seen(Reply reply) {
        return reply.answered() ? "HTTP " + reply.status() : Replies.observed(reply);
    }

    /** Whether there is nothing at a path, or nothing that takes the method. */
    static boolean missing(Reply reply) {
        return reply.status() == 404 || reply.status() == 405 || reply.status() == 410 || reply.status() == 501;
    }

    /** Whether an answer asks for credentials. */
    static boolean locked(Reply reply) {
        return reply.status() == 401 || reply.status() == 403 || reply.status() == 407;
    }
}
