package org.dpstck.core.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.Message;
import org.dpstck.core.edition.MessageSchemas;
import org.dpstck.core.edition.MessageSchemas.SchemaProblem;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Place;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks a message of the system against its schema, member by member, with the leniency the positions ask for. */
public final class MessageCheck {

    private static final int NULL_AND_EMPTY = 137;
    private static final int EMPTY_REQUIRED = 60;
    private static final String ADDRESS_FORM = "DATA-ADDRESS-DSP";
    private static final String STATE_NAMES = "STATE-NAMES";

    private final Edition edition;
    private final MessageSchemas schemas;
    private final Judge judge;

    /** A check that reports to a judge. */
    public MessageCheck(Edition edition, MessageSchemas schemas, Judge judge) {
        this.edition = edition;
        this.schemas = schemas;
        this.judge = judge;
    }

    /**
     * Checks a body that has to be a message.
     *
     * @param requirement what a violation speaks of
     * @return the message, if it is a JSON object at all
     */
    public Optional<JsonNode> conforms(Message message, String body, String requirement, Exchange exchange) {
        var parsed = Bodies.object(body);
        if (parsed.isEmpty()) {
            judge.violated(
                    requirement,
                    "a " + message.name() + ", one JSON object, in " + Replies.place(exchange),
                    Bodies.shape(body),
                    exchange,
                    List.of(new Place("", "no JSON object")));
            return parsed;
        }
        var lenient = (ObjectNode) parsed.get().deepCopy();
        tolerate(message, lenient, requirement, exchange);
        for (var problem : schemas.validate(message.name(), lenient)) {
            report(message, problem, requirement, lenient, exchange);
        }
        return parsed;
    }

    /** Takes away what counts as absent, and warns. */
    private void tolerate(Message message, ObjectNode object, String requirement, Exchange exchange) {
        var absent = new ArrayList<String>();
        object.properties().forEach(member -> {
            var optional = !message.required().contains(member.getKey());
            if (optional && member.getValue().isNull() && declares(message, member.getKey())) {
                absent.add(member.getKey());
            } else if (member.getKey().equals("dataAddress")
                    && member.getValue().isObject()
                    && member.getValue().isEmpty()) {
                absent.add(member.getKey());
            } else if (!optional
                    && member.getValue().isString()
                    && member.getValue().asString().isEmpty()) {
                judge.warned(
                        requirement,
                        EMPTY_REQUIRED,
                        "a value for " + member.getKey(),
                        member.getKey() + " is an empty string",
                        exchange,
                        Places.member(member.getKey(), "empty"));
            }
        });
        for (var member : absent) {
            var value = String.valueOf(object.get(member));
            object.remove(member);
            judge.warned(
                    requirement,
                    NULL_AND_EMPTY,
                    "no member " + member + " at all",
                    member + " is " + value,
                    exchange,
                    Places.member(member, "counts as absent"));
        }
    }

    private static boolean declares(Message message, String member) {
        return message.schema().get("properties") instanceof Map<?, ?> properties && properties.containsKey(member);
    }

    /** Unknown states and malformed addresses break rules of their own, which other cases may be about. */
    private void report(
            Message message, SchemaProblem problem, String requirement, JsonNode parsed, Exchange exchange) {
        var broken = requirement;
        if (problem.pointer().startsWith("/dataAddress")) {
            broken = ADDRESS_FORM;
        } else if (problem.keyword().equals("enum") && isText(problem, parsed)) {
            broken = STATE_NAMES;
        }
        if (judge.covers(broken)) {
            judge.violated(
                    broken,
                    "a valid " + message.name() + " (" + edition.id() + ", §" + message.section() + ") in "
                            + Replies.place(exchange),
                    problem + " in " + Bodies.shown(parsed.toString()),
                    exchange,
                    List.of(Places.of(problem)));
        }
    }

    /** A state that is no text is no wrong name: it has the wrong type. */
    private static boolean isText(SchemaProblem problem, JsonNode parsed) {
        var state = parsed.get("state");
        return problem.pointer().equals("/state") && state != null && state.isString();
    }
}
