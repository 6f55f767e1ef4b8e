package org.dpstck.core.exchange;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/**
 * Looks whether a host has an address and its port takes connections.
 *
 * @param addresses of the host, as the name service gives them; empty if it gives none
 * @param reached the first of them that took a connection; null if none did
 * @param millis how long that connection took, milliseconds
 * @param failures what became of the others before it, a line each
 * @param kind the sort of the last failure; null if there was none
 */
public record TcpProbe(
        List<InetAddress> addresses, InetAddress reached, long millis, List<String> failures, Kind kind) {

    /** Hosts have a few addresses; each that is silent costs the whole time of a connection. */
    private static final int MOST = 4;

    /** Sorts of failure. */
    public enum Kind {
        /** The name service does not know the host, or does not answer. */
        NO_ADDRESS,
        /** There is a machine, and nothing listens there. */
        REFUSED,
        /** Nothing answers at all: a wrong address, or a firewall. */
        SILENT,
        /** There is no way to that network. */
        NO_ROUTE
    }

    /**
     * Looks.
     *
     * @param limit for the name service, and for each connection
     */
    public static TcpProbe of(URI url, Duration limit) {
        var failures = new ArrayList<String>();
        var addresses = addresses(host(url), limit, failures);
        if (addresses.isEmpty()) {
            return new TcpProbe(addresses, null, 0, failures, Kind.NO_ADDRESS);
        }
        Kind kind = null;
        for (var address : addresses.stream().limit(MOST).toList()) {
            var started = System.nanoTime();
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(address, port(url)), (int) limit.toMillis());
                return new TcpProbe(addresses, address, (System.nanoTime() - started) / 1_000_000, failures, kind);
            } catch (IOException e) {
                kind = kind(e);
                failures.add(address.getHostAddress() + ": " + text(e, kind, limit));
            }
        }
        return new TcpProbe(addresses, null, 0, failures, kind);
    }

    /** Whether a connection stood. */
    public boolean connected() {
        return reached != null;
    }

    /** The port of a URL, the usual one of its scheme if it names none. */
    public static int port(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
    }

    /** The host of a URL, without the brackets of an IPv6 address. */
    public static String host(URI url) {
        var host = url.getHost() == null ? "" : url.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static List<InetAddress> addresses(String host, Duration limit, List<String> failures) {
        try {
            return Bounded.call("dps-tck-name-service", limit, () -> List.of(InetAddress.getAllByName(host)));
        } catch (UnknownHostException e) {
            failures.add("the name service does not know it");
        } catch (TimeoutException e) {
            failures.add("the name service does not answer within " + Durations.text(limit));
        } catch (IOException e) {
            failures.add("the name service cannot be asked: " + Texts.oneLine(String.valueOf(e.getMessage()), 160));
        }
        return List.of();
    }

    private static Kind kind(IOException failure) {
        if (failure instanceof NoRouteToHostException) {
            return Kind.NO_ROUTE;
        }
        if (failure instanceof SocketTimeoutException) {
            return Kind.SILENT;
        }
        var text = String.valueOf(failure.getMessage());
        return failure instanceof ConnectException && !text.contains("unreachable") ? Kind.REFUSED : Kind.NO_ROUTE;
    }

    private static String text(IOException failure, Kind kind, Duration limit) {
        return switch (kind) {
            case REFUSED -> "connection refused";
            case SILENT -> "no connection within " + Durations.text(limit);
            default -> "no route (" + Texts.oneLine(String.valueOf(failure.getMessage()), 160) + ")";
        };
    }
}
