package org.dpstck.reference.controlplane.fault;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dpstck.reference.controlplane.dataplane.DataPlane;
import org.dpstck.reference.controlplane.hook.ControlExchange;
import org.dpstck.reference.controlplane.hook.ControlHook;
import org.dpstck.reference.controlplane.hook.ControlRule;
import org.dpstck.reference.edition.ControlPlaneOperation;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.json.Json;

/** Data planes that are registered, replaced, deleted or chosen wrongly. */
final class RegistrationFaults {

    private RegistrationFaults() {}

    static void addTo(ControlFaultTable table) {
        table.rule("SIGNALS-WITHOUT-CREDENTIALS", ControlRule.CARRIES_CREDENTIALS);
        table.rule("SIGNALS-WITH-THE-SECRET", ControlRule.KEEPS_SECRETS);
        table.add("OLD-CREDENTIALS-KEPT", Stubborn::new);
        table.add("DATAPLANES-AGAIN-409", OnceOnly::new);
        table.add("DATA-PLANE-MERGED", Merging::new);
        table.add("DATA-PLANE-DELETED-SERVES", Remembering::new);
        table.add("DATA-PLANE-OF-ANY-TYPE", AnyType::new);
        table.add("DATAPLANES-DELETED-BY-PREFIX", Sweeping::new);
    }

    /** Takes one registration of each data plane. */
    private static final class OnceOnly implements ControlHook {
        private final Set<String> registered = ConcurrentHashMap.newKeySet();

        @Override
        public Answer finished(ControlExchange exchange, Answer answer) {
            Optional<String> id = Json.tryObject(exchange.request().text())
                    .map(message -> message.path("dataplaneId").stringValue(""));
            boolean taken = exchange.is(ControlPlaneOperation.REGISTER) && answer.isSuccess();
            return taken && id.filter(each -> !registered.add(each)).isPresent() ? Answer.empty(409) : answer;
        }
    }

    /** Replaces everything but the credentials. */
    private static final class Stubborn implements ControlHook {
        @Override
        public Optional<DataPlane> registered(Optional<DataPlane> before, DataPlane now) {
            return Optional.of(new DataPlane(
                    now.id(),
                    now.endpoint(),
                    now.transfers(),
                    now.labels(),
                    before.map(DataPlane::schemes).orElse(now.schemes())));
        }
    }

    /** Adds what is new to what was there. */
    private static final class Merging implements ControlHook {
        @Override
        public Optional<DataPlane> registered(Optional<DataPlane> before, DataPlane now) {
            List<String> transfers = new ArrayList<>(now.transfers());
            before.ifPresent(old -> transfers.addAll(old.transfers()));
            return Optional.of(new DataPlane(now.id(), now.endpoint(), transfers, now.labels(), now.schemes()));
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

    /** Deletes every data plane whose id begins like the one that is to be deleted. */
    private static final class Sweeping implements ControlHook {
        private final Set<String> ids = new HashSet<>();
        private final Set<String> swept = new HashSet<>();

        @Override
        public synchronized Optional<DataPlane> registered(Optional<DataPlane> before, DataPlane now) {
            ids.add(now.id());
            swept.remove(now.id());
            return Optional.of(now);
        }

        @Override
        public synchronized Answer finished(ControlExchange exchange, Answer answer) {
            if (exchange.is(ControlPlaneOperation.DELETE_REGISTRATION) && answer.isSuccess()) {
                List<String> path = exchange.request().segments();
                ids.stream()
                        .filter(id -> path.stream().anyMatch(each -> ids.contains(each) && id.startsWith(each)))
                        .forEach(swept::add);
            }
            return answer;
        }

        @Override
        public synchronized List<DataPlane> selected(
                String transferName, List<String> labels, List<DataPlane> all, List<DataPlane> fitting) {
            return fitting.stream().filter(each -> !swept.contains(each.id())).toList();
        }
    }
}
