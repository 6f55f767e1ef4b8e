package org.dpstck.reference.signal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dpstck.reference.callback.CallbackSender;
import org.dpstck.reference.flow.Credentials;
import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.flow.Decision;
import org.dpstck.reference.flow.Direction;
import org.dpstck.reference.flow.FlowRequest;
import org.dpstck.reference.flow.FlowState;
import org.dpstck.reference.flow.FlowStore;
import org.dpstck.reference.flow.IdempotentMachine;
import org.dpstck.reference.flow.Pace;
import org.dpstck.reference.flow.Side;
import org.dpstck.reference.flow.Signal;
import org.dpstck.reference.flow.StateMachine;
import org.dpstck.reference.hook.Hooks;
import org.dpstck.reference.hook.Rule;
import org.dpstck.reference.http.Exchange;
import org.dpstck.reference.http.Refusal;
import org.dpstck.reference.renewal.RefreshClient;
import org.dpstck.reference.wire.Outbound;
import org.dpstck.reference.wire.Responder;
import org.dpstck.reference.wire.Wire;
import org.dpstck.reference.wire.WireEvents;

/**
 * Carries flows from state to state, and sets off what follows: callbacks, pending work, the wire.
 *
 * <p>Every change goes through {@link #take}, which holds the flow's monitor from the decision to the move, so that the
 * new state is visible before any callback about it leaves.
 */
public final class Lifecycle implements WireEvents {

    private final Plane plane;
    private final FlowStore store;
    private final Hooks hooks;
    private final Pace defaultPace;
    private final Duration delay;
    private final Outbound outbound;
    private final CallbackSender callbacks;
    private final Messages messages;
    private final Wire wire;

    /** Moves the flows of {@code plane}; an asynchronous transition takes {@code delay}. */
    public Lifecycle(Plane plane, Pace defaultPace, Duration delay) {
        this.plane = plane;
        this.store = plane.store();
        this.hooks = plane.hooks();
        this.defaultPace = defaultPace;
        this.delay = delay;
        this.outbound = plane.outbound();
        this.callbacks = new CallbackSender(plane.outbound(), plane.credentials());
        this.messages = plane.messages();
        this.wire = new Wire(
                plane.outbound(),
                new RefreshClient(plane.outbound()::client, plane.hooks()),
                plane.storage(),
                new Responder(plane.outbound(), plane.hooks()),
                plane.hooks(),
                this);
    }

    /**
     * Opens a flow, or takes the message as a signal to the flow that its process already has.
     *
     * @throws Refusal with 409 if the process has one (section "Start"; for prepare by analogy)
     */
    DataFlow open(FlowRequest request, Side side, Signal signal, Exchange exchange) throws Refusal {
        synchronized (store) {
            Optional<DataFlow> known = store.byProcess(request.processId());
            if (known.isPresent()) {
                exchange.about(known.get());
                if (!(take(known.get(), signal, exchange) instanceof Decision.Replace)) {
                    return known.get();
                }
            }
            DataFlow flow = create(request, side, signal);
            exchange.about(flow);
            take(flow, signal, exchange);
            store.add(flow);
            return flow;
        }
    }

    private DataFlow create(FlowRequest request, Side side, Signal opening) {
        boolean isProcess = plane.edition().convention().flowsAreProcesses();
        String id = hooks.id(
                request, isProcess ? request.processId() : UUID.randomUUID().toString());
        Pace pace = hooks.pace(request, request.wishes().answer().orElse(defaultPace));
        return new DataFlow(
                id,
                request,
                side,
                opening,
                pace,
                credentials(request, side),
                plane.controlPlanes().destination(request.callbackAddress()));
    }

    /** Only a token that a consumer pulls with expires, and only where it can be bound to who may renew it. */
    private Credentials credentials(FlowRequest request, Side side) {
        if (plane.edition().convention().relays()) {
            return Credentials.ofPeriods(hooks.keeps(Rule.TOKEN_JWT));
        }
        boolean pulled = side == Side.PROVIDER && request.direction() == Direction.PULL;
        boolean renewable = pulled && plane.edition().usesHttpProfile(request.transferName());
        return plane.tokenLifetime()
                .filter(lifetime -> renewable && request.counterPartyId().startsWith("did:"))
                .map(Credentials::expiring)
                .orElseGet(Credentials::lasting);
    }

    /**
     * Decides on a signal and carries the decision out.
     *
     * @param exchange the request that brought the signal, whose answer nothing may overtake
     * @return the decision, which is no refusal
     * @throws Refusal if the signal is refused
     */
    Decision take(DataFlow flow, Signal signal, Exchange exchange) throws Refusal {
        synchronized (flow) {
            Decision decision = hooks.decided(flow, signal, decide(flow, signal));
            if (decision instanceof Decision.RefuseAndMove both) {
                flow.move(both.target());
                throw refusal(both.refusal());
            }
            if (decision instanceof Decision.Refuse refuse) {
                if (hooks.isReported(flow, signal)) {
                    exchange.afterAnswer(() -> announce(flow, Signal.WIRE_FAILED));
                }
                throw refusal(refuse);
            }
            if (decision instanceof Decision.Move move) {
                renew(flow, move.target());
                flow.move(move.target());
            } else if (decision instanceof Decision.Stay && signal == Signal.START) {
                repeat(flow);
            }
            follow(flow, signal, exchange);
            return decision;
        }
    }

