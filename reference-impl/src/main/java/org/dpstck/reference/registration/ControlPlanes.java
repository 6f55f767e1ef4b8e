package org.dpstck.reference.registration;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The control planes that are registered with one data plane (section "Control Plane Registration").
 *
 * <p>A flow belongs to the control plane that registered or updated itself last before the flow was opened; the
 * specification does not say how a flow is tied to one of several.
 */
public final class ControlPlanes {

    private final Map<String, URI> endpoints = new LinkedHashMap<>();
    private final Optional<URI> configured;

    /** Starts without a registration by end point, with or without one by configuration. */
    public ControlPlanes(Optional<URI> configured) {
        this.configured = configured;
    }

    /** Registers a control plane, or replaces what is known of it. */
    public synchronized void put(String id, URI endpoint) {
        endpoints.remove(id);
        endpoints.put(id, endpoint);
    }

    /** Replaces what is known of a control plane; whether it was known. */
    public synchronized boolean replace(String id, URI endpoint) {
        boolean known = endpoints.containsKey(id);
        if (known) {
            put(id, endpoint);
        }
        return known;
    }

    /** Forgets a control plane; whether it was known. */
    public synchronized boolean remove(String id) {
        return endpoints.remove(id) != null;
    }

    private synchronized Optional<URI> endpoint(String id) {
        return Optional.ofNullable(endpoints.get(id));
    }

    private synchronized Optional<String> latest() {
        List<String> ids = new ArrayList<>(endpoints.keySet());
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
