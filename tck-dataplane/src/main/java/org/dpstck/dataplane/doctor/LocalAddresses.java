package org.dpstck.dataplane.doctor;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dpstck.core.junit.Check;
import org.dpstck.core.sut.CallbackSettings;

/** By which addresses a system may reach this machine, the likeliest first. */
final class LocalAddresses {

    private static final int DISCARD_PORT = 9;
    private static final int MOST = 5;
    private static final String EVERY = "0.0.0.0";

    private LocalAddresses() {}

    /**
     * What to write into the description so that a system can reach this machine.
     *
     * @param system an address of the system
     * @param host the name of the system, for people
     * @param now what the description says
     */
    static List<Check.Setting> suggestions(InetAddress system, String host, CallbackSettings now) {
        var candidates = candidates(system, host);
        candidates.keySet().removeIf(address -> address.equals(advertisedHost(now)));
        var settings = new ArrayList<Check.Setting>();
        var everywhere = now.host().equals(EVERY);
        for (var candidate : candidates.entrySet().stream().limit(MOST).toList()) {
            if (!everywhere && !candidate.getKey().equals(now.host())) {
                everywhere = true;
                settings.add(new Check.Setting(
                        BindStep.ID, bound(EVERY, now.port()), "has to go with each address after this"));
            }
            settings.add(new Check.Setting(
                    CallbackStep.ID, "http://" + candidate.getKey() + ":{port}", candidate.getValue()));
        }
        return settings;
    }

    /** Host and port as callback.bind has them. */
    static String bound(String host, int port) {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    /** Whether this process itself sits in a container. */
    static boolean contained() {
        return Files.exists(Path.of("/.dockerenv")) || Files.exists(Path.of("/run/.containerenv"));
    }

    private static Map<String, String> candidates(InetAddress system, String host) {
        var candidates = new LinkedHashMap<String, String>();
        if (system.isLoopbackAddress()) {
            candidates.put("127.0.0.1", "the system runs on this machine");
            candidates.put("host.docker.internal", "the system runs in a container on this machine (Docker, Podman)");
        } else {
            towards(system)
                    .ifPresent(address -> candidates.put(written(address), "this machine, on its way to " + host));
        }
        interfaces()
                .forEach((address, name) -> candidates.putIfAbsent(address, "this machine, by its interface " + name));
        candidates.putIfAbsent("host.docker.internal", "if the system runs in a container on this machine");
        return candidates;
    }

    /** The address that this machine uses towards the system; nothing is sent for that. */
    private static Optional<InetAddress> towards(InetAddress system) {
        try (var socket = new DatagramSocket()) {
            socket.connect(system, DISCARD_PORT);
            return Optional.of(socket.getLocalAddress()).filter(address -> !address.isAnyLocalAddress());
        } catch (IOException | java.io.UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> interfaces() {
        var addresses = new LinkedHashMap<String, String>();
        try {
            for (var network : NetworkInterface.networkInterfaces().toList()) {
                if (network.isUp() && !network.isLoopback()) {
                    network.inetAddresses()
                            .filter(address -> !(address instanceof Inet6Address))
                            .forEach(address -> addresses.put(written(address), network.getName()));
                }
            }
        } catch (SocketException e) {
            return addresses;
        }
        return addresses;
    }

    private static String written(InetAddress address) {
        var text = address.getHostAddress().replaceAll("%.*", "");
        return address instanceof Inet6Address ? "[" + text + "]" : text;
    }

    private static String advertisedHost(CallbackSettings now) {
        return java.net.URI.create(now.baseUrl(1)).getHost();
    }
}
