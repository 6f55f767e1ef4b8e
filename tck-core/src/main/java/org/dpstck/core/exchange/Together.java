package org.dpstck.core.exchange;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Which threads of a case send at the same time on purpose.
 *
 * <p>Moments do not tell: of two requests that go at the same time one may be answered before the other leaves.
 */
final class Together {

    private final Map<Thread, String> names = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    /** A name for what will go at the same time. */
    String next() {
        return "t" + count.incrementAndGet();
    }

    /** The same request, as one of those with a name. */
    <T> Supplier<T> as(String name, Supplier<T> request) {
        return () -> {
            names.put(Thread.currentThread(), name);
            try {
                return request.get();
            } finally {
                names.remove(Thread.currentThread());
            }
        };
    }

    /** What this thread sends with others; null if it sends alone. */
    String current() {
        return names.get(Thread.currentThread());
    }
}
