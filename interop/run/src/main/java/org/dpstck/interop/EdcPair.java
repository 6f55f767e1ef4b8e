package org.dpstck.interop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A control plane of EDC and a data plane of EDC that registers with it, both on loopback.
 *
 * @param controlPlane the process of the one
 * @param dataPlane the process of the other
 * @param addresses where they are
 */
public record EdcPair(EdcRuntime controlPlane, EdcRuntime dataPlane, Addresses addresses) implements AutoCloseable {

    /** Who both are, to others. Not {@code edc}: EDC takes that for the prefix of its vocabulary. */
    public static final String PARTICIPANT = "participant-1";

    private static final Duration START = Duration.ofSeconds(60);
    private static final String HOST = "127.0.0.1";
    private static final int ATTEMPTS = 3;

    /**
     * Base URLs.
     *
     * @param management API by which an owner uses the control plane
     * @param protocol of the control plane, for other control planes
     * @param selector where data planes register
     * @param signaling of the data plane
     * @param data public endpoint of the data plane
     * @param ports that the two listen on
     */
    public record Addresses(URI management, URI protocol, URI selector, URI signaling, URI data, List<Integer> ports) {}

    /**
     * Starts both. Their ports are free when they are chosen; should one be taken before EDC binds it, others are tried.
     *
     * @param root of the checkout
     * @throws EdcException if one of them does not start
     */
    public static EdcPair start(Path root) {
        for (var attempt = 1; ; attempt++) {
            try {
                return start(root, freePorts(8));
            } catch (EdcException e) {
                if (attempt == ATTEMPTS || !portTaken(root)) {
                    throw e;
                }
            }
        }
    }

    private static EdcPair start(Path root, List<Integer> ports) {
        var logs = logs(root);
        var addresses = new Addresses(
                url(ports.get(2), "/management"),
                url(ports.get(3), "/dsp"),
                url(ports.get(1), "/control/v1/dataplanes"),
                url(ports.get(6), "/control"),
                url(ports.get(7), "/public"),
                ports);
        var controlPlane = EdcRuntime.start(
                root.resolve("interop/control-plane/target/class-path"),
                controlPlane(ports, addresses),
                logs.resolve("control-plane.log"),
                START);
        try {
            var dataPlane = EdcRuntime.start(
                    root.resolve("interop/data-plane/target/class-path"),
                    dataPlane(ports, addresses),
                    logs.resolve("data-plane.log"),
                    START);
            return new EdcPair(controlPlane, dataPlane, addresses);
        } catch (EdcException e) {
            controlPlane.close();
            throw e;
        }
    }

    private static Map<String, String> controlPlane(List<Integer> ports, Addresses addresses) {
        var settings = common("control-plane");
        listen(settings, "", ports.get(0), "/api");
        listen(settings, "control.", ports.get(1), "/control");
        listen(settings, "management.", ports.get(2), "/management");
        listen(settings, "protocol.", ports.get(3), "/dsp");
        listen(settings, "version.", ports.get(4), "/version");
        settings.put("edc.dsp.callback.address", addresses.protocol().toString());
        settings.put("edc.negotiation.consumer.state-machine.iteration-wait-millis", "50");
        settings.put("edc.negotiation.provider.state-machine.iteration-wait-millis", "50");
        settings.put("edc.transfer.state-machine.iteration-wait-millis", "50");
        return settings;
    }

    private static Map<String, String> dataPlane(List<Integer> ports, Addresses addresses) {
        var settings = common("data-plane");
        listen(settings, "", ports.get(5), "/api");
        listen(settings, "control.", ports.get(6), "/control");
        listen(settings, "public.", ports.get(7), "/public");
        settings.put("edc.dataplane.api.public.baseurl", addresses.data().toString());
        settings.put("edc.dataplane.api.public.response.baseurl", addresses.data() + "/responses");
        settings.put("edc.dpf.selector.url", addresses.selector().toString());
        settings.put("edc.dataplane.state-machine.iteration-wait-millis", "50");
        // The kit pushes endless streams, each of which holds a thread for as long as it flows.
        settings.put("edc.dataplane.transfer.threads", "500");
        settings.put("edc.transfer.proxy.token.signer.privatekey.alias", "private-key");
        settings.put("edc.transfer.proxy.token.verifier.publickey.alias", "public-key");
        return settings;
    }

    private static Map<String, String> common(String component) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("edc.participant.id", PARTICIPANT);
        settings.put("edc.component.id", component);
        settings.put("edc.hostname", HOST);
        return settings;
    }

    private static void listen(Map<String, String> settings, String context, int port, String path) {
        settings.put("web.http." + context + "port", Integer.toString(port));
        settings.put("web.http." + context + "path", path);
    }

    private static URI url(int port, String path) {
        return URI.create("http://" + HOST + ":" + port + path);
    }

    private static Path logs(Path root) {
        return root.resolve("interop/run/target/edc");
    }

    private static boolean portTaken(Path root) {
        return List.of("control-plane.log", "data-plane.log").stream()
                .map(logs(root)::resolve)
                .anyMatch(log -> contains(log, "Address already in use"));
    }

    private static boolean contains(Path log, String text) {
        try {
            return Files.exists(log) && Files.readString(log).contains(text);
        } catch (IOException e) {
            throw new EdcException("The log " + log + " cannot be read", e);
        }
    }

    /** All of them are held until the last is found, so that none is given twice. */
    private static List<Integer> freePorts(int count) {
        var held = new ArrayList<ServerSocket>();
        try {
            for (var i = 0; i < count; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getByName(HOST)));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new EdcException("There is no free port on " + HOST, e);
        } finally {
            held.forEach(EdcPair::release);
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new EdcException("A port that was tried cannot be released", e);
        }
    }

    /** Ends both. */
    @Override
    public void close() {
        dataPlane.close();
        controlPlane.close();
    }
}
