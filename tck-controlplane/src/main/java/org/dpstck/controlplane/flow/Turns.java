package org.dpstck.controlplane.flow;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one transfer begin at a time where the system's signals do not tell which transfer they are about.
 *
 * <p>That is so where a control plane sends the first signal before it has answered, or names its processes to data planes by
 * ids that nobody else hears of.
 */
final class Turns {

    private final ReentrantLock turn = new ReentrantLock(true);
    private volatile boolean needed;

    /** From now on transfers of a provider begin one by one. */
    void need() {
        needed = true;
    }

    boolean needed() {
        return needed;
    }

    void take() {
        turn.lock();
    }

    /** Whether it is the turn of the thread that asks. */
    boolean taken() {
        return turn.isHeldByCurrentThread();
    }

    void leave() {
        if (taken()) {
            turn.unlock();
        }
    }
}
