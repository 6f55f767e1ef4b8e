package org.dpstck.dataplane.cases;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dpstck.core.check.AddressCheck;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.JsonLdReader;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.DataFlows;

/** Messages that are JSON-LD: whatever form they have, they are the same message. */
public final class JsonLdCases {

    private static final String FORMS = "JSON-LD-FORMS";
    private static final String CONTEXT = "JSON-LD-CONTEXT";
    private static final String PROPERTIES = "START-PROPERTIES";
    private static final String MEDIA_TYPE = "application/json";
    private static final int WITHOUT_CONTEXT = 193;

    @Case(
            value = "{0}-JSON-LD",
            title = "{0} {1} does what it does in its usual form",
            stimulus = "The plain message was accepted once. Now the same message comes in another form of JSON-LD.",
            expected = "A success and the same state.",
            fix = "Expand messages with a JSON-LD library before you read them; never look for names in the text.")
    @Verifies(FORMS)
    @Rows("forms")
    void formDoesNotMatter(Operation operation, JsonLdVariety variety, DataFlows flows, Edition edition) {
        flows.requireTwin(operation);
        var flow = flows.ready(operation);
        var body = variety.of(flow.message(operation), edition.jsonLd().orElseThrow());
        var reception = flow.receives(operation, MEDIA_TYPE, body);
        if (variety.position() == 0) {
            reception.isAccepted(FORMS, variety.text());
        } else {
            reception.shouldBeAccepted(FORMS, variety.position(), variety.text());
        }
        if (reception.succeeded()) {
            flow.status().is(flows.after(operation), FORMS, "after " + operation + " " + variety.text());
        }
    }

    @Case(
            value = "{0}-JSON-LD-ANSWER",
            title = "The answer to {0} of a {1} flow explains its own names",
            stimulus = "The message in its plain form; the answer is read with nothing but the context that it brings.",
            expected = "A message of the document's type with the members that are there; otherwise a warning.",
            fix = "Put a @context into the answer that explains every prefix and name, and name its @type.")
    @Verifies(CONTEXT)
    @Rows("answers")
    void answerExplainsItself(Operation operation, FlowKind kind, DataFlows flows, Judge judge, Edition edition) {
        var reception = flows.fresh(kind).receives(operation);
        if (!reception.succeeded()) {
            throw Unjudgeable.inconclusive("a prerequisite failed: " + operation + " gave "
                    + Replies.observed(reception.reply()) + "; see the case " + operation.requirement("ANSWER") + "."
                    + kind);
        }
        var read = Optional.ofNullable(reception.exchange().answer())
                .map(Exchange.Answer::body)
                .flatMap(new JsonLdReader(edition.jsonLd().orElseThrow())::byItself)
                .orElse(Map.of());
        var typed = operation.answer().message().equals(read.get("@type"));
        var address = reception.body().filter(AddressCheck::carries).isPresent();
        var whole = typed && (!address || read.containsKey("dataAddress"));
        var raw = Optional.ofNullable(reception.exchange().answer()).map(Exchange.Answer::body);
        if (!whole && raw.filter(JsonLdReader::namesContext).isPresent()) {
            throw Unjudgeable.untested("the answer names its context by a URL, and the suite fetches none");
        }
        if (!whole) {
            judge.warned(
                    CONTEXT,
                    WITHOUT_CONTEXT,
                    "@type " + operation.answer().message() + (address ? " and dataAddress" : "")
                            + ", by the context of the answer",
                    "by its own context the answer has " + (read.isEmpty() ? "nothing" : read.keySet()) + ": "
                            + Bodies.shown(reception.exchange().answer().body()),
                    reception.exchange());
        }
    }

    @Case(
            value = PROPERTIES,
            title = "{0} of a {1} flow with properties of any name is accepted",
            stimulus = "The plain message was accepted once. Now it has properties, as the example has.",
            expected = "A success.",
            fix = "Keep the properties, or ignore them; their names are anybody's.")
    @Verifies(PROPERTIES)
    @Rows("withProperties")
    void propertiesAreAccepted(Operation operation, FlowKind kind, DataFlows flows) {
        flows.requireTwin(operation, kind);
        var flow = flows.fresh(kind);
        var message = new LinkedHashMap<>(flow.message(operation));
        message.put("properties", Map.of("key", "value", "https://dpstck.org/ns/other", "another value"));
        flow.receives(operation, message).isAccepted(PROPERTIES, "with properties");
    }

    static Stream<Row> withProperties(Edition edition) {
        return edition.asks(PROPERTIES) ? Kinds.creations(edition) : Stream.empty();
    }

    static Stream<Row> forms(Edition edition) {
        return edition.jsonLd().isEmpty()
                ? Stream.empty()
                : edition.operations().values().stream()
                        .filter(operation -> operation.message() != null)
                        .flatMap(operation ->
                                Arrays.stream(JsonLdVariety.values()).map(variety -> Row.of(operation, variety)));
    }

    static Stream<Row> answers(Edition edition) {
        return edition.jsonLd().isEmpty() ? Stream.empty() : Kinds.creations(edition);
    }
}
