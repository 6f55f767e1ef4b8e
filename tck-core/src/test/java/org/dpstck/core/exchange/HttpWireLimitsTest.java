package org.dpstck.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.dpstck.core.exchange.WireFailure.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A system that hangs, drips or floods ends in a failure, in bounded time and memory. */
@Timeout(60)
class HttpWireLimitsTest {

    private static final String HEAD = "HTTP/1.1 200 OK\r\n";
    private static final String CHUNKED = HEAD + "Transfer-Encoding: chunked\r\n\r\n";
    private static final long GIBIBYTE = 1L << 30;
    /** What a busy machine takes to begin a request and to wake up from it; a drip would go on for ever. */
    private static final long SLACK = 2_000;

    @Test
    void whateverHangsOrDripsEndsAtTheDeadline() throws Exception {
        var systems = new LinkedHashMap<String, RawServer.Behaviour>();
        systems.put("says nothing", client -> client.wait(50_000));
        systems.put("hangs after the status line", after(HEAD));
        systems.put("hangs after the headers", after(HEAD + "\r\n"));
        systems.put("hangs in the body", after(HEAD + "Content-Length: 10\r\n\r\nabc"));
        systems.put("hangs after an interim answer", after("HTTP/1.1 100 Continue\r\n\r\n"));
        systems.put("drips a status line", dripping("", 'H'));
        systems.put("drips a header", dripping(HEAD + "X-Drip: ", 'x'));
        systems.put("drips a body", dripping(HEAD + "\r\n", 'x'));
        systems.put("drips a body of a length", dripping(HEAD + "Content-Length: 1000\r\n\r\n", 'x'));
        systems.put("drips a chunk", dripping(CHUNKED + "fff\r\n", 'x'));
        systems.put("drips a chunk's length", dripping(CHUNKED, '0'));
        systems.put("drips trailers", dripping(CHUNKED + "0\r\nX-Drip: ", 'x'));
        systems.put(
                "never takes the request",
                client -> client.socket().getOutputStream().flush());

        for (var system : measured(systems, "http").entrySet()) {
            assertThat(system.getValue().failure().kind()).as(system.getKey()).isEqualTo(Kind.TIME_OUT);
            assertEndsInTime(system.getKey(), system.getValue());
        }
    }

    @Test
    void aHandshakeThatHangsOrDripsEndsInTime() throws Exception {
        var systems = new LinkedHashMap<String, RawServer.Behaviour>();
        systems.put("says nothing", client -> client.wait(50_000));
        systems.put("drips", client -> {
            client.write("\u0016\u0003\u0003\u007f\u0000");
            client.drip('\u0002');
        });

        for (var system : measured(systems, "https").entrySet()) {
            var reply = system.getValue();
            assertThat(reply.failure().kind()).as(system.getKey()).isIn(Kind.TIME_OUT, Kind.TLS);
            assertThat(reply.exchange().millis()).as(system.getKey()).isLessThan(8_000);
        }
    }

    static List<RawServer.Behaviour> floods() {
        var kilobyte = "x".repeat(1024);
        return List.of(
                flooding(HEAD + "\r\n", kilobyte.repeat(64)),
                flooding(HEAD + "Content-Length: " + GIBIBYTE + "\r\n\r\n", kilobyte.repeat(64)),
                flooding(HEAD + "Content-Length: 99999999999\r\n\r\n", kilobyte.repeat(64)),
                flooding(CHUNKED, "10000\r\n" + kilobyte.repeat(64) + "\r\n"),
                flooding(HEAD + "Content-Encoding: gzip\r\n\r\n", kilobyte.repeat(64)),
                flooding(HEAD, ("X-Flood: " + kilobyte + "\r\n").repeat(64)),
                flooding(HEAD, "X: y\r\n".repeat(8192)),
                flooding(HEAD + "X-Flood: ", kilobyte.repeat(64)),
                flooding(HEAD + "X-Flood: a\r\n", (" " + kilobyte + "\r\n").repeat(64)),
                flooding(CHUNKED + "0\r\n", ("X-Trailer: " + kilobyte + "\r\n").repeat(64)),
                flooding(CHUNKED + "1;", kilobyte.repeat(64)));
    }

