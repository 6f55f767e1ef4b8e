package org.dpstck.dataplane.cases;

import java.util.LinkedHashSet;
import java.util.stream.Stream;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Places;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.DataFlow;
import org.dpstck.dataplane.flow.DataFlows;
import org.dpstck.dataplane.flow.Reception;

/** §DataFlowResponseMessage: the ids of the data plane and of its flows. */
public final class IdentityCases {

    private static final String FLOW = "FLOW-ID";
    private static final String PLANE = "DATAPLANE-ID";
    private static final String MESSAGE = "MESSAGE-ID";

    @Case(
            value = "FLOW-ID-UNIQUE",
            title = "Two {1} flows have two ids",
            stimulus = "{0} for two processIds.",
            expected = "Two answers with different dataFlowIds.",
            fix = "Make a new, unique id for every flow.")
    @Verifies(FLOW)
    @Rows("creationsOfNamedFlows")
    void twoFlowsHaveTwoIds(Operation operation, FlowKind kind, DataFlows flows, Judge judge) {
        var first = id(operation, flows.fresh(kind));
        var flow = flows.fresh(kind);
        var second = made(operation, flow);
        if (flow.dataFlowId().filter(first::equals).isPresent()) {
            judge.violated(
                    FLOW,
                    "another dataFlowId for another processId",
                    "dataFlowId " + first + " for both",
                    second.exchange(),
                    Places.member("dataFlowId", "that of another flow"));
        }
    }

    @Case(
            value = "FLOW-ID-CONSTANT",
            title = "The status of a {1} flow bears the id that {0} answered",
            stimulus = "{0}, then GET on the status of the dataFlowId in its answer.",
            expected = "The same dataFlowId.",
            fix = "Report the flow's own id everywhere; do not derive it anew.")
    @Verifies(FLOW)
    @Rows("creationsWithNamedStatus")
    void statusBearsTheSameId(Operation operation, FlowKind kind, DataFlows flows, Judge judge, Edition edition) {
        var flow = flows.created(kind);
        var status = flow.receives(edition.operation("status"));
        if (status.refused()) {
            judge.violated(
                    FLOW,
                    "a dataFlowId that names the flow " + operation + " has just made",
                    "GET on its status gave " + Replies.observed(status.reply()),
                    status.exchange());
            return;
        }
        var named = status.body().flatMap(body -> Bodies.string(body, "dataFlowId"));
        if (named.isEmpty()) {
            throw Unjudgeable.inconclusive("a prerequisite failed: the status names no dataFlowId: "
                    + Replies.observed(status.reply()) + "; see the case STATUS-RESPONSE." + kind);
        }
        if (!named.equals(flow.dataFlowId())) {
            judge.violated(
                    FLOW,
                    "dataFlowId " + flow.dataFlowId().orElseThrow() + ", as " + operation + " answered",
                    "dataFlowId " + named.get() + " in the status",
                    status.exchange(),
                    Places.member("dataFlowId", "not what " + operation + " answered"));
        }
    }

    @Case(
            value = "DATAPLANE-ID-CONSTANT",
            title = "All answers of {0} bear the same dataplaneId",
            stimulus = "{0} for several processIds.",
            expected = "One and the same dataplaneId in every answer.",
            fix = "Configure the id of the data plane once; do not make one per request or per flow.")
    @Verifies(PLANE)
    @Rows("creationsOfPlane")
    void dataPlaneHasOneId(Operation operation, FlowKind kind, DataFlows flows, Judge judge, Edition edition) {
        var ids = new LinkedHashSet<String>();
        Reception last = null;
        for (int i = 0; i < 3; i++) {
            last = made(operation, flows.fresh(kind));
            last.body().flatMap(body -> Bodies.string(body, "dataplaneId")).ifPresent(ids::add);
        }
        if (ids.isEmpty()) {
            throw Unjudgeable.inconclusive("a prerequisite failed: no answer of " + operation
                    + " names a dataplaneId; see the case " + operation.requirement("RESPONSE") + "." + kind);
        }
        if (ids.size() > 1) {
            judge.violated(
                    PLANE, "one dataplaneId in all answers to " + operation, "dataplaneIds " + ids, last.exchange());
        }
    }

    @Case(
            value = "MESSAGE-ID-UNIQUE",
            title = "No two answers about {1} flows bear the same messageId",
            stimulus = "{0} for several processIds.",
            expected = "Another messageId in every answer, and none of them the one of the request.",
            fix = "Make a new messageId for every message; do not repeat the one that was received.")
    @Verifies(MESSAGE)
    @Rows("creationsWithMessageIds")
    void messagesHaveIdsOfTheirOwn(Operation operation, FlowKind kind, DataFlows flows, Judge judge) {
        var seen = new LinkedHashSet<String>();
        for (int i = 0; i < 3; i++) {
            var flow = flows.fresh(kind);
            var message = flow.message(operation);
            seen.add(String.valueOf(message.get("messageId")));
            var reception = accepted(operation, flow, flow.receives(operation, message));
            var id = reception.body().flatMap(body -> Bodies.string(body, "messageId"));
            if (id.isEmpty()) {
                throw Unjudgeable.inconclusive("a prerequisite failed: the answer of " + operation
                        + " bears no messageId; see the case " + operation.requirement("RESPONSE") + "." + kind);
            }
            if (!seen.add(id.get())) {
                judge.violated(
                        MESSAGE,
                        "a messageId that no message had before",
                        "messageId " + id.get() + " again",
                        reception.exchange());
            }
        }
    }

    static Stream<Row> creations(Edition edition) {
        return Kinds.creations(edition);
    }

    /** Where a flow goes by the id of its process there is no other one to compare. */
    static Stream<Row> creationsOfNamedFlows(Edition edition) {
        return edition.conventions().flowsAreProcesses() ? Stream.empty() : creations(edition);
    }

    static Stream<Row> creationsOfPlane(Edition edition) {
        return edition.asks(PLANE) ? creations(edition) : Stream.empty();
    }

    static Stream<Row> creationsWithMessageIds(Edition edition) {
        return edition.asks(MESSAGE) ? creations(edition) : Stream.empty();
    }

    /** An edition that does not define the status message does not say that it names the flow. */
    static Stream<Row> creationsWithNamedStatus(Edition edition) {
        var status = edition.message(edition.operation("status").answer().message());
        return status.required().contains("dataFlowId") ? creations(edition) : Stream.empty();
    }

    private static String id(Operation operation, DataFlow flow) {
        made(operation, flow);
        return flow.dataFlowId()
                .orElseThrow(() -> Unjudgeable.inconclusive(
                        "a prerequisite failed: the answer to " + operation + " names no dataFlowId; see the case "
                                + operation.requirement("RESPONSE") + "." + flow.kind()));
    }

    private static Reception made(Operation operation, DataFlow flow) {
        return accepted(operation, flow, flow.receives(operation));
    }

    private static Reception accepted(Operation operation, DataFlow flow, Reception reception) {
        if (!reception.succeeded()) {
            throw Unjudgeable.inconclusive("a prerequisite failed: " + operation + " gave "
                    + Replies.observed(reception.reply()) + "; see the case " + operation.requirement("ANSWER") + "."
                    + flow.kind());
        }
        return reception;
    }
}
