package org.dpstck.core.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
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
public final class LocalAddresses {

    /** The key of the address by which the system reaches this machine. */
    public static final String ADVERTISE = "callback.advertise";

    /** The key of the address on which the kit listens. */
    public static final String BIND = "callback.bind";

    private static final int DISCARD_PORT = 9;
    private static final int MOST = 5;
    private static final String EVERY = "0.0.0.0";
    private static final String DOCKER = "host.docker.internal";

    private LocalAddresses() {}

    /**
     * An address by which a system may reach this machine.
     *
     * @param host as it stands in a URL
     * @param bind the local address to listen on for it
     * @param why what speaks for it, in a few words
     */
    public record Address(String host, String bind, String why) {

        /** The key with this address; the port stays open. */
        public Check.Setting advertised() {
            return new Check.Setting(ADVERTISE, "http://" + host + ":{port}", why);
        }
    }

    /**
     * Addresses that the description does not name already, the likeliest first.
     *
     * @param system an address of the system
     * @param name of the system, for people
     * @param now what the description says
     */
    public static List<Address> besides(InetAddress system, String name, CallbackSettings now) {
        return candidates(system, name).entrySet().stream()
                .filter(candidate -> !candidate.getKey().equals(advertisedHost(now)))
                .limit(MOST)
                .map(candidate -> new Address(
                        candidate.getKey(),
                        candidate.getKey().equals(DOCKER)
                                ? EVERY
                                : candidate.getKey().replaceAll("[\\[\\]]", ""),
                        candidate.getValue()))
                .toList();
    }

    /** What to write into the description to try addresses, one after the other. */
    public static List<Check.Setting> settings(List<Address> addresses, CallbackSettings now) {
        var settings = new ArrayList<Check.Setting>();
        var everywhere = now.host().equals(EVERY);
        for (var address : addresses) {
            if (!everywhere && !address.bind().equals(now.host())) {
                everywhere = true;
                settings.add(
                        new Check.Setting(BIND, bound(EVERY, now.port()), "has to go with each address after this"));
            }
            settings.add(address.advertised());
        }
        return settings;
    }

    /** What to write into the description for one address that works. */
    public static List<Check.Setting> settings(Address proven, CallbackSettings now) {
        var advertised =
                new Check.Setting(ADVERTISE, proven.advertised().value(), "tried just now: the callback came there");
        return proven.bind().equals(now.host()) || now.host().equals(EVERY)
                ? List.of(advertised)
                : List.of(
                        new Check.Setting(BIND, bound(proven.bind(), now.port()), "goes with the address below"),
                        advertised);
    }

    /** Host and port as callback.bind has them. */
    public static String bound(String host, int port) {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    /** Whether this process itself sits in a container. */
    public static boolean contained() {
        return Files.exists(Path.of("/.dockerenv")) || Files.exists(Path.of("/run/.containerenv"));
    }

    private static Map<String, String> candidates(InetAddress system, String host) {
        var candidates = new LinkedHashMap<String, String>();
        if (system.isLoopbackAddress()) {
            candidates.put("127.0.0.1", "the system runs on this machine");
            candidates.put(DOCKER, "the system runs in a container on this machine (Docker, Podman)");
        } else {
            towards(system)
                    .ifPresent(address -> candidates.put(written(address), "this machine, on its way to " + host));
        }
        interfaces()
                .forEach((address, name) -> candidates.putIfAbsent(address, "this machine, by its interface " + name));
        candidates.putIfAbsent(DOCKER, "if the system runs in a container on this machine");
        return candidates;
    }

    /** The address that this machine uses towards the system; nothing is sent for that. */
    private static Optional<InetAddress> towards(InetAddress system) {
        try (var socket = new DatagramSocket()) {
            socket.connect(system, DISCARD_PORT);
            return Optional.of(socket.getLocalAddress()).filter(address -> !address.isAnyLocalAddress());
        } catch (IOException | UncheckedIOException e) {
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
        return URI.create(now.baseUrl(1)).getHost();
    }
}
