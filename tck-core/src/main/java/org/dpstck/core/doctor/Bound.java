package org.dpstck.core.doctor;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dpstck.core.junit.Check;
import org.dpstck.core.standin.StandInException;
import org.dpstck.core.sut.CallbackSettings;

/**
 * Stand-ins that listen, if not where the description says, then anywhere.
 *
 * @param <T> what listens
 * @param opened what listens
 * @param why it does not listen where the description says; null if it does
 */
public record Bound<T>(T opened, String why) {

    /** Opens it, whatever is wrong with callback.bind: what does not need callbacks can be looked at all the same. */
    public static <T> Bound<T> open(CallbackSettings wanted, Function<CallbackSettings, T> opening) {
        try {
            return new Bound<>(opening.apply(wanted), null);
        } catch (StandInException e) {
            return elsewhere(wanted, opening);
        }
    }

    private static <T> Bound<T> elsewhere(CallbackSettings wanted, Function<CallbackSettings, T> opening) {
        var address = wanted.host() + ":" + wanted.port();
        try {
            return new Bound<>(
                    opening.apply(new CallbackSettings(wanted.host(), 0, wanted.advertise())),
                    "cannot listen on " + address + ": port " + wanted.port()
                            + " is in use, or needs rights that this process has not");
        } catch (StandInException e) {
            return new Bound<>(
                    opening.apply(CallbackSettings.defaults()),
                    "cannot listen on " + address + ": " + wanted.host() + " is no address of this machine");
        }
    }

    /** Why the kit does not listen where the description says; empty if it does. */
    public Optional<String> unbound() {
        return Optional.ofNullable(why);
    }

    /** What there is to say of callback.bind. */
    public Finding finding(CallbackSettings wanted, String address) {
        return unbound()
                .map(reason -> Finding.problem(
                                reason,
                                "A run cannot begin: nothing would take the callbacks of the system.",
                                "End what listens on that port, or take another address with callback.bind. Port 0 takes"
                                        + " any free one, and {port} in callback.advertise stands for it.")
                        .suggesting(List.of(new Check.Setting(
                                LocalAddresses.BIND,
                                LocalAddresses.bound(wanted.host(), 0),
                                "any free port of the same address"))))
                .orElseGet(() -> Finding.ok("listening; the system is told " + address));
    }
}
