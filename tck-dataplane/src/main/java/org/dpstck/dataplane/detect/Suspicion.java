package org.dpstck.dataplane.detect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Obstacles;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.exchange.Reply;
import org.dpstck.dataplane.flow.FirstSight;
import org.dpstck.dataplane.flow.Shared;

/**
 * Whether the first exchanges of a run leave a doubt about its edition; costs a system that speaks it one request or two.
 *
 * @param shared of the run
 * @param candidates every edition there is
 * @param journal takes what is sent
 */
record Suspicion(Shared shared, List<Edition> candidates, Journal journal) {

    boolean raisedBy(List<FirstSight> sights) {
        if (sights.isEmpty() || sights.stream().anyMatch(sight -> Obstacles.locked(sight.reply()))) {
            return false;
        }
        if (sights.stream().allMatch(sight -> Replies.refused(sight.reply()))) {
            return true;
        }
        var made = sights.stream()
                .filter(sight -> Replies.succeeded(sight.reply()))
                .toList();
        if (made.isEmpty()) {
            return false;
        }
        return made.stream().allMatch(this::answersOtherwise)
                || made.stream()
                        .filter(sight -> sight.flow().dataFlowId().isPresent())
                        .findFirst()
                        .filter(sight ->
                                hasNoStatus(sight) || acceptsLess(sight.flow().kind()))
                        .isPresent();
    }

    private boolean answersOtherwise(FirstSight sight) {
        var message = shared.edition().creating(sight.flow().kind()).answer().message();
        return message != null
                && Bodies.object(sight.reply().text())
                        .filter(body -> shared.edition().message(message).required().stream()
                                .anyMatch(member -> !body.hasNonNull(member)))
                        .isPresent();
    }

    private boolean hasNoStatus(FirstSight sight) {
        var own = Speaker.speaking(shared.edition(), shared, journal);
        return own.status()
                .filter(status -> Absence.of(status, sight.flow(), sight.flow().send(status, Creations.PURPOSE)))
                .isPresent();
    }

    /** Whether a message is accepted that this edition refuses, in the form of one that its own exchanges cannot exclude. */
    private boolean acceptsLess(FlowKind kind) {
        var forms = new LinkedHashMap<CreationForm, Edition>();
        for (var other : candidates) {
            if (!other.id().equals(shared.edition().id()) && isMistakable(other, kind) && demandsLess(other, kind)) {
                CreationForm.of(other, kind, shared.system()).ifPresent(form -> forms.putIfAbsent(form, other));
            }
        }
        return forms.values().stream().anyMatch(other -> accepts(other, kind));
    }

    /** Whether a system of another edition would pass for one of this edition in everything that was looked at. */
    private boolean isMistakable(Edition other, FlowKind kind) {
        var own = CreationForm.of(shared.edition(), kind, shared.system());
        var others = CreationForm.of(other, kind, shared.system());
        return own.isPresent()
                && others.isPresent()
                && own.get().line().equals(others.get().line())
                && own.get().sends().keySet().containsAll(CreationForm.demanded(other, kind))
                && answered(other, kind).containsAll(answered(shared.edition(), kind))
                && status(other).equals(status(shared.edition()));
    }

    private boolean demandsLess(Edition other, FlowKind kind) {
        return CreationForm.of(other, kind, shared.system())
                .filter(form -> !form.sends().keySet().containsAll(CreationForm.demanded(shared.edition(), kind)))
                .isPresent();
    }

    private boolean accepts(Edition other, FlowKind kind) {
        var speaker = Speaker.speaking(other, shared, journal);
        try {
            var flow = speaker.flows().fresh(kind);
            Reply reply = flow.send(speaker.creating(kind), Creations.PURPOSE);
            flow.isIdentifiedBy(reply);
            if (Replies.succeeded(reply) && flow.dataFlowId().isPresent()) {
                speaker.ending().ifPresent(ending -> flow.send(ending, Creations.PURPOSE));
            }
            return Replies.succeeded(reply);
        } finally {
            speaker.flows().release();
        }
    }

    private static List<String> answered(Edition edition, FlowKind kind) {
        var message = edition.creating(kind).answer().message();
        return message == null ? List.of() : edition.message(message).required();
    }

    private static Optional<String> status(Edition edition) {
        return edition.find("status").map(Operation::line);
    }
}
