package org.dpstck.core.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The exchanges of one case, in the order they began; safe for several threads.
 *
 * <p>Callbacks arrive on the stand-in's threads while the case sends on its own. A journal is bounded: a system that
 * floods a callback address costs a counter and no memory.
 */
public final class Journal {

    private static final int LIMIT = 200;

    private final List<Exchange> exchanges = new ArrayList<>();
    private int dropped;

    /** Keeps an exchange, unless the journal is full. */
    public synchronized void add(Exchange exchange) {
        if (exchanges.size() < LIMIT) {
            exchanges.add(exchange);
        } else {
            dropped++;
        }
    }

    /** The exchanges so far, in the order they began. */
    public synchronized List<Exchange> exchanges() {
        return exchanges.stream().sorted(Comparator.comparing(Exchange::at)).toList();
    }

    /** How many exchanges found the journal full. */
    public synchronized int dropped() {
        return dropped;
    }
}
