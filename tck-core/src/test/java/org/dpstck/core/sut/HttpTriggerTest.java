package org.dpstck.core.sut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.exchange.ExchangeIds;
import org.dpstck.core.exchange.HttpWire;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.exchange.Redactor;
import org.dpstck.core.exchange.WireLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class HttpTriggerTest {

    private static final Map<String, String> VALUES = Map.of("dataFlowId", "f/1 \"x\"", "processId", "p1");

    private final BlockingQueue<String> seen = new ArrayBlockingQueue<>(10);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private String limit = "10s";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/ok", this::record);
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/ok");
            answer(exchange, 302, "");
        });
        server.createContext(
                "/echo",
                exchange -> answer(
                        exchange, 401, "bad key " + exchange.getRequestHeaders().getFirst("X-Api-Key")));
        server.createContext("/big", exchange -> answer(exchange, 500, "too much\n".repeat(2_000_000)));
        server.createContext("/hang", exchange -> await());
        server.createContext("/drip", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            await();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        ended.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    /** A callback that comes of it at once has to stand behind it. */
    @Test
    void standsInTheRecordWhereItsCallBegan() throws Exception {
        var served = new ArrayBlockingQueue<Instant>(1);
        server.createContext("/moment", exchange -> {
            served.add(Instant.now());
            answer(exchange, 200, "");
        });
        var limits = WireLimits.of(Duration.ofSeconds(5), Duration.ofSeconds(5));
        try (var wire = new HttpWire(limits, Map.of(), new Redactor(List.of()), new ExchangeIds())) {
            var outcome = fire("post", "{url}/moment", Map.of(), null);
            var journal = new Journal();
            outcome.note(TriggerPoint.PROCEED, wire, journal);

            assertThat(outcome.at()).isBeforeOrEqualTo(served.take());
            assertThat(journal.exchanges()).extracting(Exchange::at).containsExactly(outcome.at());
        }
    }

    @Test
    void sendsWhatTheTemplateSays() throws Exception {
        var headers = Map.of("X-Flow", "{processId}", "Content-Type", "application/merge-patch+json");
        var outcome = fire("patch", "{url}/ok/{dataFlowId}?p={processId}", headers, Map.of("id", "{dataFlowId}"));

        assertThat(outcome.summary()).isEqualTo("PATCH " + base() + "/ok/f%2F1%20%22x%22?p=p1 → 204");
        assertThat(seen.take())
                .isEqualTo(
                        "PATCH /ok/f%2F1%20%22x%22?p=p1 [application/merge-patch+json] [p1] {\"id\":\"f/1 \\\"x\\\"\"}");
    }

    @Test
    void guessesTheMediaTypeOfABody() throws Exception {
        fire("POST", "{url}/ok", Map.of(), "{\"id\": \"{dataFlowId}\"}");
        fire("POST", "{url}/ok", Map.of(), "flow {processId}");
        fire("POST", "{url}/ok", Map.of("content-type", "application/x-www-form-urlencoded"), "id={dataFlowId}");
        fire("DELETE", "{url}/ok", Map.of(), null);

        assertThat(seen.take()).endsWith("[application/json] [null] {\"id\": \"f/1 \\\"x\\\"\"}");
        assertThat(seen.take()).endsWith("[text/plain; charset=utf-8] [null] flow p1");
        assertThat(seen.take()).endsWith("[application/x-www-form-urlencoded] [null] id=f%2F1%20%22x%22");
        assertThat(seen.take()).isEqualTo("DELETE /ok [null] [null] ");
    }

    @Test
    void aRefusalIsShownWithoutTheSecret() {
        assertThat(failure("{url}/echo", Map.of("X-Api-Key", "fake-secret")))
                .isEqualTo("POST " + base() + "/echo answered 401, not 2xx: bad key ***");
    }

    @Test
    void aBigAnswerIsCut() {
        assertThat(failure("{url}/big", Map.of()))
                .contains("answered 500, not 2xx: too much")
                .hasSizeLessThan(400);
    }

    @Test
    void aRedirectIsNotFollowed() {
        assertThat(failure("{url}/moved", Map.of()))
                .endsWith("answered 302, not 2xx: redirects are not followed; use the final URL");
        assertThat(seen).isEmpty();
    }

    @Test
    void aHangingOrDrippingAnswerIsGivenUp() {
        limit = "300ms";
        assertThat(failure("{url}/hang", Map.of())).endsWith("no complete answer within 300ms (timeouts.request)");
        assertThat(failure("{url}/drip", Map.of())).endsWith("no complete answer within 300ms (timeouts.request)");
    }

    @Test
    void nobodyThereIsSaid() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThat(failure("http://u:fake-pass@127.0.0.1:" + free + "/x", Map.of()))
                .isEqualTo("POST http://***@127.0.0.1:" + free
                        + "/x: nothing listens there; check the URL of the trigger");
        assertThat(failure("http://no-such-host.invalid/", Map.of()))
                .endsWith(": the host is unknown; check the URL of the trigger");
    }

    @Test
    void tlsToAPlainPortIsSaid() throws IOException {
        try (var plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            threads.submit(() -> {
                try (var connection = plain.accept()) {
                    var hello = connection.getInputStream().read();
                    connection
                            .getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                    // It is left to the client to close: an end that comes too soon would hide the answer.
                    connection.getInputStream().readAllBytes();
                    return hello;
                }
            });
            assertThat(failure("https://127.0.0.1:" + plain.getLocalPort() + "/ok", Map.of()))
                    .contains(": no TLS connection (");
        }
    }

    @Test
    void valuesThatMakeABadRequestAreSaid() {
        assertThat(failure("{datasetId}", Map.of())).contains("cannot be sent with the values of this flow");
        assertThat(failure("{url}/ok", Map.of("X-Flow", "{transferType}"))).contains("{transferType} has no value");
    }

    private TriggerOutcome fire(String method, String url, Map<String, String> headers, Object body) {
        var system = Given.nothing()
                .option("url", base())
                .option("timeouts.request", limit)
                .load();
        var trigger = new HttpTrigger(method.toUpperCase(Locale.ROOT), url, headers, body);
        return new TriggerRunner(system, Prompt.none()).fire(trigger, VALUES);
    }

    private String failure(String url, Map<String, String> headers) {
        return catchThrowableOfType(TriggerFailedException.class, () -> fire("POST", url, headers, null))
                .getMessage();
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void record(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        seen.add("%s %s [%s] [%s] %s"
                .formatted(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        headers.getFirst("Content-Type"),
                        headers.getFirst("X-Flow"),
                        body));
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private void await() throws IOException {
        try {
            ended.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }
}