    @ParameterizedTest
    @MethodSource("floods")
    void aGibibyteIsNotReadToItsEnd(RawServer.Behaviour flood) throws Exception {
        try (var wire = Wires.patient();
                var server = RawServer.that(flood)) {
            var reply = Wires.get(wire, server.url("/"));

            assertThat(reply.failure()).isNotNull();
            assertThat(reply.failure().kind()).isEqualTo(Kind.TOO_LARGE);
            assertThat(reply.body()).isEmpty();
            assertThat(reply.exchange().millis()).isLessThan(15_000);
            // What the sockets' buffers hold counts, too.
            assertThat(server.written()).isLessThan(32L << 20);
        }
    }

    @Test
    void aBodyAsLongAsTheLimitIsAnAnswer() throws Exception {
        var longest = "x".repeat(1 << 20);
        try (var wire = Wires.patient();
                var server = RawServer.answering(HEAD + "Content-Length: 1048576\r\n\r\n" + longest)) {
            assertThat(Wires.get(wire, server.url("/")).body()).hasSize(1 << 20);
        }
        try (var wire = Wires.patient();
                var server = RawServer.answering(HEAD + "\r\n" + longest + "x")) {
            assertThat(Wires.get(wire, server.url("/")).failure().text())
                    .isEqualTo("the answer is longer than 1048576 bytes");
        }
    }

    @Test
    void endlessInterimAnswersEndAtTheDeadline() throws Exception {
        try (var wire = Wires.hasty();
                var server = RawServer.that(flooding("", "HTTP/1.1 102 Processing\r\nX: y\r\n\r\n".repeat(100)))) {
            var reply = Wires.get(wire, server.url("/"));

            assertThat(reply.failure().kind()).isEqualTo(Kind.TIME_OUT);
            assertEndsInTime("floods with interim answers", reply);
        }
    }

    @Test
    void failuresLeaveNoConnectionBehind() throws Exception {
        try (var wire = Wires.patient();
                var server = RawServer.answering(HEAD + "Content-Length: 10\r\n\r\nabc")) {
            for (int i = 0; i < 70; i++) {
                assertThat(Wires.get(wire, server.url("/")).failure().kind()).isEqualTo(Kind.DROPPED);
            }
        }
    }

    private static Map<String, Reply> measured(Map<String, RawServer.Behaviour> systems, String scheme)
            throws Exception {
        var threads = Executors.newCachedThreadPool();
        try (var wire = Wires.hasty()) {
            var tasks = new ArrayList<Callable<Reply>>();
            systems.values()
                    .forEach(behaviour -> tasks.add(() -> {
                        var stays = new CountDownLatch(1);
                        try (var server = RawServer.that(client -> {
                            behaviour.serve(client);
                            hold(stays);
                        })) {
                            return Wires.post(
                                    wire, scheme + "://127.0.0.1:" + server.port(), null, body(behaviour, systems));
                        } finally {
                            stays.countDown();
                        }
                    }));
            var replies = new LinkedHashMap<String, Reply>();
            var results = threads.invokeAll(tasks).iterator();
            for (var name : systems.keySet()) {
                replies.put(name, results.next().get());
            }
            return replies;
        } finally {
            threads.shutdownNow();
        }
    }

    private static String body(RawServer.Behaviour behaviour, Map<String, RawServer.Behaviour> systems) {
        return behaviour == systems.get("never takes the request") ? "x".repeat(1 << 24) : null;
    }

    private static void hold(CountDownLatch until) {
        try {
            until.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void assertEndsInTime(String system, Reply reply) {
        var deadline = Wires.DEADLINE.toMillis();
        assertThat(reply.failure().text()).as(system).endsWith("answer within 1 s");
        assertThat(reply.exchange().millis()).as(system).isBetween(deadline - 50, deadline + SLACK);
    }

    private static RawServer.Behaviour after(String beginning) {
        return client -> {
            client.request();
            client.write(beginning);
        };
    }

    private static RawServer.Behaviour dripping(String beginning, char drop) {
        return client -> {
            client.request();
            client.write(beginning);
            client.drip(drop);
        };
    }

    private static RawServer.Behaviour flooding(String beginning, String wave) {
        var bytes = wave.getBytes(StandardCharsets.US_ASCII);
        return client -> {
            client.request();
            client.write(beginning);
            client.flood(bytes, GIBIBYTE);
        };
    }
}
