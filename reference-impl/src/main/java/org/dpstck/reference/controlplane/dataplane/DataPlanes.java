package org.dpstck.reference.controlplane.dataplane;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dpstck.reference.authorization.Registered;
import org.dpstck.reference.controlplane.hook.ControlHooks;
import org.dpstck.reference.controlplane.hook.ControlRule;

/** The data planes that are registered with one control plane, in the order in which they were first registered. */
public final class DataPlanes {

    private final Map<String, DataPlane> known = new LinkedHashMap<>();
    private final Set<String> unavailable = new HashSet<>();
    private final Set<String> leaving = new HashSet<>();
    private final ControlHooks hooks;

    /** Begins with the ones that configuration names. */
    public DataPlanes(Collection<DataPlane> configured, ControlHooks hooks) {
        this.hooks = hooks;
        configured.forEach(each -> known.put(each.id(), each));
    }

    /** Registers a data plane, or replaces what is known of it. */
    public synchronized void put(DataPlane dataPlane) {
        hooks.registered(find(dataPlane.id()), dataPlane).ifPresent(each -> {
            known.put(each.id(), each);
            leaving.remove(each.id());
            if (!hooks.keeps(ControlRule.SELECTS_UNCHECKED)) {
                unavailable.add(each.id());
            }
        });
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

    /** Every one. */
    public synchronized List<DataPlane> all() {
        return List.copyOf(known.values());
    }

    /** Notes whether one has answered its last heart-beat. */
    public synchronized void isAvailable(String id, boolean answers) {
        if (answers) {
            unavailable.remove(id);
        } else {
            unavailable.add(id);
        }
    }

    /** Forgets a data plane. */
    public synchronized void remove(String id) {
        if (hooks.keeps(ControlRule.REMOVES_AT_ONCE)) {
            unavailable.remove(id);
            known.remove(id);
        } else {
            leaving.add(id);
        }
    }

    /** Those that are to go are gone, and the others are told. */
    synchronized List<DataPlane> swept() {
        known.keySet().removeAll(leaving);
        unavailable.removeAll(leaving);
        leaving.clear();
        return all();
    }

    /** Those that the catalogue is built from. */
    public synchronized List<DataPlane> catalogued() {
        return known.values().stream()
                .filter(each -> !unavailable.contains(each.id()) || hooks.keeps(ControlRule.SELECTS_UNCHECKED))
                .toList();
    }

    /** Whether a data plane can transfer from this type of source. */
    public boolean reads(DataPlane dataPlane, String source) {
        List<String> named = dataPlane.sources();
        if (!hooks.keeps(ControlRule.HEEDS_EVERY_SOURCE)) {
            return named.isEmpty() || named.get(0).equals(source);
        }
        return dataPlane.reads(source)
                || !hooks.keeps(ControlRule.COMPARES_WHOLE_SOURCES)
                        && named.stream().anyMatch(each -> each.contains(source) || source.contains(each));
    }

    private boolean serves(DataPlane dataPlane, String transferName) {
        return dataPlane.serves(transferName)
                || !hooks.keeps(ControlRule.COMPARES_WHOLE_TYPES)
                        && dataPlane.transfers().stream()
                                .anyMatch(each -> each.contains(transferName) || transferName.contains(each));
    }

    /** The ones that are there, serve this kind of transfer and can read the source, in any order. */
    public synchronized List<DataPlane> serving(String transferName, String source) {
        List<DataPlane> all = new ArrayList<>(known.values());
        List<DataPlane> fitting = new ArrayList<>(all.stream()
                .filter(each -> serves(each, transferName))
                .filter(each -> reads(each, source) || !hooks.keeps(ControlRule.HEEDS_SOURCES))
                .filter(each -> !unavailable.contains(each.id()) || !hooks.keeps(ControlRule.HEEDS_HEART_BEATS))
                .toList());
        Collections.shuffle(fitting);
        return hooks.selected(transferName, List.of(), all, fitting);
    }

    /** The ones that serve this kind of transfer and bear all the labels, in the order in which they are to be tried. */
    public synchronized List<DataPlane> serving(String transferName, List<String> labels) {
        List<DataPlane> all = new ArrayList<>(known.values());
        List<DataPlane> fitting = all.stream()
                .filter(each -> serves(each, transferName) && each.labels().containsAll(labels))
                .toList();
        return hooks.selected(transferName, labels, all, fitting);
    }
}
