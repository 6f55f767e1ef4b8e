package org.dpstck.core.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The exchanges of one case, in the order they began; safe for several threads.
 *
 * <p>Callbacks arrive on the stand-in's threads while the case sends on its own. A journal is bounded: a system that
 * floods a callback address costs a counter and no memory.
 */
public final class Journal {

    private static final int LIMIT = 200;
    private static final int COMMON_LIMIT = 2000;

    private final List<Exchange> exchanges = new ArrayList<>();
    private final Tape tape;
    private final Journal whole;
    private final String subject;
    private final Together together;
    private final int limit;
    private int dropped;
    private boolean once;

    /** A journal of what really happens. */
    public Journal() {
        this(null, LIMIT, null, "", new Together());
    }

    private Journal(Tape tape, int limit, Journal whole, String subject, Together together) {
        this.whole = whole;
        this.subject = subject;
        this.tape = tape;
        this.limit = limit;
        this.together = together;
    }

    /** A journal of what really happens for many cases. */
    public static Journal common() {
        return new Journal(null, COMMON_LIMIT, null, "", new Together());
    }

    /** A journal of what happened before: its exchanges are answered by a record. */
    public static Journal replaying(Tape tape) {
        return new Journal(tape, LIMIT, null, "", new Together());
    }

    /** The part of this journal that is about one thing; what is sent for it says so in its purpose. */
    public Journal about(String what) {
        return new Journal(tape, limit, this, " (" + what + ")", together);
    }

    /** A further journal that is answered by the same record, if one answers this. */
    public Journal beside() {
        return new Journal(tape, LIMIT, null, "", new Together());
    }

    /** The record that answers; empty if a system does. */
    public Optional<Tape> tape() {
        return Optional.ofNullable(tape);
    }

    /** Finds out what other cases stand on, too; what is sent for that is marked, because they do not send it again. */
    public <T> T once(Supplier<T> finding) {
        var before = once;
        once = true;
        try {
            return finding.get();
        } finally {
            once = before;
        }
    }

    /** Whether a record answers; then a trigger, named as in its purpose, has been fired as the record has it. */
    public boolean firedBefore(String trigger) {
        tape().ifPresent(it -> it.fires(purpose("trigger " + trigger)));
        return tape != null;
    }

    /** A purpose, marked if what is sent now is for several cases. */
    String purpose(String purpose) {
        return once ? purpose + subject + Tape.ONCE : purpose + subject;
    }

    /** A purpose, marked as above, and what goes at the same time. */
    Occasion occasion(String purpose) {
        return new Occasion(purpose(purpose), together.current());
    }

    /** Which threads send at the same time. */
    Together together() {
        return together;
    }

    /** Keeps an exchange, unless the journal is full. */
    public synchronized void add(Exchange exchange) {
        if (whole != null) {
            whole.add(exchange);
            return;
        }
        if (exchanges.size() < limit) {
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
