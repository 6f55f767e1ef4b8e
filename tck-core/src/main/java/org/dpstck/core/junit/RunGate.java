package org.dpstck.core.junit;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Open while cases may run; once closed, the rest of the run ends at once, with the reason. */
public final class RunGate {

    private final AtomicReference<String> reason = new AtomicReference<>();

    /** Closes the gate; the first reason stays. */
    public void close(String why) {
        reason.compareAndSet(null, why);
    }

    /** Why it was closed; empty while it is open. */
    public Optional<String> closedBecause() {
        return Optional.ofNullable(reason.get());
    }
}
