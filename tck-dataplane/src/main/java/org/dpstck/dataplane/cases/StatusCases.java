package org.dpstck.dataplane.cases;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.dpstck.core.check.MediaTypes;
import org.dpstck.core.check.Places;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Given;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.DataFlow;
import org.dpstck.dataplane.flow.DataFlows;
import org.dpstck.dataplane.flow.Reception;

/** §Status. */
public final class StatusCases {

    private static final String CODE = "STATUS-200";
    private static final String STATE = "STATUS-STATE";
    private static final String RESPONSE = "STATUS-RESPONSE";
    private static final int PURGED = 31;
    private static final Set<Integer> CLOSED_DOORS = Set.of(401, 403);

    @Case(
            value = "STATUS-STATE",
            title = "The status of a flow names its state: {0}",
            stimulus = "A flow is brought into the state by signals that were accepted; then its status is asked for.",
            expected = "HTTP 200 with that state. A refusal for a flow that has ended (404 is usual) draws a warning.",
            fix = "Report the state the flow is in at that moment, and keep ended flows long enough to be asked about.")
    @Verifies({CODE, STATE})
    @Rows("givens")
    void statusNamesTheState(Given given, DataFlows flows, Judge judge, Edition edition, SystemUnderTest system) {
        var flow = flows.reached(given);
        var reception = flow.receives(edition.operation("status")).isAnswered(CODE);
        if (given.state().terminal()
                && reception.refused()
                && !isClosedDoor(reception.reply().status())) {
            judge.warned(
                    CODE,
                    PURGED,
                    "HTTP 200 with " + given.state(),
                    Replies.observed(reception.reply()),
                    reception.exchange());
            return;
        }
        reception.hasStatus(edition.operation("status").answer().status(), CODE, " of a flow that is " + given.state());
        judge.stop();
        // Spelling is the business of STATUS-RESPONSE; here it only matters which state is meant.
        var named = reception.state().map(text -> text.toUpperCase(Locale.ROOT));
        if (named.isEmpty()) {
            throw Unjudgeable.inconclusive("the status names no state: " + Replies.observed(reception.reply())
                    + "; see the case STATUS-RESPONSE." + given.kind());
        }
        if (!given.state().isCalled(named.get())) {
            disagreed(given, flow, reception, judge, edition, system, named.get());
        }
    }

    @Case(
            value = "STATUS-RESPONSE",
            title = "The status of a {0} flow is a valid message",
            stimulus = "A flow is made; then its status is asked for.",
            expected = "A JSON object, declared as JSON, valid against the schema of the status message.",
            fix = "Send dataFlowId and state, and name states as the document does.")
    @Verifies({RESPONSE, "RESPONSE-JSON", "STATE-NAMES"})
    @Rows("kinds")
    void statusIsTheMessage(FlowKind kind, DataFlows flows, Judge judge, Edition edition) {
        var operation = edition.operation("status");
        var reception = flows.created(kind).receives(operation);
        if (!operation.answer().hasStatus(reception.reply().status())) {
            throw Unjudgeable.inconclusive("there is no status message to look at: "
                    + Replies.observed(reception.reply()) + "; see the cases STATUS-STATE." + kind + ".*");
        }
        reception.carries(operation.answer().message(), RESPONSE);
        MediaTypes.isDeclaredJson(reception.reply(), judge);
    }

    static Stream<Row> givens(Edition edition) {
        return Kinds.givens(edition).map(Row::of);
    }

    static Stream<Row> kinds(Edition edition) {
        return edition.kinds().stream().map(Row::of);
    }

    /** Authorization is no reason to refuse a flow that was spoken of with the same credentials before. */
    private static boolean isClosedDoor(int status) {
        return CLOSED_DOORS.contains(status);
    }

    /** An interim state that has passed by itself proves nothing against the status. */
    private static void disagreed(
            Given given,
            DataFlow flow,
            Reception reception,
            Judge judge,
            Edition edition,
            SystemUnderTest system,
            String named) {
        if (given.state().interim()
                && named.equals(edition.creating(given.kind()).answer().state())) {
            var callback = edition.callback(
                    edition.creating(given.kind()).asynchronous().callback());
            // The status may be told a moment before the callback is on its way.
            if (flow.inbox()
                    .await(
                            arrival -> flow.isCallback(arrival, callback),
                            system.timeouts().quiet())
                    .isPresent()) {
                throw Unjudgeable.untested("the flow had left " + given.state()
                        + " before its status could be asked for; hold the transition with a trigger");
            }
        }
        judge.violated(
                STATE,
                given.state() + ", where the accepted signals led",
                "state " + named,
                reception.exchange(),
                Places.member("state", "not " + given.state()));
    }
}
