package org.dpstck.dataplane.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dpstck.core.check.Replies;
import org.dpstck.core.detect.Evidence.Bearing;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.exchange.Reply;
import org.dpstck.dataplane.flow.Shared;

/** Collects what speaks for and against each candidate: first what every flow shows, then what only some editions have. */
final class Examination implements AutoCloseable {

    private final List<Dossier> dossiers;
    private final Creations creations;
    private final Map<String, Probe.Outcome> tried = new HashMap<>();
    private final Set<String> noted = new HashSet<>();

    Examination(List<Edition> candidates, Shared shared, Journal journal) {
        this.dossiers = candidates.stream()
                .map(edition -> new Dossier(Speaker.speaking(edition, shared, journal)))
                .toList();
        this.creations = new Creations(dossiers, shared.system(), journal);
    }

    /** Makes flows in every form there is and looks at them; returns why it makes no sense to go on. */
    Optional<String> look() {
        var obstacle = creations.make();
        if (obstacle.isEmpty()) {
            creations.accepted().forEach(attempt -> new Aftermath(attempt, creations.sharing(attempt)).observe());
        }
        return obstacle;
    }

    Creations creations() {
        return creations;
    }

    List<Dossier> dossiers() {
        return dossiers;
    }

    Dossier of(Edition edition) {
        return dossiers.stream()
                .filter(dossier -> dossier.edition().id().equals(edition.id()))
                .findFirst()
                .orElseThrow();
    }

    List<Dossier> fitting() {
        return dossiers.stream().filter(Dossier::fits).toList();
    }

    /** Tries what only some of the candidates have, until one is left or there is nothing more to try. */
    List<Dossier> tellApart(Predicate<Dossier> among) {
        for (var owner : dossiers) {
            for (var other : dossiers) {
                if (owner != other && among.test(owner) && among.test(other)) {
                    tryOperation(owner, other);
                }
            }
        }
        var left = dossiers.stream().filter(among).toList();
        var undoubted = left.stream()
                .filter(dossier -> !dossier.has(Trait.OPERATION, Bearing.DOUBT))
                .toList();
        return undoubted.isEmpty() ? left : undoubted;
    }

    /** Tries the nearest operation that one candidate has and another has not; whether it is there, if that is clear. */
    Optional<Boolean> tryOperation(Dossier owner, Dossier other) {
        var worker = owner.isUnderstood() ? owner : other;
        if (!worker.isUnderstood()) {
            return Optional.empty();
        }
        var nearest = own(owner.edition(), other.edition()).stream()
                .map(operation -> new Probe(owner.speaker(), operation, worker.speaker(), creations.kind()))
                .filter(probe -> probe.way().isPresent())
                .min(Comparator.comparingInt(probe -> probe.way().orElseThrow().size()));
        if (nearest.isEmpty()) {
            return Optional.empty();
        }
        var operation = nearest.get().operation();
        var outcome = tried.computeIfAbsent(
                key(owner.edition(), operation), it -> nearest.get().tryIt());
        note(owner, other, operation, outcome);
        if (outcome.reply() == null || !outcome.reply().answered()) {
            return Optional.empty();
        }
        return Replies.succeeded(outcome.reply())
                ? Optional.of(true)
                : outcome.absent() ? Optional.of(false) : Optional.empty();
    }

    /** Signals of one edition at paths that another one has not. */
    private static List<Operation> own(Edition edition, Edition other) {
        var known = other.operations().values().stream().map(Operation::line).collect(Collectors.toSet());
        return edition.signals().stream()
                .filter(Operation::addressesFlow)
                .filter(operation -> !known.contains(operation.line()))
                .toList();
    }

    private void note(Dossier owner, Dossier other, Operation operation, Probe.Outcome outcome) {
        var reply = outcome.reply();
        if (reply == null || !reply.answered()) {
            var seen = reply == null ? "not sent" : Replies.observed(reply);
            var why = reply == null ? outcome.obstacle() : "it found no answer";
            once(owner, operation, Bearing.OPEN, reply, seen, why, null);
        } else if (Replies.succeeded(reply)) {
            var seen = Wording.seen(reply);
            once(owner, operation, Bearing.FOR, reply, seen, "an operation of this edition is there", null);
            var why = "an operation is there that this edition has not";
            once(other, operation, Bearing.DOUBT, reply, seen, why, "has " + operation.line());
        } else if (outcome.absent()) {
            var seen = Wording.seen(reply);
            var brief = "has no " + operation.line() + " (" + Wording.code(reply) + ")";
            once(owner, operation, Bearing.AGAINST, reply, seen, "an operation of this edition is not there", brief);
            once(other, operation, Bearing.FOR, reply, seen, "nor does this edition have it", null);
        } else {
            once(owner, operation, Bearing.OPEN, reply, Wording.seen(reply), "neither done nor unknown", null);
        }
    }

    private void once(
            Dossier dossier, Operation operation, Bearing bearing, Reply reply, String seen, String why, String tell) {
        if (noted.add(key(dossier.edition(), operation))) {
            dossier.note(Trait.OPERATION, bearing, operation.line(), reply, seen, why, tell);
        }
    }

    private static String key(Edition edition, Operation operation) {
        return edition.id() + " " + operation.line();
    }

    @Override
    public void close() {
        new ArrayList<>(dossiers).forEach(dossier -> dossier.speaker().flows().release());
    }
}
