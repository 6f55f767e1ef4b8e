package org.dpstck.reference.flow;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One stretch of time in which a flow is STARTED; a flow that is resumed begins another one. */
public final class Period {

    private final CompletableFuture<Void> end = new CompletableFuture<>();

    /** A stretch that has just begun. */
    public Period() {}

    void finish() {
        end.complete(null);
    }

    /** Whether the flow has left STARTED since, even if it has come back. */
    public boolean isOver() {
        return end.isDone();
    }

    /** Does work on the end, at once if it has come. */
    public void afterwards(Runnable work, Executor executor) {
        end.thenRunAsync(work, executor);
    }

    /**
     * Waits for something else, or for the end.
     *
     * @return whether the period still lasts
     * @throws InterruptedException if the data plane is being closed
     */
    public boolean awaits(CompletableFuture<?> event) throws InterruptedException {
        try {
            CompletableFuture.anyOf(event, end).get();
            return !isOver();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /**
     * Waits for the end, at most {@code limit}.
     *
     * @return whether the period still lasts
     * @throws InterruptedException if the data plane is being closed
     */
    public boolean lasts(Duration limit) throws InterruptedException {
        try {
            end.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return false;
        } catch (TimeoutException stillStarted) {
            return true;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
