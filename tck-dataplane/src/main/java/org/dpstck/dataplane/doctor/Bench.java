package org.dpstck.dataplane.doctor;

import java.util.Optional;
import org.dpstck.core.junit.RunContext;
import org.dpstck.core.standin.StandInException;
import org.dpstck.core.sut.CallbackSettings;
import org.dpstck.dataplane.flow.Shared;

/**
 * What the steps work with.
 *
 * @param shared with a stand-in that listens, if not where the description says, then anywhere
 * @param why it does not listen where the description says; null if it does
 */
record Bench(Shared shared, String why) implements AutoCloseable {

    /** Opens it, whatever is wrong with callback.bind: what does not need callbacks can be looked at all the same. */
    static Bench open(RunContext run) {
        var wanted = run.system().callback();
        var anyPort = new CallbackSettings(wanted.host(), 0, wanted.advertise());
        try {
            return new Bench(opened(run, wanted), null);
        } catch (StandInException e) {
            return elsewhere(run, anyPort, wanted);
        }
    }

    /**
     * Opens it with another address for callbacks.
     *
     * @throws StandInException if nobody can listen there
     */
    static Bench at(RunContext run, CallbackSettings callback) {
        return new Bench(opened(run, callback), null);
    }

    /** Why the kit does not listen where the description says; empty if it does. */
    Optional<String> unbound() {
        return Optional.ofNullable(why);
    }

    @Override
    public void close() {
        shared.close();
    }

    private static Shared opened(RunContext run, CallbackSettings callback) {
        var shared = Shared.open(run, callback);
        if (run.edition().callsBackWhereRegistered()) {
            shared.standIn().shareAddress();
        }
        return shared;
    }

    private static Bench elsewhere(RunContext run, CallbackSettings anyPort, CallbackSettings wanted) {
        var address = wanted.host() + ":" + wanted.port();
        try {
            return new Bench(
                    opened(run, anyPort),
                    "cannot listen on " + address + ": port " + wanted.port()
                            + " is in use, or needs rights that this process has not");
        } catch (StandInException e) {
            return new Bench(
                    opened(run, CallbackSettings.defaults()),
                    "cannot listen on " + address + ": " + wanted.host() + " is no address of this machine");
        }
    }
}
