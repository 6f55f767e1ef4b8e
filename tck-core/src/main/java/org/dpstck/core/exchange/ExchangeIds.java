package org.dpstck.core.exchange;

import java.util.concurrent.atomic.AtomicLong;

/** Numbers the exchanges of one run: {@code x1}, {@code x2}, and so on. */
public final class ExchangeIds {

    private final AtomicLong last = new AtomicLong();

    /** The next id. */
    public String next() {
        return "x" + last.incrementAndGet();
    }

    /** How many ids were given out. */
    public long count() {
        return last.get();
    }
}
