package org.dpstck.dataplane.cases;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Cell;
import org.dpstck.core.edition.Cell.Moves;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.Given;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.exchange.Simultaneous;
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

/** §State Machine Definition: an end that comes while the flow is on its way to another state is an end all the same. */
public final class CrossingCases {

    private static final String FINAL = "TERMINAL-FINAL";
    private static final String TERMINATE = "terminate";
    private static final int ROUNDS = 3;

    @Case(
            value = "FINAL-SIMULTANEOUS",
            title = "A flow that is terminated while it gets another signal is over: {0}",
            stimulus =
                    "A flow in the state; the signal and terminate are sent at the same time. Three times, each time to"
                            + " another flow.",
            expected =
                    "Where terminate succeeds the flow is TERMINATED when both are answered, whichever was served first.",
            fix =
                    "Look at the state and change it in one step, under a lock or with an optimistic check of the version.")
    @Verifies(FINAL)
    @Rows("moving")
    void terminationWins(Cell cell, DataFlows flows, Judge judge, Edition edition, CaseContext context) {
        var terminate = edition.operation(TERMINATE);
        var ended = 0;
        for (var round = 0; round < ROUNDS; round++) {
            var flow = flows.in(cell.given());
            var replies = Simultaneous.replies(
                    context.journal(), List.of(request(flow, cell.signal()), request(flow, terminate)));
            if (Replies.succeeded(replies.get(1))) {
                flow.status()
                        .is(
                                flows.after(terminate),
                                FINAL,
                                "for ever, also when " + cell.signal() + " came at the same time");
                judge.stop();
                ended++;
            }
        }
        if (ended == 0) {
            throw Unjudgeable.untested("the system refuses terminate while it serves " + cell.signal());
        }
    }

    @Case(
            value = "FINAL-CROSSING",
            title = "A flow that is terminated just when its pending transition ends is over: {0}",
            stimulus =
                    "An asynchronous prepare or start; the pending transition is given the chance to finish, and terminate"
                            + " follows at once.",
            expected = "Where terminate succeeds the flow stays TERMINATED.",
            fix = "Look at the state and change it in one step when a pending transition comes to its end.")
    @Verifies(FINAL)
    @Rows("pending")
    void terminationIsNotUndone(Given given, DataFlows flows, Edition edition, SystemUnderTest system) {
        var flow = flows.in(given);
        Pending.proceed(flows, flow);
        var terminate = edition.operation(TERMINATE);
        var reception = flow.receives(terminate);
        if (!reception.succeeded()) {
            throw Unjudgeable.untested("the system refuses terminate when a pending transition ends: "
                    + Replies.observed(reception.reply()));
        }
        flow.inbox().within(system.timeouts().quiet(), arrival -> false);
        flow.status().is(flows.after(terminate), FINAL, "still, a while after it was terminated");
    }

    private static Supplier<Reply> request(DataFlow flow, Operation operation) {
        var message = flow.message(operation);
        return () -> flow.send(operation, "at the same time", message);
    }

    /** What moves a flow from one state where it can be terminated to another. */
    static Stream<Row> moving(Edition edition) {
        return Kinds.cells(edition, Moves.class)
                .filter(cell -> !cell.state().interim()
                        && !((Moves) cell.expectation()).to().terminal())
                .map(Row::of);
    }

    static Stream<Row> pending(Edition edition) {
        return FinalityCases.pending(edition);
    }
}
