package org.dpstck.core.exchange;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Wires for tests. */
final class Wires {

    /** Until a hasty wire gives up. */
    static final Duration DEADLINE = Duration.ofSeconds(1);

    static final String SECRET = "fake-secret-4711";

    private Wires() {}

    /** With time enough for a busy machine. */
    static HttpWire patient() {
        return wire(Duration.ofSeconds(20), Map.of());
    }

    /** Sends headers of its own. */
    static HttpWire with(Map<String, String> headers) {
        return wire(Duration.ofSeconds(20), headers);
    }

    /** Gives up soon; has sent a request before, so that no class loading counts. */
    static HttpWire hasty() throws Exception {
        var wire = wire(DEADLINE, Map.of());
        try (var server = RawServer.answering("HTTP/1.1 200 OK\r\n\r\n")) {
            get(wire, server.url("/warm-up"));
        }
        return wire;
    }

    static Reply get(HttpWire wire, String url) {
        return wire.send(new Journal(), "test", new Outgoing("GET", url, null, null));
    }

    static Reply post(HttpWire wire, String url, String contentType, String body) {
        return wire.send(new Journal(), "test", new Outgoing("POST", url, contentType, body));
    }

    private static HttpWire wire(Duration request, Map<String, String> headers) {
        var limits = WireLimits.of(Duration.ofSeconds(request.equals(DEADLINE) ? 1 : 5), request);
        return new HttpWire(limits, headers, new Redactor(List.of(SECRET)), new ExchangeIds());
    }
}
