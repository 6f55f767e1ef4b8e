package org.dpstck.core.sut;

import java.net.URI;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The system that is judged, as described by its owner; immutable, with every default filled in.
 *
 * @param name how reports call it
 * @param version its version; null when not told
 * @param role which half of the protocol it plays: {@code data-plane} or {@code control-plane}
 * @param edition the edition of the protocol that it claims to speak
 * @param url its base URL, without a trailing slash, a query or a fragment
 * @param headers sent with every request to it; may hold secrets
 * @param timeouts how long the suite waits for it
 * @param transferTypes the transfer types that it serves
 * @param ids the ids that messages to it bear
 * @param message what every prepare and start message bears on top
 * @param capabilities what it declares to be able to do
 * @param paths where it has the registration of control planes, if elsewhere than its edition says
 * @param callback how it reaches the suite
 * @param dataAddress the address that it is told to push to or pull from; empty when the suite uses its own
 * @param triggers how to make it do what no message asks for, at most one a point
 * @param https what a base URL without TLS means
 * @param strict whether the less likely reading of an ambiguous clause fails, rather than draws a warning
 * @param authorization what is to be known of the authorization profiles that it supports
 * @param controlPlane what only a control plane has
 * @param responses what is to be known of its response channels
 * @param access what is to be known of the data that it gives out
 */
public record SystemUnderTest(
        String name,
        String version,
        String role,
        String edition,
        URI url,
        Map<String, String> headers,
        Timeouts timeouts,
        TransferTypes transferTypes,
        Ids ids,
        MessageExtras message,
        Set<Capability> capabilities,
        Paths paths,
        CallbackSettings callback,
        Map<String, Object> dataAddress,
        Map<TriggerPoint, Trigger> triggers,
        HttpsRule https,
        boolean strict,
        AuthorizationSettings authorization,
        ControlPlaneSettings controlPlane,
        ResponseSettings responses,
        AccessSettings access) {

    /** A data plane. */
    public SystemUnderTest(
            String name,
            String version,
            String role,
            String edition,
            URI url,
            Map<String, String> headers,
            Timeouts timeouts,
            TransferTypes transferTypes,
            Ids ids,
            MessageExtras message,
            Set<Capability> capabilities,
            Paths paths,
            CallbackSettings callback,
            Map<String, Object> dataAddress,
            Map<TriggerPoint, Trigger> triggers,
            HttpsRule https,
            boolean strict,
            AuthorizationSettings authorization) {
        this(
                name,
                version,
                role,
                edition,
                url,
                headers,
                timeouts,
                transferTypes,
                ids,
                message,
                capabilities,
                paths,
                callback,
                dataAddress,
                triggers,
                https,
                strict,
                authorization,
                ControlPlaneSettings.none(),
                ResponseSettings.defaults(),
                AccessSettings.defaults());
    }

    /** Copies every collection, so that a description never changes. */
    public SystemUnderTest {
        headers = Trees.copyOfTexts(headers);
        capabilities = capabilities.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(capabilities));
        dataAddress = Trees.copyOf(dataAddress);
        var byPoint = new EnumMap<TriggerPoint, Trigger>(TriggerPoint.class);
        byPoint.putAll(triggers);
        triggers = Collections.unmodifiableMap(byPoint);
    }

    /** How to make the system do something; empty when its owner gave no way. */
    public Optional<Trigger> trigger(TriggerPoint point) {
        return Optional.ofNullable(triggers.get(point));
    }

    /** Whether the system declares to be able to do something. */
    public boolean can(Capability capability) {
        return capabilities.contains(capability);
    }

    /** A line for logs; holds no secrets, unlike the parts. */
    @Override
    public String toString() {
        return "%s (%s, edition %s) at %s".formatted(name, role, edition, Secrets.url(url.toString()));
    }
}
