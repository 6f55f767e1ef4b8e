package org.dpstck.controlplane.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Json;
import org.dpstck.core.check.JsonLdReader;
import org.dpstck.core.check.MessageCheck;
import org.dpstck.core.edition.Message;
import org.dpstck.core.edition.TransferRules.Alternative;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.verdict.Judge;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks a signal of the system: its message in the form of the edition, and that form understood by itself.
 *
 * @param shared by the run
 * @param judge hears what is wrong
 */
record SignalCheck(Shared shared, Judge judge) {

    private static final String JSON_LD = "SENDS-JSON-LD";

    Optional<JsonNode> conforms(Message message, Arrival arrival, String requirement) {
        isUnderstood(message, arrival);
        var checked = Bodies.object(arrival.body())
                .map(body -> Json.text(completed(message, (ObjectNode) body.deepCopy(), arrival)))
                .orElse(arrival.body());
        var read = new MessageCheck(shared.edition(), shared.schemas(), judge)
                .conforms(message, checked, requirement, arrival.exchange());
        read.ifPresent(body -> shared.edition()
                .transfers()
                .naming()
                .due()
                .getOrDefault(message.name(), List.of())
                .forEach(member -> isThere(message, member, body, requirement, arrival)));
        return read;
    }

    private void isThere(Message message, String member, JsonNode body, String requirement, Arrival arrival) {
        if (body.path(member).asString("").isBlank()) {
            judge.violated(
                    requirement,
                    member + " in the " + message.name(),
                    "no " + member + " in " + Bodies.shown(body.toString()),
                    arrival.exchange());
        }
    }

    /** What a message means follows from the context that it brings along. */
    private void isUnderstood(Message message, Arrival arrival) {
        var form = shared.edition().jsonLd();
        if (form.isEmpty() || !judge.covers(JSON_LD)) {
            return;
        }
        var raw = arrival.exchange().request().body();
        var reader = new JsonLdReader(form.get());
        var known = reader.plain(raw).map(Map::keySet).orElse(Set.of());
        var own = reader.byItself(raw).map(Map::keySet).orElse(Set.of());
        // What the document does not name may mean nothing.
        var lost = known.stream()
                .filter(member -> !own.contains(member) && isNamed(message, member))
                .toList();
        if (!known.isEmpty() && JsonLdReader.namesContext(raw)) {
            // What is lost may be explained where nobody here has looked.
            return;
        }
        if (known.isEmpty() || !lost.isEmpty()) {
            judge.violated(
                    JSON_LD,
                    "a " + message.name() + " that is understood by the @context in it",
                    (known.isEmpty() ? "no JSON-LD" : "no context explains " + names(lost)) + " in "
                            + Bodies.shown(raw),
                    arrival.exchange());
        }
    }

    private boolean isNamed(Message message, String member) {
        return message.declares(member)
                || shared.edition().transfers().naming().of(message.name()).stream()
                        .anyMatch(each -> each.members().contains(member));
    }

    /** With a member for what others say in its place, so that it is not missed. */
    private ObjectNode completed(Message message, ObjectNode body, Arrival arrival) {
        for (var each : shared.edition().transfers().naming().of(message.name())) {
            if (!body.has(each.member()) && each.members().stream().allMatch(body::has)) {
                stands(each, body, arrival);
            }
        }
        return body;
    }

    private void stands(Alternative alternative, ObjectNode body, Arrival arrival) {
        if (judge.covers(alternative.requirement())) {
            judge.warned(
                    alternative.requirement(),
                    alternative.position(),
                    alternative.member() + " in the " + alternative.message(),
                    names(alternative.members()) + " in its place: " + Bodies.shown(body.toString()),
                    arrival.exchange());
        }
        body.set(alternative.member(), body.get(alternative.members().get(0)));
    }

    private static String names(List<String> names) {
        return String.join(" and ", names);
    }
}
