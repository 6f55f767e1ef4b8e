package org.dpstck.core.exchange;

import java.util.concurrent.Callable;

/** What is asked until it is so. */
final class Condition {

    private Condition() {}

    /** Whether it is so; a condition that fails with anything but a runtime exception is a defect of the suite. */
    static boolean holds(Callable<Boolean> condition) {
        try {
            return condition.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a condition failed", e);
        }
    }
}
