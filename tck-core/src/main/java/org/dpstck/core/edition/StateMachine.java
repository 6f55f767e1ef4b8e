package org.dpstck.core.edition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.dpstck.core.edition.Cell.Expectation;

/**
 * The data flow state machine of an edition (§State Machine Definition).
 *
 * @param section heading of the document
 * @param anchor fragment of the heading
 * @param states in the order of the document
 * @param transitions edges with their signals
 * @param readings cells that the document leaves open
 * @param refusedOtherwise requirement that a wrongly accepted signal violates
 * @param refusedInTerminal the same for a terminal state
 */
public record StateMachine(
        String section,
        String anchor,
        List<State> states,
        List<Transition> transitions,
        List<Reading> readings,
        String refusedOtherwise,
        String refusedInTerminal) {

    /** An edge: a signal moves flows of some kinds from some states to another. */
    public record Transition(String signal, Set<String> from, String to, Set<String> kinds, String requirement) {}

    /** Cells that the document leaves open; {@code strict} ones are decided as a refusal. */
    public record Reading(
            String signal,
            Set<String> in,
            Set<String> kinds,
            Set<String> accepts,
            boolean silent,
            boolean strict,
            int position,
            String requirement) {}

    /** A state by its name or one of its aliases. */
    public Optional<State> find(String name) {
        return states.stream().filter(state -> state.isCalled(name)).findFirst();
    }

    /** A state that the edition is known to have. */
    public State state(String name) {
        return find(name).orElseThrow(() -> new EditionException("no state " + name));
    }

    /** States in which a request can find a flow of a kind. */
    public List<State> observable(FlowKind kind) {
        return states.stream()
                .filter(state -> state.observable() && state.sides().contains(kind.side()))
                .toList();
    }

    /** What a signal has to do to a flow of a kind in a state. */
    public Expectation expectation(FlowKind kind, State state, Operation signal) {
        return expectation(kind, state, signal.name());
    }

    /** What a signal of a name has to do to a flow or a process of a kind in a state. */
    public Expectation expectation(FlowKind kind, State state, String signal) {
        return transition(kind, state, signal)
                .<Expectation>map(edge -> new Cell.Moves(state(edge.to()), edge.requirement()))
                .or(() -> reading(kind, state, signal))
                .orElseGet(() -> new Cell.Refused(state.terminal() ? refusedInTerminal : refusedOtherwise));
    }

    /** The edge that a signal takes from a state, if there is one. */
    public Optional<Transition> transition(FlowKind kind, State state, Operation signal) {
        return transition(kind, state, signal.name());
    }

    private Optional<Transition> transition(FlowKind kind, State state, String signal) {
        return transitions.stream()
                .filter(edge -> edge.signal().equals(signal)
                        && edge.from().contains(state.name())
                        && edge.kinds().contains(kind.id()))
                .findFirst();
    }

    /** Whether a signal is legal only where another one has led. */
    public boolean followsOnly(String signal, String other) {
        var states = transitions.stream()
                .filter(edge -> edge.signal().equals(other))
                .map(Transition::to)
                .toList();
        var edges = transitions.stream()
                .filter(edge -> edge.signal().equals(signal))
                .toList();
        return !edges.isEmpty() && edges.stream().allMatch(edge -> states.containsAll(edge.from()));
    }

    /** The signals that lead a flow of a kind from its beginning to a state, shortest way first; empty if none do. */
    public Optional<List<Transition>> path(FlowKind kind, State target, Predicate<String> usable) {
        var ways = new ArrayDeque<List<Transition>>();
        var seen = new HashSet<String>(Set.of(states.get(0).name()));
        ways.add(List.of());
        while (!ways.isEmpty()) {
            var way = ways.remove();
            var at = way.isEmpty()
                    ? states.get(0).name()
                    : way.get(way.size() - 1).to();
            if (at.equals(target.name())) {
                return Optional.of(way);
            }
            for (var edge : transitions) {
                if (edge.from().contains(at)
                        && edge.kinds().contains(kind.id())
                        && usable.test(edge.signal())
                        && seen.add(edge.to())) {
                    var longer = new ArrayList<>(way);
                    longer.add(edge);
                    ways.add(longer);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Expectation> reading(FlowKind kind, State state, String signal) {
        return readings.stream()
                .filter(reading -> reading.signal().equals(signal)
                        && reading.in().contains(state.name())
                        && reading.kinds().contains(kind.id()))
                .findFirst()
                .map(reading -> reading.strict()
                        ? new Cell.Refused(reading.requirement())
                        : new Cell.Open(
                                reading.accepts(), reading.silent(), reading.position(), reading.requirement()));
    }
}
