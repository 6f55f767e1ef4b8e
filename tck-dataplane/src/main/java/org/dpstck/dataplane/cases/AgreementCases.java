package org.dpstck.dataplane.cases;

import java.util.Optional;
import java.util.stream.Stream;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.edition.Direction;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Retrieval;
import org.dpstck.core.exchange.Durations;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Needs;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.sut.TriggerPoint;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.DataFlow;
import org.dpstck.dataplane.flow.DataFlows;

/** §Agreement retrieval: how a data plane asks for the agreement of a flow, and that it can read one. */
public final class AgreementCases {

    private static final String REQUEST = "AGREEMENT-REQUEST";
    private static final String RESPONSE = "AGREEMENT-RESPONSE";
    private static final String NAME = "agreement";
    private static final int DATA_FLOW_ID = 53;

    @Case(
            value = "AGREEMENT-REQUEST",
            title = "A data plane asks for the agreement of a {0} flow as the document says",
            stimulus = "A flow is made, and the trigger agreement makes the system ask.",
            expected = "GET /transfers/{processId}/agreement below the callback address, without a body.",
            fix = "Ask with GET at the path of §Agreement retrieval, with the processId of the flow.")
    @Verifies(REQUEST)
    @Rows("kinds")
    @Needs(value = Capability.AGREEMENT, triggers = TriggerPoint.AGREEMENT)
    void agreementIsAskedFor(FlowKind kind, DataFlows flows, Edition edition, SystemUnderTest system, Judge judge) {
        var flow = flows.fresh(kind);
        var failed = ask(flow, flows);
        var retrieval = edition.retrievals().get(NAME);
        var wanted = retrieval.path().replace("{transferId}", flow.processId());
        var deadline = system.timeouts().callback();
        var asked = flow.inbox().await(AgreementCases::asks, deadline);
        if (asked.isEmpty()) {
            throw failed.orElseGet(() -> Unjudgeable.inconclusive("the trigger agreement brought about no request for "
                    + wanted + " within " + Durations.text(deadline)));
        }
        judge(asked.get(), wanted, flow, retrieval, judge);
    }

    @Case(
            value = "AGREEMENT-READ",
            title = "A data plane reads the agreement of a {0} flow and goes on",
            stimulus = "A flow is made, the system asks for its agreement and gets a valid one.",
            expected = "The flow is where it was.",
            fix = "Read the Agreement of the Dataspace Protocol; anything in it that you do not know is no error.")
    @Verifies(RESPONSE)
    @Rows("sides")
    @Needs(value = Capability.AGREEMENT, triggers = TriggerPoint.AGREEMENT)
    void agreementIsRead(FlowKind kind, DataFlows flows, Edition edition, SystemUnderTest system, Judge judge) {
        var flow = flows.fresh(kind);
        var failed = ask(flow, flows);
        if (flow.inbox()
                .await(AgreementCases::asks, system.timeouts().callback())
                .isEmpty()) {
            throw failed.orElseGet(() -> Unjudgeable.inconclusive(
                    "the trigger agreement brought about no request; see the case AGREEMENT-REQUEST." + kind));
        }
        flow.inbox()
                .within(system.timeouts().quiet(), arrival -> arrival.path().endsWith("/errored"))
                .forEach(errored -> judge.violated(
                        RESPONSE,
                        "a flow that goes on after a valid agreement",
                        "the callback errored: " + Bodies.shown(errored.body()),
                        errored.exchange()));
        if (judge.violated()) {
            return;
        }
        failed.ifPresent(e -> {
            throw e;
        });
        flow.status()
                .is(edition.machine().state(edition.creating(kind).answer().state()), RESPONSE, "after the agreement");
    }

    /** The trigger may fail because of how the system asks, which is what the case is about; then that is kept for later. */
    private static Optional<Unjudgeable> ask(DataFlow flow, DataFlows flows) {
        flows.createdFor(TriggerPoint.AGREEMENT, flow);
        try {
            flows.fireIfCallable(TriggerPoint.AGREEMENT, flow);
            return Optional.empty();
        } catch (Unjudgeable failed) {
            return Optional.of(failed);
        }
    }

    /** One kind a side: whose data it is makes no difference to reading an agreement. */
    static Stream<Row> sides(Edition edition) {
        return kinds(edition).filter(row -> ((FlowKind) row.arguments().get(0)).direction() == Direction.PUSH);
    }

    static Stream<Row> kinds(Edition edition) {
        return edition.retrievals().containsKey(NAME) ? edition.kinds().stream().map(Row::of) : Stream.empty();
    }

    private static boolean asks(Arrival arrival) {
        return arrival.path().contains(NAME);
    }

    private static void judge(Arrival asked, String wanted, DataFlow flow, Retrieval retrieval, Judge judge) {
        var byFlow = flow.dataFlowId()
                .map(id -> retrieval.path().replace("{transferId}", id))
                .filter(asked.path()::equals);
        if (!asked.method().equals(retrieval.method())) {
            judge.violated(REQUEST, retrieval.method() + " " + wanted, asked.line(), asked.exchange());
        } else if (byFlow.isPresent() && !asked.path().equals(wanted)) {
            judge.warned(REQUEST, DATA_FLOW_ID, wanted, asked.path(), asked.exchange());
        } else if (!asked.path().equals(wanted)) {
            judge.violated(REQUEST, retrieval.method() + " " + wanted, asked.line(), asked.exchange());
        }
        if (!asked.body().isEmpty()) {
            judge.violated(REQUEST, "a request for the agreement without a message", "a body", asked.exchange());
        }
    }
}
