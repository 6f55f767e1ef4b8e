package org.dpstck.controlplane.flow;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.dpstck.core.edition.FlowKind;

/**
 * Shortens the wait for consumers that have stopped asking, so that a run with a system that fails in its midst comes to an end.
 *
 * <p>Consumers begin one by one. Where one after the other does not, each case would wait for the whole time for callbacks in
 * vain. What it shortens is a prerequisite, never what a case looks at; and no consumer gets less than three times as long as
 * the slowest one of the run took. The first one of a kind that asks ends it.
 */
final class Drought {

    /** So many in a row are no accident. */
    private static final int LONG = 6;

    private static final int MARGIN = 3;

    private final Map<FlowKind, AtomicInteger> inVain = new ConcurrentHashMap<>();
    private final AtomicReference<Duration> slowest = new AtomicReference<>(Duration.ZERO);

    /**
     * How long the next one of a kind is waited for.
     *
     * @param usual as long as things go well
     * @param least after many that came to nothing
     */
    Duration patience(FlowKind kind, Duration usual, Duration least) {
        var enough = longer(least, slowest.get().multipliedBy(MARGIN));
        return lasts(kind) && enough.compareTo(usual) < 0 ? enough : usual;
    }

    /** Whether so many of a kind came to nothing that the next ones are not waited for as usual. */
    boolean lasts(FlowKind kind) {
        return of(kind).get() >= LONG;
    }

    /** One was waited for, and came after a time. */
    void came(FlowKind kind, Duration after) {
        of(kind).set(0);
        slowest.accumulateAndGet(after, Drought::longer);
    }

    /** One was waited for, and did not come. */
    void stayedAway(FlowKind kind) {
        of(kind).incrementAndGet();
    }

    private AtomicInteger of(FlowKind kind) {
        return inVain.computeIfAbsent(kind, any -> new AtomicInteger());
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
