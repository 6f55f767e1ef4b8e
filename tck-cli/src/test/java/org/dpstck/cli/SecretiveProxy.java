package org.dpstck.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands before a system and lets it tell secrets: its own in every answer, and those that it is sent as an echo, as they
 * are, percent-encoded and in Base64. It also stands between the system and the suite: addresses of the suite in messages
 * become its own, and what the system sends there has more secrets in its query, its headers and its body.
 */
final class SecretiveProxy implements AutoCloseable {

    static final String BODY_TOKEN = "fake-body-token-123";
    static final String COOKIE = "fake-cookie-456";
    static final String PROPERTY = "fake-property-789";
    static final String CALLBACK_QUERY = "fake-callback-query-11";
    static final String CALLBACK_HEADER = "fake-callback-header-22";
    static final String JWT = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJmYWtlIn0.c2lnbmF0dXJlLWZha2U";

    private static final Pattern SUITE = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/(callbacks|served)");
    private static final Pattern BACK = Pattern.compile("/back/(\\d+)(/.*)");

    private static final Set<String> NOT_PASSED_ON =
            Set.of("host", "connection", "content-length", "transfer-encoding", "expect", "upgrade", "http2-settings");

    private final HttpServer server;
    private final URI target;
    private volatile boolean calledBack;
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

    /** Whether any message named an address of the suite, which then was replaced. */
    boolean calledBack() {
        return calledBack;
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
            var back = BACK.matcher(exchange.getRequestURI().toString());
            var request = back.matches() ? toSuite(exchange, back) : toSystem(exchange);
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
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

    private HttpRequest.Builder toSystem(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calledBack |= SUITE.matcher(body).find();
        return HttpRequest.newBuilder(target.resolve(exchange.getRequestURI().toString()))
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofString(SUITE.matcher(body).replaceAll(origin() + "/back/$1/$2")));
    }

    private HttpRequest.Builder toSuite(HttpExchange exchange, Matcher back) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var url = "http://127.0.0.1:" + back.group(1) + back.group(2);
        return HttpRequest.newBuilder(
                        URI.create(url + (url.contains("?") ? "&" : "?") + "access_token=" + CALLBACK_QUERY))
                .header("X-Api-Key", CALLBACK_HEADER)
                .header("Cookie", "session=" + COOKIE)
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofString(telling(body, exchange)));
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
                        .append(URLEncoder.encode(bare, StandardCharsets.UTF_8))
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
