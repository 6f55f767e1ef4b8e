package org.dpstck.core.exchange;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.http.client.methods.HttpUriRequest;

/**
 * The end of one exchange, whatever it is busy with: connecting, a TLS handshake, writing or reading.
 *
 * <p>A socket time-out alone would let a system drip a byte at a time for ever.
 */
final class Deadline implements AutoCloseable {

    private final ScheduledExecutorService timer;
    private final WireLimits limits;
    private HttpUriRequest request;
    private Future<?> end;
    private volatile boolean sending;
    private volatile boolean passed;

    Deadline(ScheduledExecutorService timer, WireLimits limits) {
        this.timer = timer;
        this.limits = limits;
    }

    /** The request is on its way to a connection. */
    synchronized void connecting(HttpUriRequest started) {
        request = started;
        endAfter(limits.connect().plus(limits.request()));
    }

    /** The connection stands; from now on the time of the request counts. */
    synchronized void sending() {
        sending = true;
        endAfter(limits.request());
    }

    /** How long an answer may take. */
    Duration request() {
        return limits.request();
    }

    /** Whether a connection stood, TLS included. */
    boolean sent() {
        return sending;
    }

    /** Whether it was this that ended the exchange. */
    boolean passed() {
        return passed;
    }

    @Override
    public synchronized void close() {
        if (end != null) {
            end.cancel(false);
        }
    }

    private void endAfter(Duration time) {
        close();
        var aborted = request;
        end = timer.schedule(
                () -> {
                    passed = true;
                    aborted.abort();
                },
                time.toMillis(),
                TimeUnit.MILLISECONDS);
    }
}
