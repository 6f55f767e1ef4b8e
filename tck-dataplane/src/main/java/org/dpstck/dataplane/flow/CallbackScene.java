package org.dpstck.dataplane.flow;

import java.util.Optional;
import java.util.function.Supplier;
import org.dpstck.core.check.AddressCheck;
import org.dpstck.core.check.MessageCheck;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Callback;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Given;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.State;
import org.dpstck.core.junit.CaseContext;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.sut.TriggerPoint;
import org.dpstck.core.verdict.Unjudgeable;

/** Brings about what makes a data plane call back, and listens before it does. */
public final class CallbackScene {

    private final Shared shared;
    private final DataFlows flows;
    private final CaseContext context;

    CallbackScene(Shared shared, DataFlows flows, CaseContext context) {
        this.shared = shared;
        this.flows = flows;
        this.context = context;
    }

    /** Whether a kind of flow is made by an operation whose asynchronous answer leads to the callback. */
    public static boolean followsCreation(Edition edition, Callback callback, FlowKind kind) {
        return edition.creating(kind)
                .asynchronousAnswer()
                .filter(answer -> callback.name().equals(answer.callback()))
                .isPresent();
    }

    /** Finds out what other cases stand on, too. */
    <T> T once(Supplier<T> finding) {
        return context.journal().once(finding);
    }

    /** Where a flow is when a trigger makes the system call back about it. */
    public State before() {
        return shared.edition().machine().state("STARTED");
    }

    /** Does what leads to a callback about a flow of a kind. */
    public DataFlow leadTo(Callback callback, FlowKind kind) {
        var flow = followsCreation(shared.edition(), callback, kind)
                ? asynchronously(shared.edition().creating(kind), kind)
                : triggered(callback, kind);
        // Only now: an answer that needs no callback, or a trigger that is missing, makes none due.
        shared.standIn().expect();
        return flow;
    }

    private DataFlow triggered(Callback callback, FlowKind kind) {
        var flow = flows.in(new Given(kind, before()));
        flows.fire(TriggerPoint.find(callback.trigger()).orElseThrow(), flow);
        return flow;
    }

    /** The first callback of a name about a flow, wherever it was sent to, or nothing before the deadline. */
    public Optional<Arrival> awaited(DataFlow flow, Callback callback) {
        return flow.inbox()
                .await(
                        arrival -> flow.isCallback(arrival, callback),
                        shared.system().timeouts().callback());
    }

    /** Checks of messages that report to this case. */
    public MessageCheck messages() {
        return new MessageCheck(shared.edition(), shared.schemas(), context.judge());
    }

    /** Checks of data addresses that report to this case. */
    public AddressCheck addresses() {
        return new AddressCheck(shared.schemas(), context.judge());
    }

    private DataFlow asynchronously(Operation operation, FlowKind kind) {
        var flow = flows.fresh(kind);
        var reception = flows.createdAsynchronously(flow, context);
        if (!reception.succeeded()) {
            throw Unjudgeable.inconclusive(
                    "a prerequisite failed: asynchronous " + operation + " gave " + Replies.observed(reception.reply())
                            + "; see the case " + operation.requirement("ASYNC") + "." + kind);
        }
        if (operation.answer().hasStatus(reception.reply().status())
                && reception
                        .state()
                        .filter(operation.asynchronous().state()::equalsIgnoreCase)
                        .isEmpty()) {
            throw Unjudgeable.untested("the system answered " + operation + " synchronously (HTTP "
                    + reception.reply().status()
                    + "), so no callback is due; a trigger makes it asynchronous: triggers."
                    + FlowSetup.asynchronousTrigger(flow).id());
        }
        flows.proceed(flow);
        return flow;
    }
}
