package org.dpstck.reference;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** A data plane and a counter-party in one: answers as it is told and keeps what arrives. */
final class Stub implements AutoCloseable {

    /** Answered by no status: the connection breaks. */
    static final Answer BROKEN = new Answer(0, "");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<Arrival> fresh = new LinkedBlockingQueue<>();
    final List<Arrival> all = new CopyOnWriteArrayList<>();
    private final Function<Arrival, Answer> answers;
    private volatile int patienceSeconds = 30;

    record Arrival(String method, String path, String mediaType, String body) {

        ObjectNode json() {
            return Json.tryObject(body).orElseThrow(() -> new AssertionError("no JSON object: " + body));
        }

        boolean ends(String end) {
            return path.endsWith(end);
        }

        String string(String name) {
            return json().path(name).asString("");
        }
    }

    record Answer(int status, String body) {

        static Answer of(int status, ObjectNode body) {
            return new Answer(status, Json.write(body));
        }
    }

    Stub(Function<Arrival, Answer> answers) {
        this.answers = answers;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(threads);
        server.createContext("/", this::receive);
        server.start();
    }

    private void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Arrival arrival = new Arrival(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                exchange.getRequestHeaders().getFirst("Content-Type"),
                body);
        all.add(arrival);
        fresh.add(arrival);
        Answer answer = answers.apply(arrival);
        if (answer != BROKEN) {
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private Arrival poll() throws InterruptedException {
        return fresh.poll(patienceSeconds, TimeUnit.SECONDS);
    }

    /** Expects what arrives to arrive within this time. */
    void waitNoLongerThan(int seconds) {
        patienceSeconds = seconds;
    }

    int patienceSeconds() {
        return patienceSeconds;
    }

    /** The next arrival whose path ends so; others before it are passed over. */
    Arrival await(String end) {
        try {
            for (Arrival next = poll(); next != null; next = poll()) {
                if (next.ends(end)) {
                    return next;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("nothing came to " + end + ", only " + all);
    }

    long count(String end) {
        return all.stream().filter(each -> each.ends(end)).count();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
