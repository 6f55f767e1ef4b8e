package org.dpstck.reference.controlplane.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dpstck.reference.controlplane.dataplane.DataPlane;
import org.dpstck.reference.controlplane.hook.ControlExchange;
import org.dpstck.reference.controlplane.hook.ControlHook;
import org.dpstck.reference.edition.ControlPlaneOperation;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Refusal.Kind;

/** Data planes that are registered, replaced, deleted or chosen wrongly. */
final class RegistrationFaults {

    private RegistrationFaults() {}

    static void addTo(ControlFaultTable table) {
        table.answer(
                "DATA-PLANE-DELETED-200",
                exchange -> exchange.is(ControlPlaneOperation.DELETE_REGISTRATION)
                        && exchange.refusal().isEmpty(),
                answer -> answer.withStatus(200));
        table.answer(
                "DATA-PLANE-DELETE-UNKNOWN-500",
                exchange -> exchange.is(ControlPlaneOperation.DELETE_REGISTRATION)
                        && exchange.refusedFor(Kind.UNKNOWN_DATA_PLANE),
                answer -> Answer.empty(500));
        table.answer("DATA-PLANE-ACCEPTS-ANYTHING", RegistrationFaults::isUnreadable, answer -> Answer.empty(200));
        table.add("DATA-PLANE-NOT-REPLACED", FirstOnly::new);
        table.add("DATA-PLANE-MERGED", Merging::new);
        table.add("DATA-PLANE-DELETED-SERVES", Remembering::new);
        table.add("DATA-PLANE-OF-ANY-TYPE", AnyType::new);
    }

    private static boolean isUnreadable(ControlExchange exchange) {
        return (exchange.is(ControlPlaneOperation.REGISTER) || exchange.is(ControlPlaneOperation.REPLACE_REGISTRATION))
                && exchange.refusal()
                        .filter(refusal -> refusal.kind().status() == 400)
                        .isPresent();
    }

    /** Keeps what it heard first. */
    private static final class FirstOnly implements ControlHook {
        @Override
        public Optional<DataPlane> registered(Optional<DataPlane> before, DataPlane now) {
            return before.or(() -> Optional.of(now));
        }
    }

    /** Adds what is new to what was there. */
    private static final class Merging implements ControlHook {
        @Override
        public Optional<DataPlane> registered(Optional<DataPlane> before, DataPlane now) {
            List<String> transfers = new ArrayList<>(now.transfers());
            before.ifPresent(old -> transfers.addAll(old.transfers()));
            return Optional.of(new DataPlane(now.id(), now.endpoint(), transfers, now.labels()));
        }
    }

    /** Gives flows to data planes that are no longer registered. */
    private static final class Remembering implements ControlHook {
        private final List<DataPlane> ever = new ArrayList<>();

        @Override
        public synchronized Optional<DataPlane> registered(Optional<DataPlane> before, DataPlane now) {
            ever.removeIf(each -> each.id().equals(now.id()));
            ever.add(now);
            return Optional.of(now);
        }

        @Override
        public synchronized List<DataPlane> selected(
                String transferName, List<String> labels, List<DataPlane> all, List<DataPlane> fitting) {
            List<DataPlane> gone = ever.stream()
                    .filter(each -> each.serves(transferName) && all.stream().noneMatch(each::equals))
                    .toList();
            List<DataPlane> chosen = new ArrayList<>(gone);
            chosen.addAll(fitting);
            return chosen;
        }
    }

    /** Takes the first one, whatever it serves. */
    private static final class AnyType implements ControlHook {
        @Override
        public List<DataPlane> selected(
                String transferName, List<String> labels, List<DataPlane> all, List<DataPlane> fitting) {
            return all;
        }
    }
}
