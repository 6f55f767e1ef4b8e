package org.dpstck.interop;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A control plane of EDC on loopback, in a process of its own.
 *
 * @param runtime the process
 * @param management base URL of the API by which its owner uses it
 * @param protocol base URL of its Dataspace Protocol side, without the path of a version
 * @param control base URL of its control API, where data planes register
 * @param ports that it listens on
 */
public record EdcControlPlane(EdcRuntime runtime, URI management, URI protocol, URI control, List<Integer> ports)
        implements AutoCloseable {

    /** Who every runtime is, to others. Not {@code edc}: EDC takes that for the prefix of its vocabulary. */
    public static final String PARTICIPANT = "participant-1";

    static final int PORTS = 5;
    static final Duration START = Duration.ofSeconds(120);

    /**
     * Starts a control plane that no data plane of EDC knows.
     *
     * @param root of the checkout
     * @throws EdcException if it does not start
     */
    public static EdcControlPlane start(Path root) {
        var log = log(root, "control-plane-alone.log");
        return Loopback.starting(PORTS, List.of(log), ports -> start(root, log, ports));
    }

    static EdcControlPlane start(Path root, Path log, List<Integer> ports) {
        var protocol = Loopback.url(ports.get(3), "/dsp");
        var runtime = EdcRuntime.start(
                root.resolve("interop/control-plane/target/class-path"), settings(ports, protocol), log, START);
        return new EdcControlPlane(
                runtime,
                Loopback.url(ports.get(2), "/management"),
                protocol,
                Loopback.url(ports.get(1), "/control"),
                ports.subList(0, PORTS));
    }

    private static Map<String, String> settings(List<Integer> ports, URI protocol) {
        var settings = Loopback.settings(PARTICIPANT, "control-plane");
        Loopback.listen(settings, "", ports.get(0), "/api");
        Loopback.listen(settings, "control.", ports.get(1), "/control");
        Loopback.listen(settings, "management.", ports.get(2), "/management");
        Loopback.listen(settings, "protocol.", ports.get(3), "/dsp");
        Loopback.listen(settings, "version.", ports.get(4), "/version");
        settings.put("edc.dsp.callback.address", protocol.toString());
        // What an owner may set, so that nobody waits for a machine that looks once a second or once a minute.
        settings.put("edc.negotiation.consumer.state-machine.iteration-wait-millis", "50");
        settings.put("edc.negotiation.provider.state-machine.iteration-wait-millis", "50");
        settings.put("edc.transfer.state-machine.iteration-wait-millis", "50");
        settings.put("edc.transfer.send.retry.base-delay.ms", "100");
        // One thread carries all transfers; a client that by itself tries again for 15 s would hold up all of them.
        settings.put("edc.core.retry.retries.max", "0");
        settings.put("edc.data.plane.selector.state-machine.iteration-wait-millis", "50");
        settings.put("edc.data.plane.selector.state-machine.check.period", "1");
        return settings;
    }

    static Path log(Path root, String name) {
        return root.resolve("interop/run/target/edc").resolve(name);
    }

    /** Where another control plane reaches it, and speaks the version 2025-1 of the Dataspace Protocol. */
    public URI dsp() {
        return URI.create(protocol + "/2025-1");
    }

    /** Ends it. */
    @Override
    public void close() {
        runtime.close();
    }
}
