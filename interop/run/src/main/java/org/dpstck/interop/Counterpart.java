package org.dpstck.interop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What stands around EDC: where its data comes from, where pushed data goes, and who hears its events. */
public final class Counterpart implements AutoCloseable {

    /** The data of every asset. */
    public static final String DATA = "{\"some\":\"data\"}";

    private static final long LIMIT_SECONDS = 30;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> pushed = new LinkedBlockingQueue<>();

    /**
     * Listens on loopback.
     *
     * @throws IOException if nobody can listen there
     */
    public Counterpart() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/source", exchange -> answer(exchange, DATA));
        server.createContext("/destination", exchange -> {
            pushed.add(body(exchange));
            answer(exchange, "{}");
        });
        server.createContext("/events", exchange -> {
            events.add(JSON.readTree(body(exchange)));
            answer(exchange, "{}");
        });
        server.start();
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** The first event that fits; those before it are gone. */
    JsonNode event(String type, Predicate<JsonNode> fits) throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        for (var left = deadline - System.nanoTime(); left > 0; left = deadline - System.nanoTime()) {
            var event = events.poll(left, TimeUnit.NANOSECONDS);
            if (event != null && event.path("type").asString().equals(type) && fits.test(event.path("payload"))) {
                return event.path("payload");
            }
        }
        throw new EdcException("EDC told no " + type + " within " + LIMIT_SECONDS + " s");
    }

    /** What was pushed; null if nothing comes in time. */
    public String pushed() throws InterruptedException {
        return pushed.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
