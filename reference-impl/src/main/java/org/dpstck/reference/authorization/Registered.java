package org.dpstck.reference.authorization;

import java.net.URI;
import java.util.List;

/**
 * What is known of a control plane that has registered.
 *
 * @param id by which it registered
 * @param endpoint where its callbacks go
 * @param schemes how it authorizes, the preferred one first
 */
public record Registered(String id, URI endpoint, List<Scheme> schemes) {

    /** Whether an address is the end point or below it, so that what goes there goes to this control plane. */
    public boolean owns(URI target) {
        String base = endpoint.toString().replaceFirst("/+$", "");
        String address = target.toString();
        return address.equals(base) || address.startsWith(base + "/");
    }
}
