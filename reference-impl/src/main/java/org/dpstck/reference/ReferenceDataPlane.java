package org.dpstck.reference;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dpstck.reference.admin.AdminApi;
import org.dpstck.reference.authorization.CallbackCredentials;
import org.dpstck.reference.authorization.Gate;
import org.dpstck.reference.callback.Agreements;
import org.dpstck.reference.edition.Editions;
import org.dpstck.reference.edition.ReferenceEdition;
import org.dpstck.reference.flow.FlowState;
import org.dpstck.reference.flow.FlowStore;
import org.dpstck.reference.flow.Pace;
import org.dpstck.reference.hook.Hooks;
import org.dpstck.reference.hook.Rule;
import org.dpstck.reference.http.RequestReader;
import org.dpstck.reference.http.Watch;
import org.dpstck.reference.http.WebServer;
import org.dpstck.reference.message.MessageReader;
import org.dpstck.reference.registration.ControlPlanes;
import org.dpstck.reference.registration.RegistrationApi;
import org.dpstck.reference.renewal.TokenEndpoint;
import org.dpstck.reference.signal.Lifecycle;
import org.dpstck.reference.signal.Messages;
import org.dpstck.reference.signal.Plane;
import org.dpstck.reference.signal.Signaling;
import org.dpstck.reference.wire.Outbound;
import org.dpstck.reference.wire.PublicApi;
import org.dpstck.reference.wire.Responder;
import org.dpstck.reference.wire.ResponseEndpoint;
import org.dpstck.reference.wire.WireEndpoint;

/**
 * A small but real data plane that speaks an edition of Data Plane Signaling and keeps everything in memory.
 *
 * <p>Instances share nothing; any number may run in one process.
 */
public final class ReferenceDataPlane implements AutoCloseable {

    /** The id that this data plane goes by, wherever one is asked for. */
    private static final String ID = "reference-data-plane";

    private final ReferenceOptions options;
    private final WebServer server;
    private final Outbound outbound;
    private final FlowStore store;
    private final URI origin;

    private ReferenceDataPlane(
            ReferenceOptions options, WebServer server, Outbound outbound, FlowStore store, URI origin) {
        this.options = options;
        this.server = server;
        this.outbound = outbound;
        this.store = store;
        this.origin = origin;
    }

    /**
     * Starts a data plane; when this returns, it answers.
     *
     * @throws ReferenceStartException if the port is taken, or the edition, a fault or a variant is unknown
     */
    public static ReferenceDataPlane start(ReferenceOptions options) {
        ReferenceEdition edition = edition(options.edition());
        Hooks hooks = HookChoice.of(options);
        Outbound outbound = new Outbound("reference", options.watch().map(Watch::name));
        // The wire's addresses hold the port, which is known only once the server listens.
        CompletableFuture<FrontDoor> door = new CompletableFuture<>();
        try {
            boolean secure = edition.hasHttpProfile() && hooks.keeps(Rule.WIRE_TLS);
            WebServer server = WebServer.listen(
                    options.host(),
                    options.port(),
                    secure,
                    hooks.keeps(Rule.PATH_REFUSED),
                    options.watch(),
                    context -> door.join().handle(context));
            URI origin = origin(options.host(), server.port());
            FlowStore store = new FlowStore();
            Messages messages = new Messages(edition, ID, origin.toString(), options.basePath(), hooks);
            ControlPlanes controlPlanes = new ControlPlanes(options.controlPlane());
            door.complete(frontDoor(
                    options,
                    new Plane(
                            edition,
                            store,
                            hooks,
                            outbound,
                            messages,
                            controlPlanes,
                            new Gate(controlPlanes::all, edition.authorization(), ID, hooks, outbound::client),
                            new CallbackCredentials(controlPlanes::all, hooks, outbound::client),
                            options.tokenLifetime(),
                            options.storage())));
            return new ReferenceDataPlane(options, server, outbound, store, origin);
        } catch (IOException taken) {
            outbound.close();
            throw ReferenceStartException.portTaken(options.host(), options.port(), taken);
        }
    }

    static ReferenceEdition edition(String id) {
        return Editions.byId(id)
                .orElseThrow(() -> new ReferenceStartException(
                        "There is no edition '" + id + "'. Known are " + String.join(", ", editions()) + "."));
    }

    /** The editions a plane can be started with, oldest first. */
    public static List<String> editions() {
        return Editions.all().stream().map(ReferenceEdition::id).toList();
    }

    private static FrontDoor frontDoor(ReferenceOptions options, Plane plane) {
        Pace pace = options.mode() == ReferenceOptions.Mode.ASYNC ? Pace.ASYNC : Pace.SYNC;
        Lifecycle lifecycle = new Lifecycle(plane, pace, options.delay());
        List<String> base = RequestReader.segments(options.basePath());
        Responder responder = new Responder(plane.outbound(), plane.hooks());
        return new FrontDoor(
                new Signaling(
                        plane,
                        lifecycle,
                        base,
                        new MessageReader(plane.edition(), plane.hooks()),
                        new RegistrationApi(plane.edition(), plane.controlPlanes(), options.basePath(), plane.hooks())),
                new AdminApi(plane.store(), lifecycle, new Agreements(plane.outbound(), plane.hooks()), responder),
                new WireEndpoint(plane.store(), plane.hooks(), plane.storage()),
                new PublicApi(plane.outbound(), plane.hooks()),
                new ResponseEndpoint(plane.store(), plane.hooks()),
                responder,
                plane.outbound(),
                plane.tokenLifetime()
                        .map(any -> new TokenEndpoint(plane.store(), plane.hooks(), plane.outbound()::client)));
    }

    /** An address a client can use: a wildcard says where to listen, not where to call. */
    static URI origin(String host, int port) {
        boolean wildcard = host.equals("0.0.0.0") || host.equals("::");
        String reachable = wildcard ? "127.0.0.1" : host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + reachable + ":" + port);
    }

    /** Where signaling is served, for instance {@code http://127.0.0.1:8080/signaling}. */
    public URI baseUrl() {
        return URI.create(origin + options.basePath());
    }

    /** Where the administration is served, for instance {@code http://127.0.0.1:8080/admin}. */
    public URI adminUrl() {
        return URI.create(origin + "/admin");
    }

    /** Stops everything: streams end, pending transitions and callbacks never happen, the port is free. */
    @Override
    public void close() {
        // Streams end when their flow leaves STARTED; nobody is told, the plane is going away.
        store.all().forEach(flow -> flow.move(FlowState.TERMINATED));
        server.close();
        outbound.close();
    }
}
