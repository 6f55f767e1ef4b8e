package org.dpstck.interop;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A control plane of EDC and a data plane of EDC that registers with it, both on loopback.
 *
 * @param controlPlane the one
 * @param dataPlane the process of the other
 * @param signaling base URL of the data plane, for control planes
 * @param data its public endpoint
 * @param ports that the two listen on
 */
public record EdcPair(EdcControlPlane controlPlane, EdcRuntime dataPlane, URI signaling, URI data, List<Integer> ports)
        implements AutoCloseable {

    /**
     * Starts both.
     *
     * @param root of the checkout
     * @throws EdcException if one of them does not start
     */
    public static EdcPair start(Path root) {
        var logs = Stream.of("control-plane.log", "data-plane.log")
                .map(name -> EdcControlPlane.log(root, name))
                .toList();
        return Loopback.starting(EdcControlPlane.PORTS + 3, logs, ports -> start(root, logs, ports));
    }

    private static EdcPair start(Path root, List<Path> logs, List<Integer> ports) {
        var controlPlane = EdcControlPlane.start(root, logs.get(0), ports);
        try {
            var own = ports.subList(EdcControlPlane.PORTS, ports.size());
            var data = Loopback.url(own.get(2), "/public");
            var dataPlane = EdcRuntime.start(
                    root.resolve("interop/data-plane/target/class-path"),
                    settings(own, data, controlPlane),
                    logs.get(1),
                    EdcControlPlane.START);
            return new EdcPair(controlPlane, dataPlane, Loopback.url(own.get(1), "/control"), data, ports);
        } catch (EdcException e) {
            controlPlane.close();
            throw e;
        }
    }

    private static Map<String, String> settings(List<Integer> ports, URI data, EdcControlPlane controlPlane) {
        var settings = Loopback.settings(EdcControlPlane.PARTICIPANT, "data-plane");
        Loopback.listen(settings, "", ports.get(0), "/api");
        Loopback.listen(settings, "control.", ports.get(1), "/control");
        Loopback.listen(settings, "public.", ports.get(2), "/public");
        settings.put("edc.dataplane.api.public.baseurl", data.toString());
        settings.put("edc.dataplane.api.public.response.baseurl", data + "/responses");
        settings.put("edc.dpf.selector.url", controlPlane.control() + "/v1/dataplanes");
        settings.put("edc.dataplane.state-machine.iteration-wait-millis", "50");
        // The kit pushes endless streams, each of which holds a thread for as long as it flows.
        settings.put("edc.dataplane.transfer.threads", "500");
        settings.put("edc.transfer.proxy.token.signer.privatekey.alias", "private-key");
        settings.put("edc.transfer.proxy.token.verifier.publickey.alias", "public-key");
        return settings;
    }

    /** Ends both. */
    @Override
    public void close() {
        dataPlane.close();
        controlPlane.close();
    }
}
