package org.dpstck.reference.controlplane.send;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.dpstck.reference.authorization.CallbackCredentials;
import org.dpstck.reference.authorization.Registered;
import org.dpstck.reference.authorization.Scheme;
import org.dpstck.reference.controlplane.hook.ControlHooks;
import org.dpstck.reference.controlplane.hook.ControlRule;
import org.dpstck.reference.hook.Hooks;

/** What requests to data planes carry, as their registrations say: a granted token, a key, or nothing. */
public final class SignalCredentials {

    private final CallbackCredentials credentials;
    private final ControlHooks hooks;

    /** Credentials for the data planes that are registered. */
    public SignalCredentials(Supplier<List<Registered>> dataPlanes, ControlHooks hooks, Supplier<HttpClient> client) {
        this.credentials = new CallbackCredentials(dataPlanes, new Hooks(List.of()), client);
        this.hooks = hooks;
    }

    /**
     * The headers of a request to an address.
     *
     * @throws IOException if no token is granted
     */
    Map<String, String> headers(URI target) throws IOException {
        Optional<Scheme> scheme = credentials.scheme(target);
        if (scheme.isEmpty() || !hooks.keeps(ControlRule.CARRIES_CREDENTIALS)) {
            return Map.of();
        }
        if (scheme.get() instanceof Scheme.ClientCredentials client && !hooks.keeps(ControlRule.KEEPS_SECRETS)) {
            String pair = client.clientId() + ":" + client.clientSecret();
            byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
            return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
        }
        return credentials.headers(scheme.get());
    }
}
