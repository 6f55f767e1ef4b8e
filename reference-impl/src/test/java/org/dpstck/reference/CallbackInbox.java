package org.dpstck.reference;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** A control plane that only listens, answering 200 or what it was told to. */
final class CallbackInbox implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final Queue<String> documents = new ConcurrentLinkedQueue<>();

    /** One request that arrived. */
    record Arrival(String method, String path, String contentType, String body) {

        ObjectNode json() {
            return Json.tryObject(body).orElseThrow(() -> new AssertionError("no JSON object: " + body));
        }

        String operation() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    CallbackInbox() {
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
        arrivals.add(new Arrival(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                exchange.getRequestHeaders().getFirst("Content-Type"),
                body));
        String document = documents.poll();
        if (document != null) {
            byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
            return;
        }
        Integer status = answers.poll();
        exchange.sendResponseHeaders(status == null ? 200 : status, -1);
        exchange.close();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/callbacks";
    }

    /** Answers the next request with this status. */
    void answerNext(int status) {
        answers.add(status);
    }

    /** Answers the next request with this document. */
    void answerNextWith(String document) {
        documents.add(document);
    }

    Arrival await() {
        Arrival arrival = poll(5_000);
        if (arrival == null) {
            throw new AssertionError("no callback arrived within 5 s");
        }
        return arrival;
    }

    /** The next arrival within a time, or null. */
    Arrival poll(long millis) {
        try {
            return arrivals.poll(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
