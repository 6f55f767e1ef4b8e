package org.dpstck.dataplane.flow;

import java.util.Optional;
import org.dpstck.core.edition.Given;
import org.dpstck.core.verdict.Unjudgeable;

/**
 * Makes sure, once a run, that the way to a state really leads there; what stands on a failed way is inconclusive.
 *
 * <p>Without this a system whose suspend does nothing would fail every case that begins with a suspended flow.
 */
final class Givens {

    private final Memo<Given, Optional<String>> doubts = new Memo<>();

    /** Confirms that a flow that was brought into a state is there. */
    void confirm(Given given, DataFlow flow) {
        if (given.state().interim()) {
            confirmInterim(given, flow);
            return;
        }
        doubts.get(given, () -> flow.journal().once(() -> doubt(given, flow))).ifPresent(doubt -> {
            throw Unjudgeable.inconclusive("a prerequisite failed: " + doubt);
        });
    }

    private static Optional<String> doubt(Given given, DataFlow flow) {
        try {
            var found = flow.status().state();
            var there = found.isPresent()
                    ? found.get().equals(given.state())
                    : given.state().terminal();
            return there
                    ? Optional.empty()
                    : Optional.of("a " + given.kind() + " flow that was brought to " + given.state() + " is "
                            + found.map(String::valueOf).orElse("unknown to the system")
                            + "; see the case STATUS-STATE."
                            + given);
        } catch (Unjudgeable e) {
            return Optional.of(e.getMessage());
        }
    }

    /** An interim state may pass by itself; whether it did is asked of each flow. */
    private static void confirmInterim(Given given, DataFlow flow) {
        var found = flow.status().state();
        if (found.filter(given.state()::equals).isEmpty()) {
            throw Unjudgeable.untested("the flow had left " + given.state() + " before it could be tested (it is "
                    + found.map(String::valueOf).orElse("unknown")
                    + "); let the asynchronous transition take longer, or"
                    + " hold it with a trigger");
        }
    }
}
