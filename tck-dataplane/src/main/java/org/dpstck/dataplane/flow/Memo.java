package org.dpstck.dataplane.flow;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.dpstck.core.exchange.Unrecorded;

/** Finds something out once for each key; threads that ask for the same key wait for the first, others do not. */
final class Memo<K, V> {

    private final Map<K, FutureTask<V>> known = new ConcurrentHashMap<>();

    V get(K key, Supplier<V> finding) {
        var task = known.computeIfAbsent(key, it -> new FutureTask<>(finding::get));
        task.run(); // Does nothing for all but the first.
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + key, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Unrecorded unrecorded) {
                known.remove(key, task); // Another case may have it in its record.
                throw unrecorded;
            }
            throw new IllegalStateException("finding out about " + key + " failed", e.getCause());
        }
    }
}
