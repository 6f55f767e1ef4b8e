package org.dpstck.reference.controlplane.fault;

import static org.dpstck.reference.controlplane.hook.MessageKind.START;
import static org.dpstck.reference.controlplane.hook.MessageKind.SUSPEND;
import static org.dpstck.reference.controlplane.hook.MessageKind.TERMINATE;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dpstck.reference.controlplane.dataplane.DataPlane;
import org.dpstck.reference.controlplane.hook.ControlHook;
import org.dpstck.reference.controlplane.hook.Outgoing;

/** Defects in the choice of a data plane, and in keeping to it. */
final class ChoiceFaults {

    private ChoiceFaults() {}

    static void addTo(ControlFaultTable table) {
        table.add("SOURCED-FORGETS-DATA-PLANE", Forgetful::new);
        table.add("SOURCED-SIGNALS-TO-THE-FIRST", ToTheFirst::new);
        table.add("SOURCED-RESENDS-ELSEWHERE", ResendsElsewhere::new);
        table.add("SOURCED-HEART-BEAT-IDLE-ONLY", IdleOnly::new);
        table.add("SOURCED-ANY-TYPE-LATER", AnyTypeLater::new);
    }

    private static boolean follows(Outgoing message) {
        return Set.of(SUSPEND, TERMINATE).contains(message.kind());
    }

    /** Remembers which data planes there were at the latest selection. */
    private abstract static class Knowing implements ControlHook {
        private volatile List<DataPlane> known = List.of();

        @Override
        public List<DataPlane> selected(
                String transferName, List<String> labels, List<DataPlane> all, List<DataPlane> fitting) {
            known = List.copyOf(all);
            return fitting;
        }

        List<DataPlane> known() {
            return known;
        }

        /** The same message to another data plane. */
        static Outgoing redirected(Outgoing message, DataPlane other) {
            DataPlane chosen = message.transfer().dataPlane().orElseThrow();
            return message.withTarget(URI.create(message.target()
                    .toString()
                    .replace(chosen.endpoint().toString(), other.endpoint().toString())));
        }

        static boolean serves(DataPlane each, Outgoing message) {
            return each.serves(message.transfer().terms().transferName());
        }
    }

    /** Selects a data plane for every request anew, and another one each time. */
    private static final class Forgetful extends Knowing {
        @Override
        public List<Outgoing> sending(Outgoing message) {
            if (!follows(message)) {
                return List.of(message);
            }
            DataPlane chosen = message.transfer().dataPlane().orElseThrow();
            return List.of(known().stream()
                    .filter(each -> !each.id().equals(chosen.id()) && serves(each, message))
                    .findFirst()
                    .map(each -> redirected(message, each))
                    .orElse(message));
        }
    }

    /** Selects another data plane when the acknowledgement of a start does not come. */
    private static final class ResendsElsewhere extends Knowing {
        @Override
        public Outgoing repeated(Outgoing message) {
            DataPlane chosen = message.transfer().dataPlane().orElseThrow();
            return known().stream()
                    .filter(each -> message.kind() == START && !each.id().equals(chosen.id()) && serves(each, message))
                    .findFirst()
                    .map(each -> redirected(message, each))
                    .orElse(message);
        }
    }

    /** Sends what follows the start to the data plane that was registered first, whatever that serves. */
    private static final class ToTheFirst extends Knowing {
        @Override
        public List<Outgoing> sending(Outgoing message) {
            return List.of(follows(message) && !known().isEmpty() ? redirected(message, known().get(0)) : message);
        }
    }

    /** Takes a data plane that it has something to do with for one that is there. */
    private static final class IdleOnly implements ControlHook {
        private final Set<String> busy = ConcurrentHashMap.newKeySet();

        @Override
        public List<Outgoing> sending(Outgoing message) {
            message.transfer().dataPlane().ifPresent(each -> {
                if (message.kind() == START) {
                    busy.add(each.id());
                } else if (follows(message)) {
                    busy.remove(each.id());
                }
            });
            return List.of(message);
        }

        @Override
        public boolean checks(DataPlane dataPlane) {
            return !busy.contains(dataPlane.id());
        }
    }

    /** Takes a transfer of a type that nobody serves, and asks everybody, a tick later. */
    private static final class AnyTypeLater extends Knowing {
        private static final Duration TICK = Duration.ofSeconds(1);

        @Override
        public List<DataPlane> selected(
                String transferName, List<String> labels, List<DataPlane> all, List<DataPlane> fitting) {
            super.selected(transferName, labels, all, fitting);
            return fitting.isEmpty() ? all : fitting;
        }

        @Override
        public List<Outgoing> sending(Outgoing message) {
            boolean served = message.kind() != START
                    || serves(message.transfer().dataPlane().orElseThrow(), message);
            return served
                    ? List.of(message)
                    : known().stream().map(each -> redirected(message, each)).toList();
        }

        @Override
        public Duration pace(Outgoing message) {
            return message.kind() == START ? TICK : Duration.ZERO;
        }
    }
}
