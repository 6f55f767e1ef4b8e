package org.dpstck.controlplane.flow;

import java.time.Duration;
import java.util.Optional;
import org.dpstck.core.edition.State;
import org.dpstck.core.edition.TransferMessage;
import org.dpstck.core.exchange.Reply;

/**
 * Leads processes of a system that is not yet done with what led to the state that it tells.
 *
 * <p>The suite answers faster than others, and a system may keep a process to itself until it has read an answer.
 */
record Settling(Shared shared) {

    private static final String JSON = "application/json";
    private static final int CONFLICT = 409;

    /** Sends a message that the process has to take; again for as long as that is in conflict with something else. */
    Reply sends(Transfer transfer, TransferMessage message, String body) {
        return Polling.until(
                transfer.journal(),
                () -> transfer.sends(message, body, JSON),
                reply -> reply.status() != CONFLICT,
                shared.system().timeouts().callback());
    }

    /** Watches a process that tells the state in which a case begins; the case is about what comes after that. */
    void rests(Transfer transfer, String state) {
        settling().ifPresent(time -> watches(transfer, state, time));
    }

    /** Whether a process tells a state, and does not turn out to have been on its way only. */
    boolean keeps(Transfer transfer, String state) {
        var patience = settling().map(any -> shared.system().timeouts().callback());
        return watches(transfer, state, patience.orElse(Duration.ZERO)).equals(Optional.of(state));
    }

    private Optional<Duration> settling() {
        return shared.system().controlPlane().dataPlanes().settling();
    }

    private static Optional<String> watches(Transfer transfer, String state, Duration time) {
        return Polling.until(
                transfer.journal(),
                transfer::state,
                told -> told.filter(state::equals).isEmpty(),
                time);
    }

    /** Whether a process has ended, if otherwise than it should have: to what comes after that it makes no difference. */
    boolean over(String told, String wanted) {
        return isFinal(told) && isFinal(wanted);
    }

    private boolean isFinal(String name) {
        return shared.protocol().machine().states().stream()
                .filter(State::terminal)
                .anyMatch(state -> state.name().equals(name));
    }
}
