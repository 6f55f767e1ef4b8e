package org.dpstck.reference.controlplane.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dpstck.reference.controlplane.dataplane.DataPlane;
import org.dpstck.reference.controlplane.hook.ControlHook;

/** Data planes that are registered, replaced, deleted or chosen wrongly. */
final class RegistrationFaults {

    private RegistrationFaults() {}

    static void addTo(ControlFaultTable table) {
        table.add("DATA-PLANE-MERGED", Merging::new);
        table.add("DATA-PLANE-DELETED-SERVES", Remembering::new);
        table.add("DATA-PLANE-OF-ANY-TYPE", AnyType::new);
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
