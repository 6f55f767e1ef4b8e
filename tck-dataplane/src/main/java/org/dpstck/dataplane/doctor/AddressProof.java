package org.dpstck.dataplane.doctor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dpstck.core.doctor.LocalAddresses.Address;
import org.dpstck.core.standin.StandInException;
import org.dpstck.core.sut.CallbackSettings;
import org.dpstck.core.sut.ManualTrigger;
import org.dpstck.core.sut.TriggerPoint;
import org.dpstck.dataplane.flow.RunRegistration;

/**
 * Finds out by which address the system does reach this machine: what made a callback due is done again, at each address.
 *
 * <p>For that the kit listens on the address for as long as it takes, at most two seconds each.
 */
final class AddressProof {

    private static final int MOST = 4;

    private AddressProof() {}

    /**
     * The first address at which the callback comes; empty if it comes at none.
     *
     * @param point what brings the callback about
     */
    static Optional<Address> among(List<Address> addresses, Examination examination, TriggerPoint point) {
        if (byHand(examination, point)) {
            return Optional.empty();
        }
        try {
            return addresses.stream()
                    .limit(MOST)
                    .filter(address -> proves(address, examination, point))
                    .findFirst();
        } finally {
            if (examination.edition().registered().isPresent()) {
                // The system is to know the address of the description again, and not one that nobody listens on.
                new RunRegistration(examination.shared()).make(examination.journal());
            }
        }
    }

    private static boolean proves(Address address, Examination examination, TriggerPoint point) {
        var callback =
                new CallbackSettings(address.bind(), 0, address.advertised().value());
        try (var bench = Bench.at(examination.run(), callback)) {
            var again = new Examination(examination.run(), bench);
            try {
                again.hurry();
                return Trials.of(again, point)
                        .awaited()
                        .flatMap(Effects::arrival)
                        .isPresent();
            } finally {
                new FlowsStep().look(again);
                again.release();
            }
        } catch (StandInException notOurs) {
            return false;
        }
    }

    /** Nobody is asked to do the same again and again. */
    private static boolean byHand(Examination examination, TriggerPoint point) {
        return Stream.of(point, TriggerPoint.PROCEED)
                .flatMap(it -> examination.system().trigger(it).stream())
                .anyMatch(ManualTrigger.class::isInstance);
    }
}
