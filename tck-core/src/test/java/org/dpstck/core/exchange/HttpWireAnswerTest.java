package org.dpstck.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are HTTP, however odd, arrive as they were sent. */
@Timeout(60)
class HttpWireAnswerTest {

    private final HttpWire wire = Wires.patient();

    @AfterEach
    void close() {
        wire.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 226, 299, 301, 304, 401, 407, 418, 429, 500, 599, 999})
    void everyStatusIsAnAnswer(int status) throws Exception {
        try (var server = RawServer.answering("HTTP/1.1 " + status + " Odd\r\nWWW-Authenticate: ,,=\r\n\r\n")) {
            var reply = Wires.get(wire, server.url("/"));

            assertThat(reply.answered()).isTrue();
            assertThat(reply.status()).isEqualTo(status);
            assertThat(reply.exchange().answer().status()).isEqualTo(status);
        }
    }

    @Test
    void redirectsAreNotFollowed() throws Exception {
        try (var server = RawServer.answering("HTTP/1.1 307 Over there\r\nLocation: /again\r\n\r\n")) {
            var reply = Wires.post(wire, server.url("/"), "text/plain", "x");

            assertThat(reply.status()).isEqualTo(307);
            assertThat(reply.header("location")).contains("/again");
            assertThat(server.requests()).isOne();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 204 No Content\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"})
    void aHundredAnswersInARowLeaveNoConnectionBehind(String answer) throws Exception {
        try (var server = RawServer.answering(answer)) {
            for (int i = 0; i < 100; i++) {
                assertThat(Wires.get(wire, server.url("/")).failure()).isNull();
            }
            assertThat(server.requests()).isEqualTo(100);
        }
    }

    @Test
    void duplicateHeadersAreKeptInTheirOrder() throws Exception {
        try (var server = RawServer.answering("HTTP/1.1 200 OK\r\nX-A: 1\r\nx-a: 2\r\nX-B:\r\nX-A: 1\r\n\r\n")) {
            var reply = Wires.get(wire, server.url("/"));

            assertThat(reply.headers())
                    .containsExactly(
                            new Header("X-A", "1"),
                            new Header("x-a", "2"),
                            new Header("X-B", ""),
                            new Header("X-A", "1"));
            assertThat(reply.header("X-a")).contains("1");
            assertThat(reply.exchange().answer().headers()).isEqualTo(reply.headers());
        }
    }

    @Test
    void interimAnswersAreSkipped() throws Exception {
        var answer = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"
                + "HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\nok";
        try (var server = RawServer.answering(answer)) {
            var reply = Wires.get(wire, server.url("/"));

            assertThat(reply.status()).isEqualTo(201);
            assertThat(reply.text()).isEqualTo("ok");
            assertThat(reply.header("Link")).isEmpty();
        }
    }

    @Test
    void compressedBodiesAreNotDecoded() throws Exception {
        try (var server = RawServer.answering(
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\n\u001f\u008b\u0008x")) {
            var reply = Wires.get(wire, server.url("/"));

            assertThat(reply.body()).containsExactly(0x1f, 0x8b, 8, 'x');
            assertThat(reply.header("Content-Encoding")).contains("gzip");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "garbage;;;", "text/plain; charset=nonsense", "text/html", "application/xml", "a/b; c=\""})
    void theBodyIsKeptWhateverItIsDeclaredAs(String type) throws Exception {
        try (var server = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n\r\n<a")) {
            assertThat(Wires.get(wire, server.url("/")).text()).isEqualTo("<a");
        }
    }

    @Test
    void bodiesAreReadAsUtf8() throws Exception {
        var text = "ü€😀";
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        try (var server = RawServer.that(client -> {
            client.request();
            client.write("HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\r\n");
            client.write(bytes);
            client.write(new byte[] {(byte) 0xff, (byte) 0xc3});
        })) {
            var reply = Wires.get(wire, server.url("/"));

            assertThat(reply.text()).isEqualTo(text + "\ufffd\ufffd");
            assertThat(reply.body()).hasSize(bytes.length + 2);
            assertThat(reply.exchange().answer().body()).isEqualTo(reply.text());
            assertThat(reply.exchange().answer().bodyBytes()).isEqualTo(bytes.length + 2);
        }
    }

    @Test
    void cookiesAreNotSentBack() throws Exception {
        try (var server = RawServer.answering("HTTP/1.1 200 OK\r\nSet-Cookie: a=b; Path=/\r\n\r\n")) {
            Wires.get(wire, server.url("/"));
            Wires.get(wire, server.url("/"));

            server.request();
            assertThat(server.request()).doesNotContainIgnoringCase("cookie");
        }
    }

    @Test
    void longBodiesAreCutInTheRecordOnlyAndSecretsAreGoneBeforeThat() throws Exception {
        var body = "x".repeat((1 << 16) - 4) + Wires.SECRET + "y".repeat(1 << 16);
        try (var server = RawServer.answering("HTTP/1.1 200 OK\r\n\r\n" + body)) {
            var reply = Wires.post(wire, server.url("/"), "text/plain", body);

            assertThat(reply.text()).isEqualTo(body);
            assertThat(reply.exchange().answer().body()).contains("x[sec… (").doesNotContain("xfake");
            assertThat(reply.exchange().request().body()).contains("x[sec… (").doesNotContain("xfake");
        }
    }

    @Test
    void sixteenThreadsGetTheirOwnAnswers() throws Exception {
        var threads = Executors.newFixedThreadPool(16);
        try (var server = RawServer.that(client -> {
            client.request();
            client.write("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n" + "pong");
        })) {
            var journal = new Journal();
            var tasks = new ArrayList<Callable<Reply>>();
            for (int i = 0; i < 160; i++) {
                var outgoing = new Outgoing("POST", server.url("/" + i), i % 2 == 0 ? "a/" + i : null, "body" + i);
                tasks.add(() -> wire.send(journal, "test", outgoing));
            }
            for (var result : threads.invokeAll(tasks)) {
                assertThat(result.get().text()).isEqualTo("pong");
            }
            for (int i = 0; i < 160; i++) {
                var request = server.request();
                var number = Integer.parseInt(request.substring("POST /".length(), request.indexOf(" HTTP")));
                assertThat(request).endsWith("\r\n\r\nbody" + number);
                assertThat(request.contains("\r\nContent-Type: a/" + number + "\r\n"))
                        .isEqualTo(number % 2 == 0);
            }
            assertThat(journal.exchanges())
                    .hasSize(160)
                    .extracting(Exchange::id)
                    .doesNotHaveDuplicates();
        } finally {
            threads.shutdownNow();
        }
    }
}
