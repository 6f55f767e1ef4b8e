package org.dpstck.dataplane.cases;

import java.util.LinkedHashMap;
import java.util.stream.Stream;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.MediaTypes;
import org.dpstck.core.check.Places;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Direction;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.Side;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.CaseContext;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.DataFlow;
import org.dpstck.dataplane.flow.DataFlows;
import org.dpstck.dataplane.flow.Locations;
import org.dpstck.dataplane.flow.Reception;

/** §Prepare, §Start: what a data plane answers, at once or asynchronously. */
public final class CreationCases {

    private static final int CALLBACK_AFTER_200 = 34;
    private static final int UNDEFINED = 39;
    private static final int UNPREPARED = 154;

    @Case(
            value = "{0}-ANSWER",
            title = "{0} of a {1} flow is answered with the code that its state demands",
            stimulus = "The message in its plain form, for a new processId.",
            expected = "HTTP 200 with the final state, or HTTP 202 with the interim state, in the body.",
            fix = "Answer 200 when the transition is done and 202 while it goes on; no other code, and no mixture.")
    @Verifies({"{0}-200", "{0}-202?"})
    @Rows("creations")
    void codeFitsTheState(Operation operation, FlowKind kind, DataFlows flows, Judge judge, Edition edition) {
        var flow = flows.fresh(kind);
        var reception = flow.receives(operation)
                .isAccepted(operation.requirement("200"), "for a new processId of a " + kind + " flow");
        AnswerCodes.fit(operation, reception, judge, edition);
    }

    @Case(
            value = "{0}-ASYNC",
            title = "An asynchronous {0} of a {1} flow is answered with 202 and the interim state",
            stimulus =
                    "The message in its plain form, with whatever the trigger prescribes to make the answer asynchronous.",
            expected = "HTTP 202 with a message whose state is the interim state.",
            fix = "Answer 202 when the transition goes on after the answer, and report the state the flow is in.")
    @Verifies({"{0}-200", "{0}-202", "{0}-RESPONSE", "RESPONSE-JSON", "STATE-NAMES"})
    @Rows("asynchronousCreations")
    void acceptsNow(Operation operation, FlowKind kind, DataFlows flows, CaseContext context, Edition edition) {
        var flow = flows.fresh(kind);
        var reception = asynchronously(operation, flow, flows, context);
        AnswerCodes.fit(operation, reception, context.judge(), edition);
        isResponse(operation, reception, context.judge(), edition);
    }

    @Case(
            value = "{0}-LOCATION",
            title = "The Location of a 202 to {0} of a {1} flow leads to its status",
            stimulus =
                    "The message in its plain form, with whatever the trigger prescribes to make the answer asynchronous;"
                            + " then GET on the Location.",
            expected =
                    "A Location header that leads to the status of this flow, as an absolute URL, an absolute path or a"
                            + " path relative to the base URL.",
            fix = "Set Location to the flow's status resource, for example /dataflows/<id>/status below the base URL.")
    @Verifies("{0}-202-LOCATION")
    @Rows("asynchronousCreations")
    void locatesTheStatus(
            Operation operation,
            FlowKind kind,
            DataFlows flows,
            CaseContext context,
            SystemUnderTest system,
            Edition edition) {
        var flow = flows.fresh(kind);
        var reception = asynchronously(operation, flow, flows, context);
        var status = edition.message(edition.operation("status").answer().message());
        new Locations(system.url(), context.judge(), status.required().contains("dataFlowId"))
                .leadsToStatus(flow, reception, operation.requirement("202-LOCATION"));
    }

    @Case(
            value = "{0}-RESPONSE",
            title = "The answer to {0} of a {1} flow is a valid message",
            stimulus = "The message in its plain form, for a new processId.",
            expected = "A JSON object, declared as JSON, valid against the schema of the response message.",
            fix = "Send every required member in its type, and name states as the document does.")
    @Verifies({"{0}-RESPONSE", "RESPONSE-JSON", "STATE-NAMES"})
    @Rows("creations")
    void answersWithTheMessage(Operation operation, FlowKind kind, DataFlows flows, Judge judge, Edition edition) {
        var flow = flows.fresh(kind);
        var reception = accepted(operation, flow);
        isResponse(operation, reception, judge, edition);
    }

