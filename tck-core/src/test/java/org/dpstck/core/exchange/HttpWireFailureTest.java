package org.dpstck.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.dpstck.core.exchange.WireFailure.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A system that is not there, is cut off or speaks no HTTP ends in a failure that says so. */
@Timeout(60)
class HttpWireFailureTest {

    private static final String HEAD = "HTTP/1.1 200 OK\r\n";

    private final HttpWire wire = Wires.patient();

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void nobodyListens() throws Exception {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertFailure("http://127.0.0.1:" + free + "/", Kind.UNREACHABLE, "connection refused");
    }

    @Test
    void theHostIsUnknown() {
        assertFailure("http://no-such-host.invalid/", Kind.UNREACHABLE, "unknown host no-such-host.invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/relative", "ftp://127.0.0.1/", "http:///x", "http://127.0.0.1:99999/", "http://h/{id}"})
    void theUrlIsNone(String url) {
        assertFailure(url, Kind.UNREACHABLE, "no request can be sent to the URL " + url);
    }

    @Test
    void theFailureIsInTheRecord() {
        var journal = new Journal();
        var outgoing = new Outgoing("POST", "http://no-such-host.invalid/?token=fake-token", "text/plain", "hi");
        var reply = wire.send(journal, "stimulus", outgoing);

        assertThat(journal.exchanges()).containsExactly(reply.exchange());
        assertThat(reply.status()).isZero();
        assertThat(reply.body()).isEmpty();
        assertThat(reply.exchange().answer()).isNull();
        assertThat(reply.exchange().purpose()).isEqualTo("stimulus");
        assertThat(reply.exchange().request().headers())
                .containsExactly(new Header("Accept", "*/*"), new Header("Content-Type", "text/plain"));
        assertThat(reply.exchange().summary())
                .startsWith("POST http://no-such-host.invalid/?token=[secret-1] → no answer (unknown host ");
    }

    @Test
    void tlsToAPlainPort() throws Exception {
        try (var server = RawServer.that(client -> client.write("HTTP/1.1 400 Bad Request\r\n\r\n"))) {
            assertFailure("https://127.0.0.1:" + server.port() + "/", Kind.TLS, "TLS failed: ");
        }
    }

    @Test
    void aCertificateThatNobodyTrusts() {
        var server = new WireMockServer(
                WireMockConfiguration.options().dynamicPort().dynamicHttpsPort().bindAddress("127.0.0.1"));
        server.start();
        try {
            assertFailure("https://127.0.0.1:" + server.httpsPort() + "/", Kind.TLS, "TLS failed: ");
        } finally {
            server.stop();
        }
    }

    @Test
    void plainHttpToATlsPort() throws Exception {
        try (var server = RawServer.that(client -> {
            client.request();
            client.write("\u0015\u0003\u0003\u0000\u0002\u0002\u0050");
        })) {
            assertFailure(server.url("/"), Kind.GARBAGE, "what came is no HTTP");
        }
    }

    @Test
    void theConnectionIsClosedWithoutAnAnswer() throws Exception {
        try (var server = RawServer.that(RawServer.Client::request)) {
            assertFailure(server.url("/"), Kind.DROPPED, "the connection was closed before the answer was complete");
        }
    }

    @Test
    void theConnectionIsReset() throws Exception {
        try (var server = RawServer.that(client -> {
            client.request();
            client.reset();
        })) {
            assertFailure(server.url("/"), Kind.DROPPED, "the connection was reset before the answer was complete");
        }
    }

    @Test
    void theConnectionIsGoneWhileTheRequestIsWritten() throws Exception {
        try (var server = RawServer.that(RawServer.Client::reset)) {
            var reply = Wires.post(wire, server.url("/"), "text/plain", "x".repeat(1 << 24));

            assertThat(reply.failure().kind()).isEqualTo(Kind.DROPPED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 2",
                HEAD,
                HEAD + "X-A: 1\r\n",
                HEAD + "Content-Length: 10\r\n\r\nabc",
                HEAD + "Transfer-Encoding: chunked\r\n\r\na\r\nabc",
                HEAD + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
                "HTTP/1.1 101 Switching Protocols\r\n\r\n"
            })
    void theAnswerStopsHalfway(String answer) throws Exception {
        try (var server = RawServer.answering(answer)) {
            assertFailure(server.url("/"), Kind.DROPPED, "the connection was closed before the answer was complete");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH\r\n",
                "hello\r\nHTTP/1.1 200 OK\r\n\r\n",
                "ICY 200 OK\r\n\r\n",
                "{\"state\":\"STARTED\"}",
                "HTTP/1.1 abc OK\r\n\r\n",
                "HTTP/1.1 1000 Odd\r\n\r\n",
                HEAD + "no colon\r\n\r\n",
                HEAD + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n"
            })
    void whatComesIsNoHttp(String answer) throws Exception {
        try (var server = RawServer.answering(answer)) {
            assertFailure(server.url("/"), Kind.GARBAGE, "what came is no ");
        }
    }

    @Test
    void secretsInGarbageAreNotRecorded() throws Exception {
        try (var server = RawServer.answering(HEAD + "oops " + Wires.SECRET + "\r\n\r\n")) {
            var reply = Wires.get(wire, server.url("/"));

            assertThat(reply.failure().text()).contains("oops [secret-1]");
            assertThat(reply.exchange().error()).isEqualTo(reply.failure().text());
        }
    }

    @Test
    void aClosedWireSendsNothing() throws IOException {
        try (var server = RawServer.answering(HEAD + "\r\n")) {
            wire.close();

            assertThat(Wires.get(wire, server.url("/")).answered()).isFalse();
            assertThat(server.requests()).isZero();
        }
    }

    private void assertFailure(String url, Kind kind, String text) {
        var reply = Wires.get(wire, url);
        assertThat(reply.failure()).as(url).isNotNull();
        assertThat(reply.failure().text()).startsWith(text).doesNotContain("\n").hasSizeLessThan(260);
        assertThat(reply.failure().kind()).isEqualTo(kind);
        assertThat(reply.failure().unreachable()).isEqualTo(kind == Kind.UNREACHABLE || kind == Kind.TLS);
    }
}
