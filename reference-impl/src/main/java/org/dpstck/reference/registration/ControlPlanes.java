package org.dpstck.reference.registration;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.dpstck.reference.authorization.Registered;

/**
 * The control planes that are registered with one data plane (section "Control Plane Registration").
 *
 * <p>A flow belongs to the control plane that registered or updated itself last before the flow was opened; the
 * specification does not say how a flow is tied to one of several.
 */
public final class ControlPlanes {

    private final Map<String, Registered> known = new LinkedHashMap<>();
    private final Optional<URI> configured;

    /** Starts without a registration by end point, with or without one by configuration. */
    public ControlPlanes(Optional<URI> configured) {
        this.configured = configured;
    }

    /** Registers a control plane, or replaces what is known of it. */
    public synchronized void put(Registered controlPlane) {
        known.remove(controlPlane.id());
        known.put(controlPlane.id(), controlPlane);
    }

    /** What is known of a control plane. */
    public synchronized Optional<Registered> find(String id) {
        return Optional.ofNullable(known.get(id));
    }

    /** The registered ones, the one that registered or updated itself last at the end. */
    public synchronized List<Registered> all() {
        return List.copyOf(known.values());
    }

    /** Replaces what is known of a control plane; whether it was known. */
    public synchronized boolean replace(Registered controlPlane) {
        boolean there = known.containsKey(controlPlane.id());
        if (there) {
            put(controlPlane);
        }
        return there;
    }

    /** Forgets a control plane; whether it was known. */
    public synchronized boolean remove(String id) {
        return known.remove(id) != null;
    }

    private synchronized Optional<URI> endpoint(String id) {
        return find(id).map(Registered::endpoint);
    }

    private synchronized Optional<String> latest() {
        List<String> ids = new ArrayList<>(known.keySet());
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(ids.size() - 1));
    }

    /**
     * Says where the callbacks of a new flow go: to the address its message named, else to the latest control plane for
     * as long as that is registered, else to the configured one.
     */
    public Supplier<Optional<URI>> destination(Optional<URI> named) {
        if (named.isPresent()) {
            return () -> named;
        }
        return latest().<Supplier<Optional<URI>>>map(id -> () -> endpoint(id))
                .orElse(() -> configured.or(() -> latest().flatMap(this::endpoint)));
    }
}