    @Case(
            value = "{0}-NO-CALLBACK",
            title = "A synchronous {0} of a {1} flow makes no callback",
            stimulus = "The message in its plain form; then the suite listens for a while.",
            expected = "After HTTP 200, nothing arrives at the callback address.",
            fix = "Call back only for transitions that were answered with 202: the answer itself reported the others.")
    @Verifies("RESPONSE-SIGNALS-ASYNCHRONOUS")
    @Rows("quietCreations")
    void synchronousAnswerNeedsNoCallback(
            Operation operation, FlowKind kind, DataFlows flows, Judge judge, Edition edition, SystemUnderTest system) {
        var flow = flows.fresh(kind);
        var reception = accepted(operation, flow);
        if (!operation.answer().hasStatus(reception.reply().status())) {
            throw Unjudgeable.untested("the system answered " + operation + " asynchronously (HTTP "
                    + reception.reply().status() + ")");
        }
        var callback = edition.callback(operation.asynchronous().callback());
        flow.inbox()
                .within(system.timeouts().quiet(), arrival -> flow.isCallback(arrival, callback))
                .forEach(arrival -> judge.warned(
                        "RESPONSE-SIGNALS-ASYNCHRONOUS",
                        CALLBACK_AFTER_200,
                        "no callback " + callback + " after HTTP "
                                + operation.answer().status(),
                        arrival.line(),
                        arrival.exchange()));
    }

    @Case(
            value = "PREPARE-OMITTED",
            title = "A {0} flow can be started without a prepare",
            stimulus = "start with a data address, for a new processId and the transfer type of a pull.",
            expected = "A success; HTTP 4xx draws a warning.",
            fix = "Make the consumer's flow with the start, and pull from the address that it brings.")
    @Verifies("PREPARE-OMITTED")
    @Rows("unprepared")
    void prepareCanBeOmitted(FlowKind kind, DataFlows flows, Edition edition) {
        flows.requireTwin(edition.creating(kind), kind);
        var start = edition.operation("start");
        var flow = flows.fresh(kind);
        var message = new LinkedHashMap<>(flow.message(start));
        message.put("dataAddress", flow.dataAddress());
        flow.receives(start, message).shouldBeAccepted("PREPARE-OMITTED", UNPREPARED, "of a " + kind + " flow");
    }

    static Stream<Row> unprepared(Edition edition) {
        return edition.asks("PREPARE-OMITTED")
                ? edition.kinds().stream()
                        .filter(kind -> kind.direction() == Direction.PULL && kind.side() == Side.CONSUMER)
                        .map(Row::of)
                : Stream.empty();
    }

    static Stream<Row> creations(Edition edition) {
        return Kinds.creations(edition);
    }

    static Stream<Row> quietCreations(Edition edition) {
        return edition.asks("RESPONSE-SIGNALS-ASYNCHRONOUS") ? Kinds.creations(edition) : Stream.empty();
    }

    static Stream<Row> asynchronousCreations(Edition edition) {
        return Kinds.asynchronousCreations(edition);
    }

    /** Sends the plain message where the case is about something else than whether it is accepted. */
    private static Reception accepted(Operation operation, DataFlow flow) {
        var reception = flow.receives(operation);
        if (!reception.succeeded()) {
            throw Unjudgeable.inconclusive("a prerequisite failed: " + operation + " gave "
                    + Replies.observed(reception.reply()) + "; see the case " + operation.requirement("ANSWER") + "."
                    + flow.kind());
        }
        return reception;
    }

    private static Reception asynchronously(Operation operation, DataFlow flow, DataFlows flows, CaseContext context) {
        var reception = flows.createdAsynchronously(flow, context);
        var asynchronous = operation.asynchronousAnswer().orElseThrow();
        var interim =
                reception.state().filter(asynchronous.state()::equalsIgnoreCase).isPresent();
        if (reception.succeeded() && reception.reply().status() != asynchronous.status() && !interim) {
            throw Unjudgeable.untested("the system answered " + operation + " synchronously (HTTP "
                    + reception.reply().status() + "), and nothing else makes it asynchronous");
        }
        if (!reception.succeeded()) {
            throw Unjudgeable.inconclusive("a prerequisite failed: asynchronous " + operation + " gave "
                    + Replies.observed(reception.reply()));
        }
        return reception;
    }

    private static void isResponse(Operation operation, Reception reception, Judge judge, Edition edition) {
        var requirement = operation.requirement("RESPONSE");
        var message = operation.answer().message();
        var body = reception.carries(message, requirement);
        MediaTypes.isDeclaredJson(reception.reply(), judge);
        // Where the edition demands the id, the schema has looked for it.
        if (!edition.conventions().flowsAreProcesses()
                && !edition.message(message).required().contains("dataFlowId")) {
            body.filter(it -> Bodies.string(it, "dataFlowId").isEmpty())
                    .ifPresent(it -> judge.warned(
                            requirement,
                            UNDEFINED,
                            "a dataFlowId, by which later requests name the flow",
                            "no dataFlowId in " + Bodies.shown(it.toString())
                                    + "; the suite goes by the Location or the" + " processId where one of them works",
                            reception.exchange(),
                            Places.missing("dataFlowId")));
        }
    }
}
