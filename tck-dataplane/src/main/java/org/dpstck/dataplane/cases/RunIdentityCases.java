package org.dpstck.dataplane.cases;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.exchange.Texts;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.CaseContext;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.DataFlows;

/** Ids over a whole run: what all answers and callbacks up to now bore. Runs after the other cases have begun. */
public final class RunIdentityCases {

    private static final String MESSAGE = "MESSAGE-ID";
    private static final String PLANE = "DATAPLANE-ID";
    private static final int FLOWS = 8;
    private static final int SHOWN = 60;

    @Case(
            value = "MESSAGE-ID-RUN",
            title = "No two messages of the run bear the same messageId",
            stimulus = "Several {0} requests; then all answers and callbacks of the run so far are compared.",
            expected =
                    "Each messageId once, requests included; only a message that is the same in every byte may repeat it.",
            fix = "Draw a new random messageId for every message, callbacks too; do not count from one at each start.")
    @Verifies(MESSAGE)
    @Rows("creationsWithMessageIds")
    void messageIdsAreUnique(Operation operation, DataFlows flows, Judge judge) {
        sendSome(operation, flows);
        flows.identities()
                .repeats()
                .forEach(repeat -> judge.violated(
                        MESSAGE,
                        "a messageId that no other message of the run bears",
                        "messageId " + Texts.oneLine(repeat.id(), SHOWN)
                                + " again, which another message bore in exchange " + repeat.first(),
                        repeat.second()));
    }

    @Case(
            value = "MESSAGE-ID-CALLBACK",
            title = "The callback after an asynchronous {0} of a {1} flow bears a messageId of its own",
            stimulus = "An asynchronous {0}; then its callback.",
            expected = "Another messageId in the callback than in the answer before it.",
            fix = "Draw a new messageId for the callback; it is another message than the answer.")
    @Verifies(MESSAGE)
    @Rows("callbacksWithMessageIds")
    void callbackHasAnIdOfItsOwn(
            Operation operation,
            FlowKind kind,
            DataFlows flows,
            CaseContext context,
            Edition edition,
            SystemUnderTest system) {
        var flow = flows.fresh(kind);
        var callback = edition.callback(operation.asynchronous().callback());
        var reception = flows.createdAsynchronously(flow, context);
        if (reception.reply().status() != operation.asynchronous().status()) {
            throw Unjudgeable.untested("no callback is due: " + operation + " gave "
                    + Replies.observed(reception.reply()) + "; see the case " + operation.requirement("ASYNC") + "."
                    + kind);
        }
        flows.proceed(flow);
        var arrival = flow.inbox()
                .await(it -> flow.isCallback(it, callback), system.timeouts().callback())
                .orElseThrow(() -> Unjudgeable.inconclusive("a prerequisite failed: the callback " + callback
                        + " did not arrive; see the case CALLBACK." + callback + "." + kind));
        var answered = reception.body().flatMap(body -> Bodies.string(body, "messageId"));
        Bodies.object(arrival.body())
                .flatMap(body -> Bodies.string(body, "messageId"))
                .filter(id -> answered.filter(id::equals).isPresent())
                .ifPresent(id -> context.judge()
                        .violated(
                                MESSAGE,
                                "a messageId that no message had before",
                                "messageId " + Texts.oneLine(id, SHOWN) + " again, which the answer to " + operation
                                        + " bore",
                                arrival.exchange()));
    }

    @Case(
            value = "DATAPLANE-ID-RUN",
            title = "All messages of the run bear the same dataplaneId",
            stimulus = "Several {0} requests; then all answers and callbacks of the run so far are compared.",
            expected = "One and the same dataplaneId.",
            fix =
                    "Configure the id of the data plane once, for every side, direction and instance behind the base URL.")
    @Verifies(PLANE)
    @Rows("creationsOfPlane")
    void dataplaneIdIsConstant(Operation operation, DataFlows flows, Judge judge) {
        sendSome(operation, flows);
        var planes = flows.identities().planes();
        if (planes.size() > 1) {
            judge.violated(
                    PLANE,
                    "one dataplaneId in all messages of the run",
                    "dataplaneIds "
                            + planes.entrySet().stream()
                                    .map(entry -> Texts.oneLine(entry.getKey(), SHOWN) + " in exchange "
                                            + entry.getValue().id())
                                    .sorted()
                                    .collect(Collectors.joining(", ")),
                    planes.values().iterator().next());
        }
    }

    static Stream<Row> creationsWithMessageIds(Edition edition) {
        return edition.asks(MESSAGE) ? edition.creating().stream().map(Row::of) : Stream.empty();
    }

    static Stream<Row> callbacksWithMessageIds(Edition edition) {
        return edition.asks(MESSAGE) ? Kinds.asynchronousCreations(edition) : Stream.empty();
    }

    static Stream<Row> creationsOfPlane(Edition edition) {
        return edition.asks(PLANE) ? edition.creating().stream().map(Row::of) : Stream.empty();
    }

    /** Enough to compare, also where this case was selected alone. */
    private static void sendSome(Operation operation, DataFlows flows) {
        FlowKind kind = flows.legal(operation).kind();
        for (int i = 0; i < FLOWS; i++) {
            flows.fresh(kind).receives(operation);
        }
    }
}
