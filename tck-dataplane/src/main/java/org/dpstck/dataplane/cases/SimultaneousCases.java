package org.dpstck.dataplane.cases;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Cell;
import org.dpstck.core.edition.Cell.Moves;
import org.dpstck.core.edition.Cell.Refused;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.exchange.Simultaneous;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.CaseContext;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.DataFlow;
import org.dpstck.dataplane.flow.DataFlows;

/** §Prepare, §Start: messages for one processId that come at the same time. */
public final class SimultaneousCases {

    private static final int MESSAGES = 4;
    private static final int ROUNDS = 3;
    private static final int SERVER_ERROR = 500;

    @Case(
            value = "{0}-SIMULTANEOUS",
            title = "Of {0} messages for one processId that come at the same time one makes a flow: {1}",
            stimulus =
                    "The plain message was accepted once. Now four messages with the same new processId, each with a messageId"
                            + " of its own, are sent at the same time; three times, each time for another processId.",
            expected =
                    "One flow: a single success, and HTTP 4xx for the others. Where a repeated message may be answered"
                            + " with the flow that is there, several successes with its id.",
            fix = "Look the processId up and add the flow in one step, under a lock or with a unique index, and turn a"
                    + " violated index into a 4xx.")
    @Verifies("{requirement}")
    @Rows("creations")
    void oneOfThemMakesTheFlow(
            Operation operation, FlowKind kind, DataFlows flows, Judge judge, Edition edition, CaseContext context) {
        flows.requireTwin(operation, kind);
        for (var round = 0; round < ROUNDS; round++) {
            var flow = flows.fresh(kind);
            var replies = Simultaneous.replies(
                    context.journal(),
                    IntStream.range(0, MESSAGES)
                            .mapToObj(any -> request(flow, operation))
                            .toList());
            judge(replies, operation, again(edition, operation, kind), judge);
            judge.stop();
            replies.stream().filter(Replies::succeeded).findFirst().ifPresent(flow::isIdentifiedBy);
        }
    }

    static Stream<Row> creations(Edition edition) {
        return edition.kinds().stream()
                .filter(kind -> !(again(edition, edition.creating(kind), kind) instanceof Moves))
                .map(kind -> Row.of(edition.creating(kind), kind)
                        .verifying(again(edition, edition.creating(kind), kind).requirement()));
    }

    private static Cell.Expectation again(Edition edition, Operation operation, FlowKind kind) {
        return edition.machine()
                .expectation(kind, edition.machine().state(operation.answer().state()), operation);
    }

    private static Supplier<Reply> request(DataFlow flow, Operation operation) {
        var message = flow.message(operation);
        return () -> flow.send(operation, "at the same time", message);
    }

    private static void judge(List<Reply> replies, Operation operation, Cell.Expectation again, Judge judge) {
        replies.stream().filter(reply -> !reply.answered()).findFirst().ifPresent(reply -> {
            throw Unjudgeable.inconclusive("one of " + MESSAGES + " requests at the same time found no answer: "
                    + reply.failure().text());
        });
        replies.stream()
                .filter(reply -> reply.status() >= SERVER_ERROR)
                .findFirst()
                .ifPresent(reply -> judge.violated(
                        again.requirement(),
                        "every " + operation
                                + " for a processId but the first is refused with HTTP 4xx, also at the same" + " time",
                        "HTTP " + reply.status() + ", a server error for a client's fault: "
                                + Bodies.shown(reply.text()),
                        reply.exchange()));
        var accepted = replies.stream().filter(Replies::succeeded).toList();
        var named = accepted.stream()
                .flatMap(reply -> Bodies.object(reply.text()).stream())
                .flatMap(body -> Bodies.string(body, "dataFlowId").stream())
                .distinct()
                .toList();
        if (named.size() > 1 || accepted.size() > 1 && again instanceof Refused) {
            judge.violated(
                    again.requirement(),
                    "one flow for " + MESSAGES + " " + operation
                            + " messages with one processId that come at the same time",
                    accepted.size() + " of them are accepted, and name " + named.size() + " flows: "
                            + String.join(", ", named),
                    accepted.get(1).exchange());
        }
    }
}
