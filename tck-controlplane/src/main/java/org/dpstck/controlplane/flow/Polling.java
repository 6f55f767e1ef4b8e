package org.dpstck.controlplane.flow;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.exchange.Tape;

/** Asks again and again, at growing distances, where the system tells a state only to those who ask. */
final class Polling {

    private static final long FIRST_MILLIS = 5;
    private static final long MOST_MILLIS = 100;

    private Polling() {}

    /** The first answer that will do, or the last one before the deadline. */
    static <T> T until(Journal journal, Supplier<T> question, Predicate<T> enough, Duration deadline) {
        if (journal.tape().isPresent()) {
            return recorded(journal.tape().get(), question, enough, deadline);
        }
        var end = System.nanoTime() + deadline.toNanos();
        var pause = FIRST_MILLIS;
        var answer = question.get();
        while (!enough.test(answer) && System.nanoTime() < end) {
            if (!rested(pause)) {
                return answer;
            }
            pause = Math.min(pause * 2, MOST_MILLIS);
            answer = question.get();
        }
        return answer;
    }

    /** The same as it was asked then; a question that nobody is sent waits for what arrives. */
    private static <T> T recorded(Tape tape, Supplier<T> question, Predicate<T> enough, Duration deadline) {
        var before = tape.lastSent();
        var began = tape.now();
        var answer = question.get();
        var asked = !tape.lastSent().equals(before);
        var end = asked ? tape.lastSent().get().plus(deadline) : began.plus(deadline);
        var pause = FIRST_MILLIS;
        while (!enough.test(answer)) {
            var again =
                    asked ? tape.now().isBefore(end) && tape.asksAgain(Duration.ofMillis(pause)) : tape.arrives(end);
            if (!again) {
                return answer;
            }
            pause = Math.min(pause * 2, MOST_MILLIS);
            answer = question.get();
        }
        return answer;
    }

    /** Waits for something of which whoever brings it about notifies the monitor; not longer than the deadline. */
    static void awaits(Object monitor, Journal journal, BooleanSupplier there, Duration deadline) {
        if (journal.tape().isPresent()) {
            journal.tape().get().await(() -> there.getAsBoolean() ? List.of(true) : List.of(), 1, deadline);
            return;
        }
        var end = System.nanoTime() + deadline.toNanos();
        synchronized (monitor) {
            try {
                while (!there.getAsBoolean() && System.nanoTime() < end) {
                    var left = Duration.ofNanos(end - System.nanoTime()).toMillis();
                    monitor.wait(Math.max(1, left));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Nothing ever opens this latch: it is a pause that an interruption ends. */
    private static boolean rested(long millis) {
        try {
            new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
