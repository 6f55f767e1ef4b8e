package org.dpstck.reference.controlplane.fault;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dpstck.reference.controlplane.dataplane.DataPlane;
import org.dpstck.reference.controlplane.hook.ControlHook;
import org.dpstck.reference.controlplane.hook.ControlRule;
import org.dpstck.reference.controlplane.hook.Outgoing;

/** Wrong conclusions from data planes that cannot be reached, and from such as come back. */
final class OutageFaults {

    private OutageFaults() {}

    static void addTo(ControlFaultTable table) {
        table.rule("SILENCE-IS-A-YES", ControlRule.HAS_PATIENCE);
        table.add("UNREACHED-NEVER-AGAIN", Resentful::new);
        table.add("SIGNALS-TO-THE-UNREACHED", Faithful::new);
        table.add("DATAPLANES-DELETED-FOR-GOOD", Unforgiving::new);
    }

    /** Does not choose what it once could not reach; one for several types is spared, so that not everything comes to an end. */
    private static final class Resentful implements ControlHook {
        private final Set<String> unreached = ConcurrentHashMap.newKeySet();

        @Override
        public void unreached(DataPlane dataPlane) {
            if (dataPlane.transfers().size() == 1) {
                unreached.add(dataPlane.id());
            }
        }

        @Override
        public List<DataPlane> selected(
                String transferName, List<String> labels, List<DataPlane> all, List<DataPlane> fitting) {
            return fitting.stream()
                    .filter(each -> !unreached.contains(each.id()))
                    .toList();
        }
    }

    /** Says what comes after the start to the data plane that was tried first, though another one took the flow. */
    private static final class Faithful implements ControlHook {
        private final Set<DataPlane> unreached = ConcurrentHashMap.newKeySet();

        @Override
        public void unreached(DataPlane dataPlane) {
            unreached.add(dataPlane);
        }

        @Override
        public List<Outgoing> sending(Outgoing message) {
            Optional<DataPlane> chosen = message.transfer().dataPlane();
            boolean opened = message.kind().isForDataPlane()
                    && message.transfer().flowId().isPresent();
            return List.of(chosen.filter(each -> opened)
                    .flatMap(this::tried)
                    .map(each -> message.withTarget(URI.create(message.target()
                            .toString()
                            .replace(
                                    chosen.get().endpoint().toString(),
                                    each.endpoint().toString()))))
                    .orElse(message));
        }

        private Optional<DataPlane> tried(DataPlane taken) {
            return unreached.stream()
                    .filter(each -> each.transfers().equals(taken.transfers()))
                    .findFirst();
        }
    }

    /** Keeps no registration of a data plane that was there before and is not now. */
    private static final class Unforgiving implements ControlHook {
        private final Set<String> ever = ConcurrentHashMap.newKeySet();

        @Override
        public Optional<DataPlane> registered(Optional<DataPlane> before, DataPlane now) {
            boolean first = ever.add(now.id());
            return before.isPresent() || first ? Optional.of(now) : Optional.empty();
        }
    }
}