    /** A suspension has invalidated the token; a start after it may hand out another one. */
    private void renew(DataFlow flow, FlowState target) {
        boolean again = flow.state() == FlowState.SUSPENDED && target == FlowState.STARTED;
        boolean replaced = plane.edition().convention().relays()
                ? hooks.keeps(Rule.TOKEN_REPLACED)
                : flow.is(Side.PROVIDER, Direction.PULL) && !hooks.keeps(Rule.TOKEN_KEPT_BY_RESUMPTION);
        if (again && replaced) {
            flow.credentials().replace(!hooks.keeps(Rule.TOKEN_STAYS_REVOKED));
            flow.credentials().issuesGoodTokens(hooks.keeps(Rule.TOKEN_NEW_OPENS));
        }
        if (flow.state() == FlowState.STARTED && !hooks.keeps(Rule.TOKEN_OTHERS_KEPT)) {
            store.siblings(flow).forEach(sibling -> sibling.credentials().revoke());
        }
        if (flow.state() == FlowState.STARTED && !hooks.keeps(Rule.STREAM_OTHERS_KEPT)) {
            interrupt(store.siblings(flow));
        }
        if (flow.state() == FlowState.STARTED && !hooks.keeps(Rule.STREAM_STRANGERS_KEPT)) {
            interrupt(store.all().stream().filter(other -> other != flow).toList());
        }
    }

    /** By a worker: two flows that interrupted each other here, each under its own lock, would wait without an end. */
    private void interrupt(List<DataFlow> others) {
        outbound.workers().execute(() -> others.forEach(DataFlow::interrupt));
    }

    /** A start that comes again changes nothing, unless a fault makes another token for it. */
    private void repeat(DataFlow flow) {
        if (!hooks.keeps(Rule.TOKEN_REPETITION_REVOKED)) {
            flow.credentials().leak();
        }
        if (!hooks.keeps(Rule.TOKEN_REPETITION_OPENS)) {
            flow.credentials().replace(false);
            flow.credentials().issuesGoodTokens(false);
        }
    }

    /** Whether a signal would be honoured; to be asked with the flow's monitor held. */
    boolean allows(DataFlow flow, Signal signal) {
        Decision decision = hooks.decided(flow, signal, decide(flow, signal));
        return !(decision instanceof Decision.Refuse || decision instanceof Decision.RefuseAndMove);
    }

    private Decision decide(DataFlow flow, Signal signal) {
        return plane.edition().convention().idempotent()
                ? IdempotentMachine.decide(flow, signal)
                : StateMachine.decide(flow, signal);
    }

    private static Refusal refusal(Decision.Refuse refuse) {
        Refusal.Kind kind =
                switch (refuse.reason()) {
                    case DUPLICATE -> Refusal.Kind.DUPLICATE;
                    case WRONG_SIDE -> Refusal.Kind.WRONG_SIDE;
                    case WRONG_STATE -> Refusal.Kind.WRONG_STATE;
                };
        return new Refusal(kind, refuse.detail());
    }

    private void follow(DataFlow flow, Signal signal, Exchange exchange) {
        if (!hooks.keeps(flow)) {
            store.remove(flow);
        }
        if (hooks.isDue(flow, signal, isCallbackDue(signal))) {
            exchange.afterAnswer(() -> announce(flow, signal));
        }
        boolean opened = signal == Signal.PREPARE || signal == Signal.START;
        if (opened && flow.state().isPending() && flow.pace() != Pace.HOLD) {
            exchange.afterAnswer(() -> outbound.after(hooks.pending(delay)).thenRun(() -> proceed(flow)));
        }
        if (flow.state() == FlowState.STARTED && signal != Signal.WIRE_BROKEN && hooks.keeps(Rule.PUSH_MOVES)) {
            exchange.afterAnswer(() -> wire.begin(flow));
        }
    }

    /** Only asynchronous transitions and the end of the wire are called back (note below "Push Protocol Messaging"). */
    private static boolean isCallbackDue(Signal signal) {
        return switch (signal) {
            case PREPARATION_DONE, START_DONE, WIRE_COMPLETED, WIRE_FAILED, WIRE_BROKEN -> true;
            case PREPARE, START, STARTED, SUSPEND, RESUME, START_FLOW, TERMINATE, COMPLETED -> false;
        };
    }

    private void announce(DataFlow flow, Signal signal) {
        messages.callback(flow, signal).stream()
                .flatMap(callback -> hooks.outgoing(callback).stream())
                .forEach(callbacks::send);
    }

    /** Ends a pending prepare or start; whether it was still pending and has moved. */
    public boolean proceed(DataFlow flow) {
        return happen(flow, flow.opening() == Signal.PREPARE ? Signal.PREPARATION_DONE : Signal.START_DONE);
    }

    @Override
    public boolean completed(DataFlow flow) {
        return happen(flow, Signal.WIRE_COMPLETED);
    }

    @Override
    public boolean failed(DataFlow flow, String reason) {
        synchronized (flow) {
            if (flow.state().isTerminal()) {
                return false;
            }
            flow.fail(reason);
            return happen(flow, plane.edition().wireFailure());
        }
    }

    private boolean happen(DataFlow flow, Signal signal) {
        // There is no request whose answer could be overtaken, so what is kept back is released at once.
        Exchange none = Exchange.ofNoRequest();
        synchronized (flow) {
            try {
                take(flow, signal, none);
            } catch (Refusal tooLate) {
                return false;
            } finally {
                none.release();
            }
            return true;
        }
    }
}
