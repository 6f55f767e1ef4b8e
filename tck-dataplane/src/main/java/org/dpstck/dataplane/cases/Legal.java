package org.dpstck.dataplane.cases;

import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.EditionException;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Given;
import org.dpstck.core.edition.Operation;

/** Where a signal is legal for a kind of flow. */
final class Legal {

    private Legal() {}

    /** The first state, in the order of the document, in which the signal has an edge and that signals lead to. */
    static Given of(Edition edition, Operation operation, FlowKind kind) {
        return edition.machine().states().stream()
                .filter(state -> state.observable() && !state.interim())
                .filter(state ->
                        edition.machine().transition(kind, state, operation).isPresent())
                .map(state -> new Given(kind, state))
                .filter(given -> edition.path(given).isPresent())
                .findFirst()
                .orElseThrow(() -> new EditionException(operation + " is legal in no state of a " + kind + " flow"));
    }
}
