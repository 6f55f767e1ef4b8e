package org.dpstck.interop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Ports on loopback, and settings of EDC that are about them. */
final class Loopback {

    static final String HOST = "127.0.0.1";

    private static final int ATTEMPTS = 3;

    private Loopback() {}

    /**
     * Starts something on free ports. They are free when they are chosen; should one be taken before EDC binds it, others
     * are tried.
     *
     * @param logs of the runtimes that are started, which tell a port that was taken
     * @throws EdcException if it does not start
     */
    static <T> T starting(int ports, List<Path> logs, Function<List<Integer>, T> start) {
        for (var attempt = 1; ; attempt++) {
            try {
                return start.apply(freePorts(ports));
            } catch (EdcException e) {
                if (attempt == ATTEMPTS || logs.stream().noneMatch(Loopback::portTaken)) {
                    throw e;
                }
            }
        }
    }

    /** What every runtime is told. */
    static Map<String, String> settings(String participant, String component) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("edc.participant.id", participant);
        settings.put("edc.component.id", component);
        settings.put("edc.hostname", HOST);
        return settings;
    }

    /** Has a runtime serve one of its APIs at a port. */
    static void listen(Map<String, String> settings, String context, int port, String path) {
        settings.put("web.http." + context + "port", Integer.toString(port));
        settings.put("web.http." + context + "path", path);
    }

    static URI url(int port, String path) {
        return URI.create("http://" + HOST + ":" + port + path);
    }

    private static boolean portTaken(Path log) {
        try {
            return Files.exists(log) && Files.readString(log).contains("Address already in use");
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
            held.forEach(Loopback::release);
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new EdcException("A port that was tried cannot be released", e);
        }
    }
}
