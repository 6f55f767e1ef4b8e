package org.dpstck.dataplane.detect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dpstck.core.check.Obstacles;
import org.dpstck.core.check.Replies;
import org.dpstck.core.detect.Evidence.Bearing;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.dataplane.flow.RunRegistration;
import org.dpstck.dataplane.flow.Twins;

/** Sends the creating message of every candidate, each form of it once, for the first kind of flow that gets anywhere. */
final class Creations {

    /** What the exchanges of a detection are called in records. */
    static final String PURPOSE = "detection";

    private final List<Dossier> dossiers;
    private final SystemUnderTest system;
    private final Journal journal;
    private final List<Attempt> all = new ArrayList<>();
    private final List<RunRegistration> registrations = new ArrayList<>();
    private Map<CreationForm, Attempt> round = Map.of();
    private FlowKind kind;

    Creations(List<Dossier> dossiers, SystemUnderTest system, Journal journal) {
        this.dossiers = dossiers;
        this.system = system;
        this.journal = journal;
    }

    /** Sends, and notes what the answers say of the messages; returns why it makes no sense to go on. */
    Optional<String> make() {
        var silence = sendUntilAccepted();
        if (silence.isPresent()) {
            return silence;
        }
        if (all.isEmpty()) {
            return Optional.of(
                    "the system declares no side (consumer, provider) or no direction (push, pull), so no flow"
                            + " can be made; set capabilities");
        }
        if (accepted().isEmpty()
                && all.stream().noneMatch(attempt -> Obstacles.locked(attempt.reply()))
                && register()) {
            sendUntilAccepted();
        }
        dossiers.forEach(this::judge);
        return Obstacles.ofDataPlane(system.url())
                .common(asked(), all.stream().map(Attempt::reply).toList());
    }

    private Optional<String> sendUntilAccepted() {
        for (var declared : FlowKind.all()) {
            if (Twins.declared(declared, system)) {
                var sent = send(declared);
                all.addAll(sent.values());
                var silent = sent.values().stream()
                        .map(Attempt::reply)
                        .filter(reply -> !reply.answered())
                        .findFirst();
                if (silent.isPresent()) {
                    return Optional.of(Obstacles.ofDataPlane(system.url()).silence(silent.get()));
                }
                if (kind == null || sent.values().stream().anyMatch(Attempt::accepted)) {
                    kind = declared;
                    round = sent;
                }
                if (!accepted().isEmpty()) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /** Some systems make flows only for control planes that they know; whether some edition has a way to become known. */
    private boolean register() {
        if (!system.can(Capability.REGISTRATION)) {
            return false;
        }
        var lines = new HashSet<String>();
        for (var dossier : dossiers) {
            var shared = dossier.speaker().shared();
            if (shared.registration()
                    .filter(it -> lines.add(it.create().line()))
                    .isPresent()) {
                var registration = new RunRegistration(shared);
                registration.make(journal);
                registrations.add(registration);
            }
        }
        return !lines.isEmpty();
    }

    /** Takes back what was registered. */
    void withdraw() {
        registrations.forEach(registration -> registration.end(journal));
    }

    /** What was accepted, each form once. */
    List<Attempt> accepted() {
        return round.values().stream().filter(Attempt::accepted).toList();
    }

    /** The kind of flow that the evidence is about. */
    FlowKind kind() {
        return kind;
    }

    /** The first answer to a message of an edition. */
    Optional<Attempt> of(Dossier dossier) {
        return dossier.speaker().form(kind).map(round::get);
    }

    /** The candidates whose message has the form of an attempt. */
    List<Dossier> sharing(Attempt attempt) {
        return dossiers.stream()
                .filter(dossier -> of(dossier).filter(attempt::equals).isPresent())
                .toList();
    }

    private Map<CreationForm, Attempt> send(FlowKind declared) {
        var attempts = new LinkedHashMap<CreationForm, Attempt>();
        for (var dossier : dossiers) {
            var form = dossier.speaker().form(declared);
            if (form.isPresent() && !attempts.containsKey(form.get())) {
                attempts.put(form.get(), attempt(dossier, form.get(), declared));
            }
        }
        return attempts;
    }

    private Attempt attempt(Dossier dossier, CreationForm form, FlowKind declared) {
        var speaker = dossier.speaker();
        var flow = speaker.flows().fresh(declared);
        var reply = flow.send(speaker.creating(declared), PURPOSE);
        if (Replies.succeeded(reply)) {
            flow.isIdentifiedBy(reply);
        }
        return new Attempt(form, declared, flow, reply);
    }

    private void judge(Dossier dossier) {
        var own = of(dossier);
        if (own.isEmpty()) {
            accepted().stream().findFirst().ifPresent(made -> noteUnknown(dossier, made));
            return;
        }
        var bearing = own.get().accepted() ? Bearing.FOR : Bearing.AGAINST;
        var meaning = own.get().accepted() ? "its message is accepted" : "its message, in correct form, is refused";
        note(dossier, bearing, own.get(), meaning, null);
        for (var other : accepted()) {
            var lacking = new LinkedHashSet<>(CreationForm.demanded(dossier.edition(), kind));
            lacking.removeAll(other.form().sends().keySet());
            if (own.get().accepted() && !lacking.isEmpty()) {
                note(
                        dossier,
                        Bearing.DOUBT,
                        other,
                        "a message without " + Wording.names(lacking) + " is accepted, too",
                        "accepted a message without " + Wording.names(lacking));
            }
        }
    }

    private void note(Dossier dossier, Bearing bearing, Attempt attempt, String meaning, String tell) {
        var reply = attempt.reply();
        dossier.note(Trait.MESSAGE, bearing, sent(attempt.form()), reply, Wording.seen(reply), meaning, tell);
    }

    /** An edition for one side of a transfer knows nothing of the flow that was made. */
    private void noteUnknown(Dossier dossier, Attempt made) {
        var reply = made.reply();
        dossier.note(
                Trait.OPERATION,
                Bearing.AGAINST,
                made.form().line(),
                reply,
                Wording.code(reply),
                "a " + kind + " flow is made, which this edition does not have",
                "made a " + kind + " flow, which " + dossier.edition().id() + " does not have");
    }

    /** The request with the members that tell its form from the others. */
    private String sent(CreationForm form) {
        var common = new LinkedHashSet<>(form.sends().keySet());
        round.keySet().forEach(other -> common.retainAll(other.sends().keySet()));
        var own = new LinkedHashSet<>(form.sends().keySet());
        own.removeAll(common);
        return form.line() + (own.isEmpty() ? "" : " with " + Wording.names(own));
    }

    private String asked() {
        Set<String> lines = new LinkedHashSet<>();
        all.forEach(attempt -> lines.add(attempt.form().line()));
        return Wording.list(List.copyOf(lines), "and");
    }

    /** Every answer that refused, for a system that understood nothing. */
    Optional<Reply> refusal() {
        return all.stream().map(Attempt::reply).filter(Replies::refused).findFirst();
    }
}
