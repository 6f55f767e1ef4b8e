package org.dpstck.dataplane.doctor;

import java.util.Optional;
import org.dpstck.core.doctor.Bound;
import org.dpstck.core.junit.RunContext;
import org.dpstck.core.standin.StandInException;
import org.dpstck.core.sut.CallbackSettings;
import org.dpstck.dataplane.flow.Shared;

/**
 * What the steps work with.
 *
 * @param bound with a stand-in that listens
 */
record Bench(Bound<Shared> bound) implements AutoCloseable {

    /** Opens it, whatever is wrong with callback.bind: what does not need callbacks can be looked at all the same. */
    static Bench open(RunContext run) {
        return new Bench(Bound.open(run.system().callback(), callback -> opened(run, callback)));
    }

    /**
     * Opens it with another address for callbacks.
     *
     * @throws StandInException if nobody can listen there
     */
    static Bench at(RunContext run, CallbackSettings callback) {
        return new Bench(new Bound<>(opened(run, callback), null));
    }

    Shared shared() {
        return bound.opened();
    }

    /** Why the kit does not listen where the description says; empty if it does. */
    Optional<String> unbound() {
        return bound.unbound();
    }

    @Override
    public void close() {
        shared().close();
    }

    private static Shared opened(RunContext run, CallbackSettings callback) {
        var shared = Shared.open(run, callback);
        if (run.edition().callsBackWhereRegistered()) {
            shared.standIn().shareAddress();
        }
        return shared;
    }
}
