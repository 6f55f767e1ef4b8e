package org.dpstck.dataplane.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Direction;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Given;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.Side;
import org.dpstck.core.edition.State;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;

/**
 * Positive twins: a refusal counts only after the same operation, in its correct form, was accepted.
 *
 * <p>Otherwise a server that answers 404 to everything would pass every negative case. Each twin is sent once a run, when it
 * is first asked for.
 */
public final class Twins {

    private record Key(Operation operation, FlowKind kind) {}

    private final Memo<Key, Optional<Unjudgeable>> doubts = new Memo<>();
    private final Shared shared;

    Twins(Shared shared) {
        this.shared = shared;
    }

    /**
     * The operation works where it is legal, on a flow as much like the given kind as there is.
     *
     * @throws Unjudgeable if it does not
     */
    void require(Operation operation, FlowKind kind) {
        doubtOf(operation, kind).ifPresent(doubt -> {
            throw doubt;
        });
    }

    /** Why the operation does not work where it is legal; empty if it does. */
    Optional<Unjudgeable> doubtOf(Operation operation, FlowKind kind) {
        return doubts.get(new Key(operation, kind), () -> doubt(operation, kind));
    }

    /** A kind that the system declares, most like the given one, for which the operation is legal somewhere. */
    Optional<Given> legal(Operation operation, FlowKind kind) {
        return likeness(kind).stream()
                .filter(candidate -> declared(candidate, shared.system()))
                .flatMap(candidate -> source(shared.edition(), operation, candidate).stream())
                .findFirst();
    }

    /** The state in which an operation is sent when it is meant to succeed. */
    public static Optional<Given> source(Edition edition, Operation operation, FlowKind kind) {
        if (!operation.sides().contains(kind.side())) {
            return Optional.empty();
        }
        if (operation.creates()) {
            return Optional.of(new Given(kind, edition.machine().states().get(0)));
        }
        return edition.machine().states().stream()
                .filter(state -> state.observable() && !state.interim())
                .filter(state -> operation.answer().state() == null
                        ? !state.terminal()
                        : edition.machine().transition(kind, state, operation).isPresent())
                .map(state -> new Given(kind, state))
                .filter(given -> edition.path(given).isPresent())
                .findFirst();
    }

    private Optional<Unjudgeable> doubt(Operation operation, FlowKind kind) {
        var legal = legal(operation, kind);
        if (legal.isEmpty()) {
            return Optional.of(Unjudgeable.untested("its positive twin is out of reach: the system declares no side and"
                    + " direction in which " + operation.name() + " is legal, so a refusal would prove nothing"));
        }
        var factory = new FlowFactory(shared, journal(operation, legal.get()), new Judge(shared.edition(), List.of()));
        try {
            return send(operation, legal.get(), factory);
        } catch (Unjudgeable e) {
            return Optional.of(Unjudgeable.inconclusive("its positive twin failed: " + e.getMessage()));
        } finally {
            factory.release();
        }
    }

    private Journal journal(Operation operation, Given legal) {
        return shared.run().journals().common().about("twin of " + operation.name() + ", " + legal.kind());
    }

    private Optional<Unjudgeable> send(Operation operation, Given legal, FlowFactory factory) {
        var flow = factory.fresh(legal.kind());
        if (!operation.creates()) {
            new FlowSetup(shared).reach(flow, legal.state());
        }
        var reply = flow.send(operation, "positive twin");
        if (Replies.succeeded(reply)) {
            return Optional.empty();
        }
        return Optional.of(Unjudgeable.inconclusive("its positive twin failed: " + operation.name() + " on a "
                + legal.kind() + " flow" + where(operation, legal.state()) + " gave " + Replies.observed(reply)
                + ", so that a refusal proves nothing"));
    }

    private static String where(Operation operation, State state) {
        return operation.creates() ? "" : " in " + state;
    }

    /** Whether a system declares the side and the direction of a kind of flow. */
    public static boolean declared(FlowKind kind, SystemUnderTest system) {
        var side = kind.side() == Side.CONSUMER ? Capability.CONSUMER : Capability.PROVIDER;
        var direction = kind.direction() == Direction.PUSH ? Capability.PUSH : Capability.PULL;
        return system.capabilities().contains(side) && system.capabilities().contains(direction);
    }

    /** All kinds: the same one, the same side, the same direction, the rest. */
    private static List<FlowKind> likeness(FlowKind kind) {
        var kinds = new ArrayList<FlowKind>(List.of(kind));
        FlowKind.all().stream().filter(other -> other.side() == kind.side()).forEach(kinds::add);
        FlowKind.all().stream()
                .filter(other -> other.direction() == kind.direction())
                .forEach(kinds::add);
        kinds.addAll(FlowKind.all());
        return kinds.stream().distinct().toList();
    }
}
