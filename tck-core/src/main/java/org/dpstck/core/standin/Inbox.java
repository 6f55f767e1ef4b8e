package org.dpstck.core.standin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.dpstck.core.exchange.Journal;

/**
 * What arrived for one flow; waiting is woken by arrivals and never polls.
 *
 * <p>Bounded: of a flood only the first arrivals are kept.
 */
public final class Inbox {

    private static final int LIMIT = 100;
    private static final int MOST_CHARS = 1 << 22;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final List<Arrival> arrivals = new ArrayList<>();
    private final Journal journal;
    private final String key;
    private final String processId;
    private int chars;

    Inbox(String key, String processId, Journal journal) {
        this.key = key;
        this.processId = processId;
        this.journal = journal;
    }

    /** An inbox of a flow at an address that flows share. */
    public static Inbox of(Journal journal) {
        return new Inbox("", "", journal);
    }

    /** The part of the callback address that is this flow's own. */
    public String key() {
        return key;
    }

    String processId() {
        return processId;
    }

    void add(Arrival arrival) {
        lock.lock();
        try {
            if (arrivals.size() < LIMIT && chars + arrival.body().length() <= MOST_CHARS) {
                chars += arrival.body().length();
                arrivals.add(arrival);
                journal.add(arrival.exchange());
            }
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What arrived so far, in order. */
    public List<Arrival> all() {
        lock.lock();
        try {
            return List.copyOf(arrivals);
        } finally {
            lock.unlock();
        }
    }

    /** The first arrival of a kind, now or before the deadline. */
    public Optional<Arrival> await(Predicate<Arrival> wanted, Duration deadline) {
        return await(wanted, 1, deadline).stream().findFirst();
    }

    /**
     * Waits until a number of arrivals of a kind is there, at most until the deadline.
     *
     * @return those that are there then, which may be fewer
     */
    public List<Arrival> await(Predicate<Arrival> wanted, int number, Duration deadline) {
        if (journal.tape().isPresent()) {
            return journal.tape()
                    .get()
                    .await(() -> all().stream().filter(wanted).toList(), number, deadline);
        }
        var left = deadline.toNanos();
        lock.lock();
        try {
            while (true) {
                var found = arrivals.stream().filter(wanted).toList();
                if (found.size() >= number || left <= 0) {
                    return found;
                }
                left = arrived.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } finally {
            lock.unlock();
        }
    }

    /** What of a kind arrives within a window; the window is over early when something does. */
    public List<Arrival> within(Duration window, Predicate<Arrival> unwanted) {
        return await(unwanted, 1, Duration.ofNanos(Math.max(window.toNanos(), TimeUnit.MILLISECONDS.toNanos(1))));
    }
}
