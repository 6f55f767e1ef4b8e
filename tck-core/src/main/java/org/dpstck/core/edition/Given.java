package org.dpstck.core.edition;

/**
 * A flow of a kind in a state: what a case presupposes.
 *
 * @param kind side and direction
 * @param state where the flow is
 */
public record Given(FlowKind kind, State state) {

    @Override
    public String toString() {
        return kind.id() + "." + state.name();
    }
}
