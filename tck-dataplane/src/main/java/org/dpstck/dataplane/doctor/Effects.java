package org.dpstck.dataplane.doctor;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Callback;
import org.dpstck.core.exchange.Durations;
import org.dpstck.core.standin.Arrival;
import org.dpstck.dataplane.flow.DataFlow;

/**
 * What came of something that was to move a flow: its callback, its state, both or neither.
 *
 * @param arrival the callback, if it came
 * @param state that the status named last; empty if it named none
 * @param moved whether that is the state that was wanted
 * @param waited how long for the callback at most
 */
record Effects(Optional<Arrival> arrival, Optional<String> state, boolean moved, Duration waited) {

    private static final Duration LOOK = Duration.ofMillis(150);

    /** Waits for a callback, and looks in between whether the flow has moved; at most as long as a callback is worth. */
    static Effects await(Examination examination, DataFlow flow, Callback callback, String wanted) {
        var waited = examination.patience();
        var deadline = System.nanoTime() + waited.toNanos();
        var arrival = Optional.<Arrival>empty();
        var state = Optional.<String>empty();
        var moved = false;
        while (arrival.isEmpty() && deadline - System.nanoTime() > 0) {
            var left = Duration.ofNanos(deadline - System.nanoTime());
            // Once the flow has moved only the callback is of interest, and its arrival wakes up.
            arrival = flow.inbox()
                    .await(it -> flow.isCallback(it, callback), moved || left.compareTo(LOOK) < 0 ? left : LOOK);
            if (arrival.isEmpty() && !moved) {
                state = state(examination, flow);
                moved = wanted != null && state.filter(wanted::equals).isPresent();
            }
        }
        if (arrival.isEmpty() && moved) {
            examination.awaitedInVain();
        }
        return new Effects(arrival, state, moved, waited);
    }

    /** The state that the status names, in upper case; empty if it names none. */
    static Optional<String> state(Examination examination, DataFlow flow) {
        if (flow.dataFlowId().isEmpty()) {
            return Optional.empty();
        }
        var reply = flow.send(examination.edition().operation("status"), "read back");
        if (!Replies.succeeded(reply)) {
            return Optional.empty();
        }
        return Bodies.object(reply.text())
                .flatMap(body -> Bodies.string(body, "state"))
                .map(text -> text.toUpperCase(Locale.ROOT));
    }

    /** Whether anything happened at all. */
    boolean seen() {
        return arrival.isPresent() || moved;
    }

    /** What was seen, for people. */
    String text(Callback callback) {
        return arrival.map(it -> "the callback " + callback + " came")
                .orElseGet(() -> state.map(name -> "the flow is " + name).orElse("the status tells no state")
                        + ", and no callback " + callback + " came within "
                        + Durations.text(waited));
    }
}
