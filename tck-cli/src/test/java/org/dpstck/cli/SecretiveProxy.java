package org.dpstck.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.Executors;

/**
 * Stands before a system and lets it tell secrets: its own in every answer, and those that it is sent as an echo, as they
 * are, percent-encoded and in Base64.
 */
final class SecretiveProxy implements AutoCloseable {

    static final String BODY_TOKEN = "fake-body-token-123";
    static final String COOKIE = "fake-cookie-456";
    static final String PROPERTY = "fake-property-789";
    static final String JWT = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJmYWtlIn0.c2lnbmF0dXJlLWZha2U";

    private static final Set<String> NOT_PASSED_ON =
            Set.of("host", "connection", "content-length", "transfer-encoding", "expect", "upgrade", "http2-settings");

    private final HttpServer server;
    private final URI target;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private SecretiveProxy(HttpServer server, URI target) {
        this.server = server;
        this.target = target;
    }

    static SecretiveProxy before(URI target) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "secretive-proxy");
            thread.setDaemon(true);
            return thread;
        }));
        var proxy = new SecretiveProxy(server, target);
        server.createContext("/", proxy::pass);
        server.start();
        return proxy;
    }

    URI origin() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    URI url() {
        return origin().resolve(target.getPath());
    }

    URI admin() {
        return origin().resolve("/admin");
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var request = HttpRequest.newBuilder(
                            target.resolve(exchange.getRequestURI().toString()))
                    .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (!NOT_PASSED_ON.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                    values.forEach(value -> request.header(name, value));
                }
            });
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var text = telling(answer.body(), exchange);
            answer.headers().map().forEach((name, values) -> {
                if (!NOT_PASSED_ON.contains(name)) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            exchange.getResponseHeaders().add("Set-Cookie", "session=" + COOKIE);
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.statusCode(), bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The answer with more members: secrets of its own, and what the request bore. */
    private static String telling(String answer, HttpExchange exchange) {
        if (!answer.startsWith("{") || answer.length() < 3) {
            return answer;
        }
        var sent = new StringBuilder();
        for (var name : new String[] {"Authorization", "X-Custom", "X-Api-Key", "X-Auth-Token"}) {
            var value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                var bare = value.substring(value.indexOf(' ') + 1);
                sent.append("you sent ")
                        .append(value)
                        .append(" and ")
                        .append(java.net.URLEncoder.encode(bare, StandardCharsets.UTF_8))
                        .append(" and ")
                        .append(Base64.getEncoder().encodeToString(bare.getBytes(StandardCharsets.UTF_8)))
                        .append(' ');
            }
        }
        return "{\"access_token\":\"" + BODY_TOKEN + "\",\"note\":\"" + sent + "\",\"hint\":\"" + JWT
                + "\",\"more\":[{\"name\":\"authorization\",\"value\":\"" + PROPERTY + "\"}],\"url\":\"http://user:"
                + BODY_TOKEN + "@h/?token=" + PROPERTY + "&a=1\"," + answer.substring(1);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
