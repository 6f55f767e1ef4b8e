package org.dpstck.core.edition;

import java.util.Set;

/**
 * One cell of the state × signal table: what a signal has to do to a flow in a state.
 *
 * @param kind side and direction of the flow
 * @param state the state it is in
 * @param signal the operation that arrives
 * @param expectation what has to happen
 */
public record Cell(FlowKind kind, State state, Operation signal, Expectation expectation) {

    /** What the cell presupposes. */
    public Given given() {
        return new Given(kind, state);
    }

    @Override
    public String toString() {
        return kind.id() + "." + state.name() + "." + signal.name();
    }

    /** What has to happen. */
    public sealed interface Expectation {
        /** Id of the requirement that says so. */
        String requirement();
    }

    /** The signal is accepted and the flow is in another state afterwards. */
    public record Moves(State to, String requirement) implements Expectation {}

    /** The signal is refused with a 4xx and the flow stays where it is. */
    public record Refused(String requirement) implements Expectation {}

    /**
     * The document leaves it open: a refusal is expected, a success is accepted under conditions.
     *
     * @param accepts {@code unchanged}, {@code same-flow}, {@code new-flow}, or names of states the flow may be in
     * @param silent whether the success is accepted without a warning
     * @param position the position that decides
     */
    public record Open(Set<String> accepts, boolean silent, int position, String requirement) implements Expectation {}
}
