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

    private static final Duration BEAT = Duration.ofMillis(20);

    private final CountDownLatch begun = new CountDownLatch(1);
    private final AtomicLong first = new AtomicLong();
    private final AtomicLong last = new AtomicLong(System.nanoTime());
    private final AtomicLong longestPause = new AtomicLong();
    private final boolean recorded;
    private CompletableFuture<Reply> end;

    private DataStream(boolean recorded) {
        this.recorded = recorded;
    }

    /**
     * Reads; what reads tells of each piece that comes.
     *
     * @param recorded whether a record answers, which holds no rhythm
     */
    static DataStream begun(boolean recorded, Function<Runnable, Reply> reading) {
        var stream = new DataStream(recorded);
        stream.end = CompletableFuture.supplyAsync(() -> reading.apply(stream::came), DataStream::apart);
        return stream;
    }

    /** Whether data comes within a time. */
    public boolean begins(Duration deadline) throws InterruptedException {
        return begun.await(deadline.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Watches how it comes, after it has begun, for a time and until the next piece after that.
     *
     * @param least that it is watched, so that {@link #longestPause} says something
     * @param most that the next piece may take
     * @return whether it goes on; of a record, always
     */
    public boolean goesOn(Duration least, Duration most) {
        if (recorded) {
            return true;
        }
        var watched = first.get() + least.toNanos();
        return Waiting.until(BEAT, least.plus(most), () -> end.isDone() || last.get() > watched) && !end.isDone();
    }

    /** Whether it has come to an end, or was broken off, by the system's doing and not because the suite gave up. */
    public boolean isOver() {
        return end.isDone() && !hasGivenUp(end.join());
    }

    /** Whether the suite has given up reading. */
    public boolean isGivenUp() {
        return end.isDone() && hasGivenUp(end.join());
    }

    private static boolean hasGivenUp(Reply reply) {
        var failure = reply.failure();
        return failure != null
                && EnumSet.of(WireFailure.Kind.TIME_OUT, WireFailure.Kind.TOO_LARGE)
                        .contains(failure.kind());
    }

    /** The longest time between two pieces so far. */
    public Duration longestPause() {
        return Duration.ofNanos(longestPause.get());
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
        var now = System.nanoTime();
        var before = last.getAndSet(now);
        if (first.compareAndSet(0, now)) {
            begun.countDown();
        } else {
            longestPause.accumulateAndGet(now - before, Math::max);
        }
    }

    /** On a thread of its own: one that waits for an end must not keep others from beginning. */
    private static void apart(Runnable task) {
        var thread = new Thread(task, "dps-tck-stream");
        thread.setDaemon(true);
        thread.start();
    }
}
