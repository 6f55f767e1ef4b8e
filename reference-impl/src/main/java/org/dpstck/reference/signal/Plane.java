package org.dpstck.reference.signal;

import java.time.Duration;
import java.util.Optional;
import org.dpstck.reference.authorization.CallbackCredentials;
import org.dpstck.reference.authorization.Gate;
import org.dpstck.reference.edition.ReferenceEdition;
import org.dpstck.reference.flow.FlowStore;
import org.dpstck.reference.hook.Hooks;
import org.dpstck.reference.registration.ControlPlanes;
import org.dpstck.reference.wire.Outbound;
import org.dpstck.reference.wire.Storage;

/**
 * What the parts of one data plane share.
 *
 * @param edition the edition it speaks
 * @param store its flows
 * @param hooks the faults and variants it was started with
 * @param outbound its threads, clock and client
 * @param messages what it says
 * @param controlPlanes who has registered with it
 * @param gate lets requests in
 * @param credentials of callbacks
 * @param tokenLifetime how long an access token that can be renewed is good, if tokens are to expire
 * @param storage where the data comes from and ends up
 */
public record Plane(
        ReferenceEdition edition,
        FlowStore store,
        Hooks hooks,
        Outbound outbound,
        Messages messages,
        ControlPlanes controlPlanes,
        Gate gate,
        CallbackCredentials credentials,
        Optional<Duration> tokenLifetime,
        Storage storage) {}
