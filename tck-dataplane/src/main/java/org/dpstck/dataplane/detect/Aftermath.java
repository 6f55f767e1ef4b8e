package org.dpstck.dataplane.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Replies;
import org.dpstck.core.detect.Evidence.Bearing;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.exchange.Reply;
import tools.jackson.databind.JsonNode;

/** Looks at a flow that a message made: the answer, the status, and the message that ends the flow. */
final class Aftermath {

    private final Attempt attempt;
    private final List<Dossier> dossiers;

    /**
     * The aftermath of a message that was accepted.
     *
     * @param dossiers of the candidates that have this form of message
     */
    Aftermath(Attempt attempt, List<Dossier> dossiers) {
        this.attempt = attempt;
        this.dossiers = dossiers;
    }

    /** Notes what the flow says of the candidates, and ends it. */
    void observe() {
        dossiers.forEach(this::answer);
        if (attempt.flow().dataFlowId().isPresent()) {
            status();
            end();
        } else {
            dossiers.forEach(Aftermath::unnamed);
        }
    }

    private void answer(Dossier dossier) {
        var demanded = dossier.speaker().answered(attempt.kind());
        var reply = attempt.reply();
        var sent = attempt.form().line();
        var body = Bodies.object(reply.text());
        if (body.isEmpty()) {
            var meaning = "the answer holds no message";
            dossier.note(
                    Trait.ANSWER, Bearing.AGAINST, sent, reply, Wording.seen(reply), meaning, "answers without one");
            return;
        }
        var lacking =
                demanded.stream().filter(member -> lacks(body.get(), member)).toList();
        var has = lacking.isEmpty();
        var about = has
                ? "the answer has " + Wording.names(demanded)
                : "the answer has no " + Wording.names(lacking) + ", which this edition demands";
        var tell = has ? null : "answers without " + Wording.names(lacking);
        dossier.note(Trait.ANSWER, has ? Bearing.FOR : Bearing.AGAINST, sent, reply, Wording.seen(reply), about, tell);
    }

    private static boolean lacks(JsonNode body, String member) {
        var value = body.get(member);
        return value == null || value.isNull();
    }

    private static void unnamed(Dossier dossier) {
        var why = "the answer names no dataFlowId to ask for";
        dossier.speaker()
                .status()
                .ifPresent(it -> dossier.note(Trait.STATUS, Bearing.OPEN, it.line(), null, "not sent", why, null));
    }

    /** Each path is asked once. */
    private void status() {
        var replies = new LinkedHashMap<String, Reply>();
        var absent = new HashMap<String, Boolean>();
        for (var dossier : dossiers) {
            dossier.speaker().status().ifPresent(operation -> {
                var reply = replies.computeIfAbsent(
                        operation.line(),
                        line -> dossier.speaker().view(attempt.flow()).send(operation, Creations.PURPOSE));
                var missing = absent.computeIfAbsent(
                        operation.line(),
                        line -> Absence.of(operation, dossier.speaker().view(attempt.flow()), reply));
                status(dossier, operation, reply, missing);
            });
        }
    }

    private static void status(Dossier dossier, Operation operation, Reply reply, boolean missing) {
        var line = operation.line();
        var told = Replies.succeeded(reply)
                && Bodies.object(reply.text()).filter(body -> body.has("state")).isPresent();
        var bearing = told ? Bearing.FOR : missing ? Bearing.AGAINST : Bearing.OPEN;
        var meaning =
                switch (bearing) {
                    case FOR -> "the status of a flow stands there";
                    case AGAINST -> "the status of a flow does not stand there";
                    default -> "no status, but something is there";
                };
        dossier.note(Trait.STATUS, bearing, line, reply, Wording.seen(reply), meaning, null);
    }

    /** Ends the flow with the shortest message first: one that is refused speaks for the editions that demand more. */
    private void end() {
        var forms = new LinkedHashMap<Set<String>, List<Dossier>>();
        dossiers.stream()
                .filter(dossier -> dossier.speaker().ending().isPresent())
                .sorted(Comparator.comparingInt(
                        dossier -> dossier.speaker().endingMembers().size()))
                .forEach(dossier -> forms.computeIfAbsent(
                                new LinkedHashSet<>(dossier.speaker().endingMembers()), it -> new ArrayList<>())
                        .add(dossier));
        var tried = new LinkedHashMap<Set<String>, Reply>();
        for (var form : forms.entrySet()) {
            var speaker = form.getValue().get(0).speaker();
            var reply = speaker.view(attempt.flow()).send(speaker.ending().orElseThrow(), Creations.PURPOSE);
            tried.put(form.getKey(), reply);
            if (Replies.succeeded(reply)) {
                note(forms, tried, form.getKey());
                return;
            }
        }
    }

    private static void note(Map<Set<String>, List<Dossier>> forms, Map<Set<String>, Reply> tried, Set<String> ended) {
        for (var form : forms.entrySet()) {
            for (var dossier : forms.size() > 1 ? form.getValue() : List.<Dossier>of()) {
                var line = dossier.speaker().ending().orElseThrow().line();
                var own = tried.get(form.getKey());
                var lacking = new LinkedHashSet<>(dossier.speaker().endingDemands());
                lacking.removeAll(ended);
                var more = new LinkedHashSet<>(ended);
                more.removeAll(form.getKey());
                if (form.getKey().equals(ended)) {
                    dossier.note(
                            Trait.END, Bearing.FOR, line, own, Wording.code(own), "its message ends the flow", null);
                } else if (own != null && Replies.refused(own)) {
                    var tell = "refused to end a flow without " + Wording.names(more);
                    var meaning = "its message is refused, and one with " + Wording.names(more) + " is accepted";
                    dossier.note(Trait.END, Bearing.AGAINST, line, own, Wording.code(own), meaning, tell);
                } else if (own == null && !lacking.isEmpty()) {
                    var reply = tried.get(ended);
                    var meaning = "a message without " + Wording.names(lacking) + " is accepted, too";
                    var tell = "ended a flow without " + Wording.names(lacking);
                    dossier.note(Trait.END, Bearing.DOUBT, line, reply, Wording.code(reply), meaning, tell);
                }
            }
        }
    }
}
