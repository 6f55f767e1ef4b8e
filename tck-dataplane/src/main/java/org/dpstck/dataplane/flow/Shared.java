package org.dpstck.dataplane.flow;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.MessageSchemas;
import org.dpstck.core.exchange.HttpWire;
import org.dpstck.core.junit.RunContext;
import org.dpstck.core.standin.StandIn;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.sut.TriggerRunner;

/**
 * What the cases of one run share.
 *
 * @param run what the run is about
 * @param wire sends requests to the system
 * @param standIn takes its callbacks
 * @param triggers makes it do what no request asks for
 * @param schemas of the edition's messages
 * @param liveness notices when the system goes away
 * @param identities the ids that messages of the run bore
 * @param statusDoubt why the status of this system cannot be believed, found out when first asked
 */
public record Shared(
        RunContext run,
        HttpWire wire,
        StandIn standIn,
        TriggerRunner triggers,
        MessageSchemas schemas,
        Liveness liveness,
        Identities identities,
        AtomicReference<StatusTrust> statusDoubt) {

    /** Why the status of this system cannot be believed; empty if it can. */
    public Optional<String> doubtOfStatus() {
        return statusDoubt.get().doubt();
    }

    /** The edition judged by. */
    public Edition edition() {
        return run.edition();
    }

    /** The system judged. */
    public SystemUnderTest system() {
        return run.system();
    }
}
