package org.dpstck.dataplane.flow;

import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.exchange.WireFailure;

/** Data without an end of its own that the suite reads on a thread apart, and when the last of it came. */
public final class DataStream {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final AtomicLong last = new AtomicLong(System.nanoTime());
    private CompletableFuture<Reply> end;

    private DataStream() {}

    /** Reads; what reads tells of each piece that comes. */
    static DataStream begun(Function<Runnable, Reply> reading) {
        var stream = new DataStream();
        stream.end = CompletableFuture.supplyAsync(() -> reading.apply(stream::came), DataStream::apart);
        return stream;
    }

    /** Whether data comes within a time. */
    public boolean begins(Duration deadline) throws InterruptedException {
        return begun.await(deadline.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether it has come to an end, or was broken off, by the system's doing and not because the suite gave up. */
    public boolean isOver() {
        if (!end.isDone()) {
            return false;
        }
        var failure = end.join().failure();
        return failure == null
                || !EnumSet.of(WireFailure.Kind.TIME_OUT, WireFailure.Kind.TOO_LARGE)
                        .contains(failure.kind());
    }

    /** How long nothing has come. */
    public Duration silence() {
        return Duration.ofNanos(System.nanoTime() - last.get());
    }

    /** How long after a moment of {@link System#nanoTime()} the last of it came; zero if none did. */
    public Duration lastAfter(long moment) {
        return Duration.ofNanos(Math.max(0, last.get() - moment));
    }

    private void came() {
        last.set(System.nanoTime());
        begun.countDown();
    }

    /** On a thread of its own: one that waits for an end must not keep others from beginning. */
    private static void apart(Runnable task) {
        var thread = new Thread(task, "dps-tck-stream");
        thread.setDaemon(true);
        thread.start();
    }
}
