package org.dpstck.dataplane.flow;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.MessageSchemas;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.Registration;
import org.dpstck.core.exchange.HttpWire;
import org.dpstck.core.exchange.WireLimits;
import org.dpstck.core.junit.RunContext;
import org.dpstck.core.standin.StandIn;
import org.dpstck.core.sut.CallbackSettings;
import org.dpstck.core.sut.Capability;
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
 * @param revocations how long access to data has outlived the signals that end it
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
        Revocations revocations,
        AtomicReference<StatusTrust> statusDoubt) {

    /**
     * Starts the stand-in control plane and opens the wire.
     *
     * @throws org.dpstck.core.standin.StandInException if the stand-in cannot listen
     */
    public static Shared open(RunContext run) {
        return open(run, run.system().callback());
    }

    /**
     * The same with a stand-in that listens elsewhere than the description says.
     *
     * @throws org.dpstck.core.standin.StandInException if the stand-in cannot listen
     */
    public static Shared open(RunContext run, CallbackSettings callback) {
        var system = run.system();
        var shared = new Shared(
                run,
                connected(run, new HttpWire(limits(run), system.headers(), run.redactor(), run.ids())),
                run.journals()
                        .address()
                        .map(address -> StandIn.detached(address, run.redactor(), run.ids()))
                        .orElseGet(() -> StandIn.start(callback, speaksTls(run), run.redactor(), run.ids())),
                new TriggerRunner(system, run.prompt()),
                new MessageSchemas(run.edition()),
                new Liveness(run.gate(), system.url().toString()),
                new Identities(run.edition()),
                new Revocations(),
                new AtomicReference<>());
        shared.statusDoubt().set(new StatusTrust(shared));
        run.edition().retrievals().values().forEach(retrieval -> Messages.answer(retrieval, shared));
        return shared;
    }

    /** A wire to the system, or one to nothing if a record answers. */
    static HttpWire connected(RunContext run, HttpWire wire) {
        return run.journals().address().isPresent() ? wire.offline() : wire;
    }

    /** How long and how much the suite listens to an answer. */
    static WireLimits limits(RunContext run) {
        var timeouts = run.system().timeouts();
        return WireLimits.of(timeouts.connect(), timeouts.request());
    }

    /** Only what a published profile is about needs TLS, and loading the certificate takes a moment. */
    private static boolean speaksTls(RunContext run) {
        var can = run.system().capabilities();
        return !run.edition().profiles().isEmpty()
                && (can.contains(Capability.HTTP_PROFILE) || can.contains(Capability.TOKEN_RENEWAL));
    }

    /** The same system, wire and stand-in, spoken to in another edition. */
    public Shared speaking(Edition edition) {
        var other = new Shared(
                run.speaking(edition),
                wire,
                standIn,
                triggers,
                new MessageSchemas(edition),
                liveness,
                new Identities(edition),
                revocations,
                new AtomicReference<>());
        other.statusDoubt().set(new StatusTrust(other));
        return other;
    }

    /** Ends what {@link #open} started. */
    public void close() {
        wire.close();
        standIn.close();
    }

    /** Why the status of this system cannot be believed; empty if it can. */
    public Optional<String> doubtOfStatus() {
        return statusDoubt.get().doubt();
    }

    /** How control planes register with this system, at its own paths where its description names them. */
    public Optional<Registration> registration() {
        var paths = system().paths();
        return edition().registered().map(it -> it.at(paths.register(), paths.registration()));
    }

    /** Where an operation is: as the edition says, unless the system's description says otherwise. */
    String path(Operation operation) {
        return system().paths().operations().getOrDefault(operation.name(), operation.path());
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
