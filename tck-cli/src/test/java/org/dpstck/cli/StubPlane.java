package org.dpstck.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** A server that answers as a test tells it, and remembers what it was asked. */
final class StubPlane implements AutoCloseable {

    private final HttpServer server;
    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();

    /** One request: method, path below the root, body. */
    record Asked(String method, String path, String body) {

        boolean is(String line) {
            return (method + " " + path).matches(line);
        }
    }

    /** An answer. */
    record Reply(int status, Map<String, String> headers, String body) {

        static Reply json(int status, String body) {
            return new Reply(status, Map.of("Content-Type", "application/json"), body);
        }
    }

    private StubPlane(HttpServer server) {
        this.server = server;
    }

    static StubPlane answering(Function<Asked, Reply> answers) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var stub = new StubPlane(server);
            server.createContext("/", exchange -> stub.answer(exchange, answers));
            server.start();
            return stub;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange, Function<Asked, Reply> answers) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var request = new Asked(
                    exchange.getRequestMethod(), exchange.getRequestURI().getPath(), body);
            asked.add(request);
            var reply = answers.apply(request);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    long count(String line) {
        return asked.stream().filter(request -> request.is(line)).count();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
