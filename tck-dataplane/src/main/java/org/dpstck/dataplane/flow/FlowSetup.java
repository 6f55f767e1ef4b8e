package org.dpstck.dataplane.flow;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Given;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.Side;
import org.dpstck.core.edition.State;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.sut.MessageTrigger;
import org.dpstck.core.sut.TriggerFailedException;
import org.dpstck.core.sut.TriggerPoint;
import org.dpstck.core.sut.TriggerUnavailableException;
import org.dpstck.core.verdict.Unjudgeable;

/** Brings a flow into a state by the signals that the edition's state machine has for it, or by triggers. */
public final class FlowSetup {

    private static final String STARTED = "STARTED";
    private static final Duration FIRST_LOOK = Duration.ofMillis(300);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Shared shared;

    /** Set-up by what the cases of a run share. */
    public FlowSetup(Shared shared) {
        this.shared = shared;
    }

    /** Brings a fresh flow into a state. */
    public void reach(DataFlow flow, State state) {
        if (state.interim()) {
            interim(flow, state);
            return;
        }
        var path = shared.edition().path(new Given(flow.kind(), state));
        if (path.isPresent()) {
            path.get().forEach(edge -> advance(flow, shared.edition().operation(edge.signal())));
        } else {
            reach(flow, shared.edition().machine().state(STARTED));
            completeByTrigger(flow, state);
        }
    }

    /** Sends one signal of the way and waits until the flow is where it leads. */
    public Reply advance(DataFlow flow, Operation operation) {
        return advance(flow, operation, flow.send(operation, "set-up"));
    }

    /** Makes a flow like {@link #advance(DataFlow, Operation)}, its message bearing what a trigger puts into it. */
    public Reply advanceWith(TriggerPoint point, DataFlow flow) {
        var operation = shared.edition().creating(flow.kind());
        var message = flow.message(operation);
        if (shared.system().trigger(point).orElse(null) instanceof MessageTrigger inMessage) {
            message = inMessage.mergeInto(message, values(flow));
        }
        return advance(flow, operation, flow.send(operation, "set-up", message));
    }

    /** Fires a trigger that is there and not part of a message. */
    public void fireIfCallable(TriggerPoint point, DataFlow flow) {
        if (shared.system()
                .trigger(point)
                .filter(trigger -> !(trigger instanceof MessageTrigger))
                .isPresent()) {
            fire(point, flow);
        }
    }

    private Reply advance(DataFlow flow, Operation operation, Reply reply) {
        if (!Replies.succeeded(reply)) {
            throw Unjudgeable.inconclusive("a prerequisite failed: " + operation.name() + " for a " + flow.kind()
                    + " flow gave " + Replies.observed(reply) + "; see the case " + owner(operation, flow));
        }
        if (operation.creates()) {
            identify(flow, operation, reply);
        }
        settle(flow, operation, reply);
        return reply;
    }

    /** Makes a flow with the asynchronous form of its creating operation, whatever it takes. */
    public Reply createAsynchronously(DataFlow flow) {
        var operation = shared.edition().creating(flow.kind());
        var trigger = shared.system().trigger(asynchronousTrigger(flow));
        var message = flow.message(operation);
        if (trigger.isPresent() && trigger.get() instanceof MessageTrigger inMessage) {
            message = inMessage.mergeInto(message, values(flow));
        } else if (trigger.isPresent()) {
            fire(asynchronousTrigger(flow), flow);
        }
        return flow.send(operation, "stimulus", message);
    }

    /** Lets a transition that is being held go on, if the system's description says how. */
    public void proceed(DataFlow flow) {
        if (shared.system().trigger(TriggerPoint.PROCEED).isPresent()) {
            fire(TriggerPoint.PROCEED, flow);
        }
    }

    /** Makes the system do something that no request asks for. */
    public void fire(TriggerPoint point, DataFlow flow) {
        var trigger = shared.system()
                .trigger(point)
                .orElseThrow(() -> Unjudgeable.untested("no trigger for " + point.id() + " is configured"));
        if (flow.journal().firedBefore(point.id())) {
            return;
        }
        try {
            shared.triggers().fire(trigger, values(flow)).note(point, shared.wire(), flow.journal());
        } catch (TriggerUnavailableException e) {
            throw Unjudgeable.untested("the trigger " + point.id() + " is not available: " + e.getMessage());
        } catch (TriggerFailedException e) {
            throw Unjudgeable.inconclusive("the trigger " + point.id() + " failed: " + e.getMessage());
        }
    }

    /** The trigger that makes the creating operation of a flow asynchronous. */
    public static TriggerPoint asynchronousTrigger(DataFlow flow) {
        return flow.kind().side() == Side.CONSUMER
                ? TriggerPoint.PREPARE_ASYNCHRONOUSLY
                : TriggerPoint.START_ASYNCHRONOUSLY;
    }

