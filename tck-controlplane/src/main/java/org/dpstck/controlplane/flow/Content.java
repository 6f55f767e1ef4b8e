package org.dpstck.controlplane.flow;

import java.util.List;
import java.util.Optional;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.MediaTypes;
import org.dpstck.core.check.MessageCheck;
import org.dpstck.core.check.Places;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Message;
import org.dpstck.core.edition.MessageSchemas.SchemaProblem;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.verdict.Judge;
import tools.jackson.databind.JsonNode;

/** Checks what the system sends: signals to its data plane, messages and answers to the counter-party. */
public final class Content {

    private final Shared shared;
    private final Judge judge;

    Content(Shared shared, Judge judge) {
        this.shared = shared;
        this.judge = judge;
    }

    /** A signal whose body has to be a message of the edition. */
    public Optional<JsonNode> signal(Message message, Arrival arrival, String requirement) {
        return new SignalCheck(shared, judge).conforms(message, arrival, requirement);
    }

    /** An answer whose body has to be a message of the edition. */
    public Optional<JsonNode> message(Message message, Reply reply, String requirement) {
        return new MessageCheck(shared.edition(), shared.schemas(), judge)
                .conforms(message, reply.text(), requirement, reply.exchange());
    }

    /** A body that has to be a message of the transfer process. */
    public Optional<DspMessage> dataspace(String type, String body, String requirement, Exchange exchange) {
        var parsed = Bodies.object(body).map(raw -> DspMessage.of(raw, shared.protocol()));
        if (parsed.isEmpty()) {
            judge.violated(
                    requirement,
                    "a " + type + ", one JSON object, in " + Replies.place(exchange),
                    Bodies.shape(body),
                    exchange);
            return parsed;
        }
        shared.schemas()
                .validate(type, parsed.get().body())
                .forEach(problem -> report(type, problem, body, requirement, exchange));
        return parsed;
    }

    private void report(String type, SchemaProblem problem, String body, String requirement, Exchange exchange) {
        judge.violated(
                requirement,
                "a valid " + type + " (" + shared.protocol().title() + ") in " + Replies.place(exchange),
                problem + " in " + Bodies.shown(body),
                exchange,
                List.of(Places.of(problem)));
    }

    /** A request whose media type has to be JSON. */
    public void isJson(Arrival arrival, String requirement) {
        MediaTypes.isDeclaredJson(arrival.header("Content-Type").orElse(null), arrival.exchange(), judge, requirement);
    }

    /** An answer whose media type has to be JSON. */
    public void isJson(Reply reply, String requirement) {
        MediaTypes.isDeclaredJson(reply.header("Content-Type").orElse(null), reply.exchange(), judge, requirement);
    }

    /** A member that has to have a value. */
    public void member(JsonNode body, String member, String wanted, String requirement, Exchange exchange) {
        var value = body.get(member);
        if (value == null || !wanted.equals(value.asString(""))) {
            judge.violated(
                    requirement,
                    member + " \"" + wanted + "\" in " + Replies.place(exchange),
                    value == null ? "no " + member + " in " + Bodies.shown(body.toString()) : member + " is " + value,
                    exchange,
                    value == null ? Places.missing(member) : Places.member(member, "not " + wanted));
        }
    }

    /** The request is refused with a client error; anything else is a violation. */
    public boolean refused(Reply reply, String requirement, String what) {
        if (Replies.refused(reply)) {
            return true;
        }
        judge.violated(requirement, "HTTP 4xx " + what, Replies.observed(reply), reply.exchange());
        return false;
    }

    /** The request is answered with a code; anything else is a violation. */
    public boolean answered(Reply reply, int status, String requirement, String what) {
        if (reply.answered() && reply.status() == status) {
            return true;
        }
        judge.violated(requirement, "HTTP " + status + " " + what, Replies.observed(reply), reply.exchange());
        return false;
    }
}
