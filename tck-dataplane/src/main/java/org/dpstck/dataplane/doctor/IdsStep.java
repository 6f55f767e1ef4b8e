package org.dpstck.dataplane.doctor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dpstck.core.check.Replies;
import org.dpstck.core.doctor.Finding;
import org.dpstck.core.doctor.Rounds;
import org.dpstck.core.doctor.Step;
import org.dpstck.core.edition.Direction;
import org.dpstck.core.exchange.Texts;

/** Prepare and start are accepted for every declared kind of flow, with the ids and types of the description. */
final class IdsStep implements Step<Examination> {

    static final String ID = "ids";

    /** Said by checks that need a flow, of any kind. */
    static final String BLAMED = Rounds.because(ID);

    private static final int SHOWN = 60;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<String> standsOn() {
        return List.of(EditionStep.ID);
    }

    @Override
    public Finding look(Examination examination) {
        var refused = examination.openings().stream()
                .filter(opening -> !opening.accepted())
                .toList();
        var accepted = examination.accepted().stream().map(String::valueOf).collect(Collectors.joining(", "));
        if (refused.isEmpty()) {
            return identified(examination, accepted);
        }
        var answers = new LinkedHashMap<String, List<String>>();
        refused.forEach(opening -> answers.computeIfAbsent(
                        opening.operation() + " gave " + Replies.observed(opening.reply()), it -> new ArrayList<>())
                .add(opening.kind().id()));
        var observed = answers.entrySet().stream()
                .map(answer -> String.join(", ", answer.getValue()) + ": " + answer.getKey())
                .collect(Collectors.joining("; "));
        return Finding.problem(
                observed + (accepted.isEmpty() ? "" : "; accepted for " + accepted),
                accepted.isEmpty()
                        ? "No flow can be made, so nothing can be judged."
                        : "Every case about these kinds of flow fails or is inconclusive.",
                changes(refused, accepted).toArray(String[]::new));
    }

    private static Finding identified(Examination examination, String accepted) {
        var nameless = examination.openings().stream()
                .filter(opening -> opening.flow().dataFlowId().isEmpty())
                .toList();
        if (nameless.isEmpty()) {
            return Finding.ok("accepted for " + accepted);
        }
        var opening = nameless.get(0);
        return Finding.warning(
                "accepted for " + accepted + ", but " + opening.operation() + " of a " + opening.kind()
                        + " flow names no dataFlowId: " + Replies.observed(opening.reply()),
                "Nothing can be asked of a flow without an id. A run will tell.",
                "Have the system name dataFlowId in its answers.");
    }

    private static List<String> changes(List<Opening> refused, String accepted) {
        var changes = new ArrayList<String>();
        var failing = refused.stream()
                .filter(opening -> opening.reply().status() >= 500)
                .findFirst();
        failing.ifPresent(opening -> changes.add("HTTP " + opening.reply().status()
                + " is a fault of the system, whatever was sent: its log says more. An id that it does not know may be"
                + " behind it."));
        var named = suspects(refused, true);
        var suspects = named.isEmpty() ? suspects(refused, false) : named;
        changes.add((named.isEmpty()
                        ? "The answer names no value. Write what the system knows into the keys: "
                        : "The answer speaks of what these keys say; write what the system knows: ")
                + suspects.entrySet().stream()
                        .map(key -> key.getKey() + " (now " + Texts.oneLine(key.getValue(), SHOWN) + ")")
                        .collect(Collectors.joining(", ")));
        changes.add("If it insists on further members, give them with message.properties, message.metadata or"
                + " message.labels.");
        if (!accepted.isEmpty()) {
            changes.add("If it does not serve "
                    + refused.stream().map(opening -> opening.kind().id()).collect(Collectors.joining(", "))
                    + ", take the side or the direction out of capabilities.");
        }
        return changes;
    }

    /** Keys whose member or value the refusals name, with the values; or all keys that messages take values from. */
    private static Map<String, String> suspects(List<Opening> refused, boolean named) {
        var suspects = new LinkedHashMap<String, String>();
        for (var opening : refused) {
            var text = opening.reply().text();
            var keys = keys(opening);
            opening.flow().message(opening.operation()).forEach((member, value) -> {
                var key = keys.get(member);
                if (key != null && (!named || names(text, member, String.valueOf(value)))) {
                    suspects.put(key, String.valueOf(value));
                }
            });
        }
        return suspects;
    }

    private static boolean names(String text, String member, String value) {
        var line = text.toLowerCase(Locale.ROOT);
        return line.contains(member.toLowerCase(Locale.ROOT))
                || line.contains(value.toLowerCase(Locale.ROOT))
                || words(member).stream().allMatch(line::contains);
    }

    /** {@code transferType} as it stands in prose: transfer, type. */
    private static TreeSet<String> words(String member) {
        var words = new TreeSet<String>();
        for (var word : member.split("(?=[A-Z])")) {
            words.add(word.toLowerCase(Locale.ROOT));
        }
        return words;
    }

    /** Members of a message with the key that gives their value, as the templates of the edition say. */
    private static Map<String, String> keys(Opening opening) {
        var keys = new LinkedHashMap<String, String>();
        var types = opening.kind().direction() == Direction.PUSH ? "transferTypes.push" : "transferTypes.pull";
        opening.templates().forEach((member, template) -> {
            switch (String.valueOf(template)) {
                case "{participant}" -> keys.put(member, "ids.participant");
                case "{counterParty}" -> keys.put(member, "ids.counterParty");
                case "{dataspaceContext}" -> keys.put(member, "ids.dataspaceContext");
                case "{agreement}" -> keys.put(member, "ids.agreement");
                case "{dataset}" -> keys.put(member, "ids.dataset");
                case "{transferType}" -> keys.put(member, types);
                default -> {
                    // Made for each flow, or the same for everybody: no key gives it.
                }
            }
        });
        return keys;
    }
}
