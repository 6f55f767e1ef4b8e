package org.dpstck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.reports.RunRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A system that cannot be judged is inconclusive, soon, once and for one reason. */
class UnusableSystemTest {

    @TempDir
    private Path folder;

    @Test
    void nobodyListens() throws IOException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        inconclusive("http://127.0.0.1:" + port, "refused");
    }

    @Test
    void noSuchHost() throws IOException {
        inconclusive("http://no-such-host.invalid:8080", "no-such-host.invalid");
    }

    @Test
    void tlsToAPlainPort() throws IOException {
        try (var plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            CompletableFuture.runAsync(() -> refuseAll(plain));

            inconclusive("https://127.0.0.1:" + plain.getLocalPort(), "TLS");
        }
    }

    /** A server of plain HTTP sees no request in a TLS handshake, and says so. */
    private static void refuseAll(ServerSocket server) {
        while (!server.isClosed()) {
            try (var connection = server.accept()) {
                connection.getInputStream().read();
                connection
                        .getOutputStream()
                        .write("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
            } catch (IOException clientHasGone) {
                continue;
            }
        }
    }

    @Test
    void notFoundEverywhere() throws IOException {
        answering(404, "application/json", "{}", url -> inconclusive(url, "404"));
    }

    @Test
    void webPagesEverywhere() throws IOException {
        answering(200, "text/html", "<html><body>Welcome</body></html>", url -> inconclusive(url, "HTML"));
    }

    private void inconclusive(String url, String hint) throws IOException {
        var before = Instant.now();
        var result = Shell.plain().run("run", "--url", url, "--out", folder.toString());

        assertThat(result.code()).as(result.out() + result.err()).isEqualTo(3);
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(30));
        assertThat(result.out()).contains("INCONCLUSIVE", hint).doesNotContain("    at ");
        assertThat(result.out().lines().filter(line -> line.contains(hint))).hasSizeLessThanOrEqualTo(2);
        assertThat(result.err()).isEmpty();
        var record = RunRecords.read(folder);
        assertThat(record.status()).isEqualTo(RunRecord.Status.STOPPED);
        assertThat(record.counts().passed()).isZero();
        assertThat(record.counts().inconclusive()).isGreaterThan(200);
    }

    private interface Check {
        void with(String url) throws IOException;
    }

    private static void answering(int status, String type, String body, Check check) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            check.with("http://127.0.0.1:" + server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
    }
}
