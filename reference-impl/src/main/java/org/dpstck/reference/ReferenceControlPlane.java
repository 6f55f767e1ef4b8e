package org.dpstck.reference;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dpstck.reference.controlplane.ControlDoor;
import org.dpstck.reference.controlplane.admin.TransferAdmin;
import org.dpstck.reference.controlplane.conduct.Callbacks;
import org.dpstck.reference.controlplane.conduct.Conductor;
import org.dpstck.reference.controlplane.conduct.Means;
import org.dpstck.reference.controlplane.conduct.References;
import org.dpstck.reference.controlplane.dataplane.DataPlaneRegistration;
import org.dpstck.reference.controlplane.dataplane.DataPlanes;
import org.dpstck.reference.controlplane.dataplane.HeartBeats;
import org.dpstck.reference.controlplane.dsp.Catalogs;
import org.dpstck.reference.controlplane.dsp.DspApi;
import org.dpstck.reference.controlplane.dsp.DspMessages;
import org.dpstck.reference.controlplane.dsp.Requests;
import org.dpstck.reference.controlplane.hook.ControlHooks;
import org.dpstck.reference.controlplane.send.Sender;
import org.dpstck.reference.controlplane.send.SignalCredentials;
import org.dpstck.reference.controlplane.signal.CallbackApi;
import org.dpstck.reference.controlplane.signal.Identity;
import org.dpstck.reference.controlplane.signal.SignalMessages;
import org.dpstck.reference.controlplane.signal.SourcedSignals;
import org.dpstck.reference.controlplane.transfer.Role;
import org.dpstck.reference.controlplane.transfer.Transfers;
import org.dpstck.reference.edition.Editions;
import org.dpstck.reference.edition.ReferenceEdition;
import org.dpstck.reference.http.Watch;
import org.dpstck.reference.http.WebServer;
import org.dpstck.reference.wire.Outbound;

/**
 * A small but real control plane, consumer and provider in one, that keeps everything in memory.
 *
 * <p>It speaks the transfer process of the Dataspace Protocol to other control planes, and an edition of Data Plane
 * Signaling to its data planes. Instances share nothing; any number may run in one process.
 */
public final class ReferenceControlPlane implements AutoCloseable {

    private static final String DATASPACE = "reference-dataspace";

    private final WebServer server;
    private final Outbound outbound;
    private final URI origin;

    private ReferenceControlPlane(WebServer server, Outbound outbound, URI origin) {
        this.server = server;
        this.outbound = outbound;
        this.origin = origin;
    }

    /**
     * Starts a control plane; when this returns, it answers.
     *
     * @throws ReferenceStartException if the port is taken, or the edition, a fault or a variant is unknown
     */
    public static ReferenceControlPlane start(ControlPlaneOptions options) {
        ReferenceEdition edition = ReferenceDataPlane.edition(options.edition());
        if (!editions().contains(edition.id())) {
            throw new ReferenceStartException("The reference control plane does not speak " + edition.id()
                    + ". It speaks " + String.join(", ", editions()) + ".");
        }
        ControlHooks hooks = HookChoice.of(options);
        Outbound outbound = new Outbound("reference-control", options.watch().map(Watch::name));
        // Addresses in messages hold the port, which is known only once the server listens.
        CompletableFuture<ControlDoor> door = new CompletableFuture<>();
        try {
            WebServer server = WebServer.listen(
                    options.host(), options.port(), false, true, options.watch(), context -> door.join()
                            .handle(context));
            URI origin = options.advertised().orElseGet(() -> ReferenceDataPlane.origin(options.host(), server.port()));
            DataPlanes dataPlanes = new DataPlanes(options.dataPlanes(), hooks);
            door.complete(door(options, edition, hooks, dataPlanes, outbound, origin));
            if (edition.controlPlane().selects()) {
                new HeartBeats(dataPlanes, outbound, hooks, options.heartBeat()).begin();
            }
            return new ReferenceControlPlane(server, outbound, origin);
        } catch (IOException taken) {
            outbound.close();
            throw ReferenceStartException.portTaken(options.host(), options.port(), taken);
        }
    }

    /** The editions a control plane can be started with, oldest first. */
    public static List<String> editions() {
        return Editions.all().stream().map(ReferenceEdition::id).toList();
    }

    private static ControlDoor door(
            ControlPlaneOptions options,
            ReferenceEdition edition,
            ControlHooks hooks,
            DataPlanes dataPlanes,
            Outbound outbound,
            URI origin) {
        Transfers transfers = new Transfers();
        References references = new References(hooks);
        Identity identity = new Identity(options.participantId(), DATASPACE, at(origin, ControlDoor.SIGNALING));
        Conductor conductor = new Conductor(new Means(
                edition.controlPlane(),
                hooks,
                dataPlanes,
                edition.controlPlane().selects()
                        ? new SourcedSignals(identity, options.source())
                        : new SignalMessages(edition, identity),
                new DspMessages(at(origin, ControlDoor.CONSUMER)),
                new Sender(
                        outbound,
                        new SignalCredentials(dataPlanes::authorized, hooks, outbound::client),
                        hooks,
                        options.answerLimit(),
                        edition.controlPlane().selects()),
                references,
                options.source(),
                outbound.workers()));
        Requests requests = new Requests(edition, options, dataPlanes, transfers, hooks);
        Catalogs catalogs = new Catalogs(options, dataPlanes, hooks, at(origin, ControlDoor.PROVIDER));
        return new ControlDoor(
                new DspApi(Role.PROVIDER, transfers, requests, conductor, Optional.of(catalogs)),
                new DspApi(Role.CONSUMER, transfers, requests, conductor, Optional.empty()),
                new CallbackApi(
                        edition.controlPlane(),
                        identity,
                        transfers,
                        new Callbacks(edition.controlPlane(), hooks, conductor),
                        new DataPlaneRegistration(edition, dataPlanes, path(ControlDoor.SIGNALING)),
                        hooks),
                new TransferAdmin(edition, options, transfers, conductor, references),
                hooks,
                outbound);
    }

    private static URI at(URI origin, List<String> base) {
        return URI.create(origin.toString().replaceFirst("/+$", "") + path(base));
    }

    private static String path(List<String> base) {
        return "/" + String.join("/", base);
    }

    /** Where signaling is served: callbacks, agreements, the registration of data planes. */
    public URI signalingUrl() {
        return at(origin, ControlDoor.SIGNALING);
    }

    /** Where the Dataspace Protocol is served to consumers. */
    public URI dspUrl() {
        return at(origin, ControlDoor.PROVIDER);
    }

    /** Where providers send messages to this control plane as a consumer. */
    public URI callbackUrl() {
        return at(origin, ControlDoor.CONSUMER);
    }

    /** Where the administration is served, for instance {@code http://127.0.0.1:8080/admin}. */
    public URI adminUrl() {
        return URI.create(origin.toString().replaceFirst("/+$", "") + "/admin");
    }

    /** Stops everything: pending messages are never sent, the port is free. */
    @Override
    public void close() {
        server.close();
        outbound.close();
    }
}
