package org.dpstck.dataplane.flow;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.dpstck.core.exchange.Unrecorded;
import org.dpstck.core.verdict.Unjudgeable;

/**
 * Finds something out once for each key; threads that ask for the same key wait for the first, others do not.
 *
 * <p>What cannot be found out, and what is null, is not kept: another case may have more luck, or have it in its record.
 */
final class Memo<K, V> {

    private final Map<K, FutureTask<V>> known = new ConcurrentHashMap<>();

    V get(K key, Supplier<V> finding) {
        var task = known.computeIfAbsent(key, it -> new FutureTask<>(finding::get));
        task.run(); // Does nothing for all but the first.
        try {
            var value = task.get();
            if (value == null) {
                known.remove(key, task);
            }
            return value;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + key, e);
        } catch (ExecutionException e) {
            known.remove(key, task);
            if (e.getCause() instanceof Unrecorded unrecorded) {
                throw unrecorded;
            }
            if (e.getCause() instanceof Unjudgeable unjudgeable) {
                throw unjudgeable;
            }
            throw new IllegalStateException("finding out about " + key + " failed", e.getCause());
        }
    }
}
