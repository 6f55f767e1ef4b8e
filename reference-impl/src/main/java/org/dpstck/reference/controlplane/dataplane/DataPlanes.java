package org.dpstck.reference.controlplane.dataplane;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dpstck.reference.authorization.Registered;
import org.dpstck.reference.controlplane.hook.ControlHooks;

/** The data planes that are registered with one control plane, in the order in which they were first registered. */
public final class DataPlanes {

    private final Map<String, DataPlane> known = new LinkedHashMap<>();
    private final ControlHooks hooks;

    /** Begins with the ones that configuration names. */
    public DataPlanes(Collection<DataPlane> configured, ControlHooks hooks) {
        this.hooks = hooks;
        configured.forEach(each -> known.put(each.id(), each));
    }

    /** Registers a data plane, or replaces what is known of it. */
    public synchronized void put(DataPlane dataPlane) {
        hooks.registered(find(dataPlane.id()), dataPlane).ifPresent(each -> known.put(each.id(), each));
    }

    /** What is known of a data plane. */
    public synchronized Optional<DataPlane> find(String id) {
        return Optional.ofNullable(known.get(id));
    }

    /** The ones that have registered with credentials for requests to them. */
    public synchronized List<Registered> authorized() {
        return known.values().stream()
                .filter(each -> !each.schemes().isEmpty())
                .map(each -> new Registered(each.id(), each.endpoint(), each.schemes()))
                .toList();
    }

    /** Forgets a data plane. */
    public synchronized void remove(String id) {
        known.remove(id);
    }

    /** The ones that serve this kind of transfer and bear all the labels, in the order in which they are to be tried. */
    public synchronized List<DataPlane> serving(String transferName, List<String> labels) {
        List<DataPlane> all = new ArrayList<>(known.values());
        List<DataPlane> fitting = all.stream()
                .filter(each -> each.serves(transferName) && each.labels().containsAll(labels))
                .toList();
        return hooks.selected(transferName, labels, all, fitting);
    }
}
