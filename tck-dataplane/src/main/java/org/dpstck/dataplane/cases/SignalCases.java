package org.dpstck.dataplane.cases;

import java.util.stream.Stream;
import org.dpstck.core.check.MediaTypes;
import org.dpstck.core.check.Places;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Answer;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.Given;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.DataFlows;

/** §Started Notification, §Suspend, §Terminate, §Completed: how a legal signal is answered. */
public final class SignalCases {

    @Case(
            value = "{0}-ANSWER",
            title = "{0} is answered with the code of its table: {1}",
            stimulus = "A flow is brought into a state in which the signal is legal; then it is sent.",
            expected = "HTTP 200.",
            fix = "Answer 200 for a signal that was carried out.")
    @Verifies("{0}-200")
    @Rows("legalSignals")
    void legalSignalIsAnswered(Operation operation, Given given, DataFlows flows) {
        var flow = flows.in(given);
        var reception = flow.receives(operation).isAnswered(operation.requirement("200"));
        if (!reception.succeeded() && reception.reply().status() < 500) {
            throw Unjudgeable.inconclusive("there is no success to look at: " + operation + " in " + given.state()
                    + " gave " + Replies.observed(reception.reply()) + "; see the case STATE-MOVES." + given + "."
                    + operation);
        }
        if (reception.announced().isEmpty()) {
            reception.hasStatus(operation.answer().status(), operation.requirement("200"));
        }
    }

    @Case(
            value = "{0}-RESPONSE",
            title = "The answer to {0} is a valid message: {1}",
            stimulus = "A flow is brought into a state in which the signal is legal; then it is sent.",
            expected = "A JSON object, declared as JSON, valid against the schema of its message, with the next state.",
            fix = "Send every required member in its type, and the state that the signal has led to.")
    @Verifies({"{0}-RESPONSE", "RESPONSE-JSON", "STATE-NAMES"})
    @Rows("answeredSignals")
    void signalIsAnsweredWithAMessage(Operation operation, Given given, DataFlows flows, Judge judge) {
        var flow = flows.in(given);
        var reception = flow.receives(operation);
        if (!reception.succeeded()) {
            throw Unjudgeable.inconclusive("a prerequisite failed: " + operation + " in " + given.state() + " gave "
                    + Replies.observed(reception.reply()) + "; see the case STATE-MOVES." + given + "." + operation);
        }
        var requirement = operation.requirement("RESPONSE");
        reception.carries(operation.answer().message(), requirement);
        MediaTypes.isDeclaredJson(reception.reply(), judge);
        var announced = reception.announced().map(Answer::state);
        reception
                .state()
                .filter(said -> announced.isPresent() && !said.equalsIgnoreCase(announced.get()))
                .ifPresent(said -> judge.violated(
                        requirement,
                        "state " + announced.get(),
                        "state " + said,
                        reception.exchange(),
                        Places.member("state", "not " + announced.get())));
    }

    @Case(
            value = "{0}-EMPTY-BODY",
            title = "{0} works with an empty body",
            stimulus = "A flow is brought into a state in which the signal is legal; then it is sent without a body and"
                    + " without a Content-Type.",
            expected = "A success.",
            fix = "Do not require a body or a media type where the table says: empty body.")
    @Verifies("{0}-EMPTY-BODY")
    @Rows("signalsWithoutMessage")
    void emptyBodyIsAccepted(Operation operation, DataFlows flows) {
        var flow = flows.ready(operation);
        flow.receives(operation, null, null).isAccepted(operation.requirement("EMPTY-BODY"), "with an empty body");
    }

    @Case(
            value = "{0}-WITH-BODY",
            title = "{0} copes with more than an empty body: {1}",
            stimulus =
                    "The operation was accepted once with an empty body. Now it has the body {} or, without a body, the"
                            + " header Content-Type: application/json.",
            expected = "A success or HTTP 4xx.",
            fix = "Ignore the body of a request that needs none; many clients send {} all the same.")
    @Verifies("{0}-EMPTY-BODY")
    @Rows("bodilessSignals")
    void otherBodiesBreakNothing(Operation operation, String form, DataFlows flows) {
        flows.requireTwin(operation);
        var object = form.equals("object");
        flows.ready(operation)
                .receives(operation, "application/json", object ? "{}" : "")
                .isTakenOrRefused(
                        operation.requirement("EMPTY-BODY"), object ? "with the body {}" : "with a Content-Type only");
    }

    @Case(
            value = "{0}-CODE",
            title = "The code of the answer to {0} fits the state it reports: {1}",
            stimulus = "A flow is brought into a state in which the signal is legal; then it is sent.",
            expected = "HTTP 200 with the final state, or HTTP 202 with the interim state.",
            fix = "Answer 200 when the transition is done and 202 while it goes on.")
    @Verifies({"{0}-200", "{0}-202"})
    @Rows("asynchronousSignals")
    void codeFitsTheState(Operation operation, Given given, DataFlows flows, Judge judge, Edition edition) {
        var reception = flows.in(given).receives(operation);
        if (!reception.succeeded()) {
            throw Unjudgeable.inconclusive("a prerequisite failed: " + operation + " in " + given.state() + " gave "
                    + Replies.observed(reception.reply()) + "; see the case STATE-MOVES." + given + "." + operation);
        }
        AnswerCodes.fit(operation, reception, judge, edition);
    }

    static Stream<Row> legalSignals(Edition edition) {
        return edition.signals().stream()
                .filter(operation -> !operation.creates())
                .flatMap(operation -> edition.kinds().stream()
                        .filter(kind -> operation.sides().contains(kind.side()))
                        .filter(kind -> Kinds.hasEdge(edition, operation, kind))
                        .map(kind -> Row.of(operation, Legal.of(edition, operation, kind))));
    }

    static Stream<Row> answeredSignals(Edition edition) {
        return legalSignals(edition)
                .filter(row -> ((Operation) row.arguments().get(0)).answer().message() != null);
    }

    static Stream<Row> signalsWithoutMessage(Edition edition) {
        return edition.signals().stream()
                .filter(operation -> operation.message() == null)
                .map(Row::of);
    }

    static Stream<Row> asynchronousSignals(Edition edition) {
        return legalSignals(edition).filter(row -> ((Operation) row.arguments().get(0))
                .asynchronousAnswer()
                .isPresent());
    }

    static Stream<Row> bodilessSignals(Edition edition) {
        return edition.signals().stream()
                .filter(operation -> operation.message() == null)
                .flatMap(operation -> Stream.of(Row.of(operation, "object"), Row.of(operation, "media-type")));
    }
}
