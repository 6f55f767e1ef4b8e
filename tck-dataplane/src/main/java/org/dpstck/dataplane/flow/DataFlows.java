package org.dpstck.dataplane.flow;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.dpstck.core.edition.Direction;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Given;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.Side;
import org.dpstck.core.edition.State;
import org.dpstck.core.junit.CaseContext;
import org.dpstck.core.sut.TriggerPoint;
import org.dpstck.core.verdict.Unjudgeable;

/** The flows of one case: what it asks for when it says "given a flow". */
public final class DataFlows {

    private final Shared shared;
    private final Givens givens;
    private final Twins twins;
    private final FlowFactory factory;
    private final FlowSetup setup;

    DataFlows(Shared shared, Givens givens, Twins twins, CaseContext context) {
        this.shared = shared;
        this.givens = givens;
        this.twins = twins;
        this.factory = new FlowFactory(shared, context.journal(), context.judge());
        this.setup = new FlowSetup(shared);
    }

    /** A flow that the system does not know yet. */
    public DataFlow fresh(FlowKind kind) {
        return factory.fresh(kind);
    }

    /** A flow that the system does not know yet, with a transfer process id of the case's own choosing. */
    public DataFlow named(FlowKind kind, String processId) {
        return factory.named(kind, processId);
    }

    /** A flow in a state, confirmed by its status. */
    public DataFlow in(Given given) {
        var flow = reached(given);
        givens.confirm(given, flow);
        return flow;
    }

    /** A flow on which the way to a state was gone, whatever its status says. */
    public DataFlow reached(Given given) {
        var flow = factory.fresh(given.kind());
        setup.reach(flow, given.state());
        return flow;
    }

    /** Goes the way to a state on a flow that is not made yet; the state is not confirmed. */
    public DataFlow lead(DataFlow flow, State state) {
        setup.reach(flow, state);
        return flow;
    }

    /** Leads a STARTED flow on to a state that follows; the state is not confirmed. */
    public void leave(DataFlow flow, State state) {
        setup.leave(flow, state);
    }

    /** Where an operation is legal for a flow of a kind; empty if nowhere. */
    public Optional<Given> source(Operation operation, FlowKind kind) {
        return Twins.source(shared.edition(), operation, kind);
    }

    /** Makes a flow and lets it settle, with the trigger merged into the message if that is its form. */
    public DataFlow createdFor(TriggerPoint point, DataFlow flow) {
        setup.advanceWith(point, flow);
        return flow;
    }

    /** Fires a trigger unless it is one of those that a message has carried already, or there is none. */
    public void fireIfCallable(TriggerPoint point, DataFlow flow) {
        setup.fireIfCallable(point, flow);
    }

    /** A flow just made, whether synchronously or not, and settled. */
    public DataFlow created(FlowKind kind) {
        var flow = factory.fresh(kind);
        setup.advance(flow, shared.edition().creating(kind));
        return flow;
    }

    /** A flow on which an operation is legal, of a kind that the system declares. */
    public DataFlow ready(Operation operation) {
        var given = legal(operation);
        return operation.creates() ? fresh(given.kind()) : in(given);
    }

    /** Where an operation is legal for a system of this kind; of a provider alone it is a pull, because a push ends by itself. */
    public Given legal(Operation operation) {
        var kinds = shared.edition().kinds();
        var first = kinds.stream().allMatch(kind -> kind.side() == Side.PROVIDER)
                ? new FlowKind(Side.PROVIDER, Direction.PULL)
                : kinds.get(0);
        return twins.legal(operation, first)
                .orElseThrow(() -> Unjudgeable.untested(
                        "the system declares no side and direction in which " + operation.name() + " is legal"));
    }

    /** The operation was accepted once in its correct form; only then does a refusal count. */
    public void requireTwin(Operation operation, FlowKind kind) {
        twins.require(operation, kind);
    }

    /** The operation was accepted once in its correct form, by a flow of the kind that {@link #ready} takes. */
    public void requireTwin(Operation operation) {
        twins.require(operation, legal(operation).kind());
    }

    /** Why the operation was not accepted in its plain form; empty if it was. */
    public Optional<Unjudgeable> twinDoubt(Operation operation) {
        return twins.doubtOf(operation, legal(operation).kind());
    }

    /** Makes the answer to a creation asynchronous, by whatever the system's description says. */
    public Reception createdAsynchronously(DataFlow flow, CaseContext context) {
        var reply = setup.createAsynchronously(flow);
        return new Reception(shared, context.judge(), flow, shared.edition().creating(flow.kind()), reply);
    }

    /** What the messages of the run so far bore. */
    public Identities identities() {
        return shared.identities();
    }

    /** Lets a held transition go on. */
    public void proceed(DataFlow flow) {
        setup.proceed(flow);
    }

    /**
     * A signal that was accepted in a state in which a transition was pending did not come after its end.
     *
     * @throws org.dpstck.core.verdict.Unjudgeable if it may have, because nothing holds the transition back
     */
    public void requireStill(DataFlow flow, State pending) {
        new PendingTransition(shared, flow).requireStillAfterSuccess(pending);
    }

    /** Waits until a creation that was accepted is finished. */
    public void settle(DataFlow flow) {
        settle(flow, shared.edition().creating(flow.kind()));
    }

    /** Waits until an operation that was accepted is finished. */
    public void settle(DataFlow flow, Operation operation) {
        setup.settle(flow, operation);
    }

    /** Makes the system do something that no request asks for. */
    public void fire(TriggerPoint point, DataFlow flow) {
        setup.fire(point, flow);
    }

    /** Waits until a flow has begun whose start was acknowledged; where the answer tells its state, it has. */
    public void awaitBegun(DataFlow flow) {
        flow.status().begins();
    }

    /** The state that an operation leaves a flow in. */
    public State after(Operation operation) {
        return shared.edition().machine().state(operation.answer().state());
    }

    /** From now on, messages about new flows say nothing of where callbacks go. */
    void tellNoAddress() {
        factory.tellNoAddress();
    }

    /** From now on, requests about new flows bear these headers. */
    void bear(Supplier<Map<String, String>> credentials) {
        factory.bear(credentials);
    }

    void release() {
        factory.release();
    }
}
