package org.dpstck.core.exchange;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Gives calls of the platform a time limit that they do not have themselves. */
final class Bounded {

    private Bounded() {}

    /**
     * The result of a call.
     *
     * @throws TimeoutException if it takes longer; it may go on in the background, on a thread that keeps nothing alive
     * @throws IOException as the call does
     */
    static <T> T call(String name, Duration limit, Callable<T> call) throws IOException, TimeoutException {
        var task = new FutureTask<>(call);
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            task.cancel(true);
        }
    }
}