    private void interim(DataFlow flow, State state) {
        var operation = shared.edition().creating(flow.kind());
        var reply = createAsynchronously(flow);
        if (!Replies.succeeded(reply)) {
            throw Unjudgeable.inconclusive("a prerequisite failed: asynchronous " + operation.name() + " gave "
                    + Replies.observed(reply) + "; see the case " + operation.requirement("ASYNC") + "." + flow.kind());
        }
        identify(flow, operation, reply);
        var asynchronous = operation.asynchronousAnswer().orElseThrow();
        if (reply.status() != asynchronous.status() && !reportsState(reply, state)) {
            throw Unjudgeable.untested("the system answered " + operation.name() + " synchronously (HTTP "
                    + reply.status() + "), so no flow is " + state + "; a trigger makes it asynchronous: triggers."
                    + asynchronousTrigger(flow).id());
        }
    }

    private static boolean reportsState(Reply reply, State state) {
        return Bodies.object(reply.text())
                .flatMap(body -> Bodies.string(body, "state"))
                .filter(text -> text.equalsIgnoreCase(state.name()))
                .isPresent();
    }

    /** Waits for what was only accepted. */
    private void settle(DataFlow flow, Operation operation, Reply reply) {
        var asynchronous = operation.asynchronousAnswer();
        if (asynchronous.isPresent() && reply.status() == asynchronous.get().status()) {
            settle(flow, operation);
        } else if (operation.creates()) {
            flow.status().begins();
        }
    }

    /** Waits until an accepted creation is finished: by its callback, or by its status if the callback is missing. */
    public void settle(DataFlow flow, Operation operation) {
        var callback = shared.edition().callback(operation.asynchronous().callback());
        if (flow.inbox()
                .await(arrival -> flow.isCallback(arrival, callback), FIRST_LOOK)
                .isPresent()) {
            return;
        }
        var wanted = shared.edition().machine().state(operation.answer().state());
        var settled = Waiting.until(
                flow.journal(),
                POLL,
                shared.system().timeouts().callback(),
                () -> flow.inbox()
                                .await(arrival -> flow.isCallback(arrival, callback), POLL)
                                .isPresent()
                        || flow.status().state().filter(wanted::equals).isPresent());
        if (!settled) {
            throw Unjudgeable.inconclusive("a prerequisite failed: " + operation.name() + " was accepted with HTTP "
                    + operation.asynchronous().status() + ", but within "
                    + shared.system().timeouts().callback().toMillis() + " ms neither came the callback "
                    + callback.name() + " nor was the flow " + wanted + "; see the case "
                    + callback.requirement() + "." + flow.kind());
        }
    }

    /** Leads a STARTED flow on, by the signal that the edition has for it, or by the trigger complete. */
    public void leave(DataFlow flow, State state) {
        var machine = shared.edition().machine();
        var signal = shared.edition().signals().stream()
                .filter(operation -> operation.sides().contains(flow.kind().side()))
                .filter(operation -> machine.transition(flow.kind(), machine.state(STARTED), operation)
                        .filter(edge -> edge.to().equals(state.name()))
                        .isPresent())
                .findFirst();
        if (signal.isPresent()) {
            advance(flow, signal.get());
        } else {
            completeByTrigger(flow, state);
        }
    }

    private void completeByTrigger(DataFlow flow, State state) {
        fire(TriggerPoint.COMPLETE, flow);
        if (!flow.status().becomes(state, shared.system().timeouts().callback())) {
            throw Unjudgeable.inconclusive("a prerequisite failed: the trigger complete did not bring the flow to "
                    + state + "; see the case CALLBACK-COMPLETED." + flow.kind());
        }
    }

    private static void identify(DataFlow flow, Operation operation, Reply reply) {
        flow.isIdentifiedBy(reply);
        if (flow.dataFlowId().isEmpty()) {
            throw Unjudgeable.inconclusive("a prerequisite failed: the answer to " + operation.name()
                    + " names no dataFlowId: " + Replies.observed(reply) + "; see the case "
                    + operation.requirement("RESPONSE") + "." + flow.kind());
        }
    }

    private String owner(Operation operation, DataFlow flow) {
        return operation.creates()
                ? operation.requirement("ANSWER") + "." + flow.kind()
                : "STATE-MOVES." + flow.kind() + ".*." + operation.name();
    }

    private Map<String, String> values(DataFlow flow) {
        var ids = shared.system().ids();
        var values = new HashMap<String, String>();
        values.put("processId", flow.processId());
        values.put("dataFlowId", flow.dataFlowId().orElse(""));
        values.put("agreementId", ids.agreement());
        values.put("datasetId", ids.dataset());
        values.put("participantId", ids.participant());
        values.put("counterPartyId", ids.counterParty());
        values.put("callbackAddress", flow.callbackAddress());
        values.put("url", shared.system().url().toString());
        return values;
    }
}
