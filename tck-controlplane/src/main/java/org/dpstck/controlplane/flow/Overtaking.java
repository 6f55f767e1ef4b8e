package org.dpstck.controlplane.flow;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import org.dpstck.core.edition.Callback;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.standin.Served;

/**
 * A data plane that calls back while its control plane still waits for the answer to a signal.
 *
 * <p>The signal is answered once the callback is, or after a moment: a control plane that takes one thing after the other makes
 * the callback wait for the answer, which is slow and legal.
 */
public final class Overtaking {

    private static final Duration MOMENT = Duration.ofMillis(1500);

    private final Callback callback;
    private final Callbacks callbacks;
    private final Duration patience;
    private final boolean replayed;
    private final CompletableFuture<Reply> reply = new CompletableFuture<>();
    private final AtomicBoolean called = new AtomicBoolean();

    Overtaking(Callback callback, Callbacks callbacks, Duration patience, boolean replayed) {
        this.callback = callback;
        this.callbacks = callbacks;
        this.patience = patience;
        this.replayed = replayed;
    }

    /** Answers a signal in some way, but calls back first. */
    public BiFunction<Operation, DataFlow, Served> before(BiFunction<Operation, DataFlow, Served> answer) {
        return (signal, flow) -> {
            var served = answer.apply(signal, flow);
            if (!called.compareAndSet(false, true)) {
                return served;
            }
            if (replayed) {
                reply.complete(callbacks.callsBack(callback, flow));
            } else {
                var caller = new Thread(() -> reply.complete(callbacks.callsBack(callback, flow)), "dps-tck-callback");
                caller.setDaemon(true);
                caller.start();
                replied(MOMENT);
            }
            return served;
        };
    }

    /** What the control plane answered; empty if nothing has been called back, or no answer came in time. */
    public Optional<Reply> reply() {
        return replied(patience);
    }

    private Optional<Reply> replied(Duration wait) {
        try {
            return Optional.of(reply.get(wait.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException notYet) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
