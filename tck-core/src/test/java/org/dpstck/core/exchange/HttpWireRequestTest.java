package org.dpstck.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes out is what was asked for, byte by byte. */
@Timeout(60)
class HttpWireRequestTest {

    private RawServer server;
    private HttpWire wire;

    @BeforeEach
    void open() throws Exception {
        server = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        wire = Wires.with(Map.of("X-Static", "yes"));
    }

    @AfterEach
    void close() throws Exception {
        wire.close();
        server.close();
    }

    @Test
    void theMediaTypeIsSentAsGiven() {
        for (var type : new String[] {
            "application/json",
            "application/json;charset=utf-8",
            "APPLICATION/JSON;  Charset=\"UTF-16\"",
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "no media type"
        }) {
            Wires.post(wire, server.url("/x"), type, "{\"a\":\"ü\"}");

            assertThat(server.request())
                    .as(type)
                    .containsOnlyOnce("\r\nContent-Type: " + type + "\r\n")
                    .containsOnlyOnce("\r\nContent-Length: 10\r\n")
                    .endsWith("\r\n\r\n{\"a\":\"\u00c3\u00bc\"}");
        }
    }

    @Test
    void aPostWithoutABodyHasNeitherBodyNorMediaType() {
        for (var method : new String[] {"POST", "PUT", "PATCH", "DELETE", "GET"}) {
            var reply = send(method, "/x", null, null);

            assertThat(server.request())
                    .startsWith(method + " /x HTTP/1.1\r\n")
                    .doesNotContainIgnoringCase("content-type")
                    .doesNotContain("Transfer-Encoding")
                    .endsWith("\r\n\r\n");
            assertThat(reply.exchange().request().body()).isNull();
            assertThat(names(reply)).doesNotContain("Content-Type");
        }
    }

    @Test
    void aBodyOfNoBytesMayHaveAMediaType() {
        var reply = send("POST", "/x", "application/json", "");

        assertThat(server.request())
                .contains("\r\nContent-Type: application/json\r\n", "\r\nContent-Length: 0\r\n")
                .endsWith("\r\n\r\n");
        assertThat(reply.exchange().request().body()).isEmpty();
    }

    @Test
    void aBodyMayHaveNoMediaType() {
        var reply = send("POST", "/x", null, "{}");

        assertThat(server.request()).doesNotContainIgnoringCase("content-type").endsWith("\r\n\r\n{}");
        assertThat(names(reply)).doesNotContain("Content-Type");
    }

    @Test
    void anyMethodWillDo() {
        for (var method : new String[] {"HEAD", "OPTIONS", "TRACE", "PROPFIND", "NO-SUCH_METHOD"}) {
            assertThat(send(method, "/x", null, null).status()).isEqualTo(200);
            assertThat(server.request()).startsWith(method + " /x HTTP/1.1\r\n");
        }
        send("QUERY", "/x", "text/plain", "abc");
        assertThat(server.request()).startsWith("QUERY /x ").endsWith("\r\n\r\nabc");
    }

    @Test
    void thePathIsLeftAsItIs() {
        for (var target : new String[] {
            "/a%2Fb%20c%c3%bc/+~x",
            "/a?q=%2F&r=a+b&s&t=&r=2",
            "/%7Bid%7D?x=%7By%7D",
            "/a//b/../c/./d",
            "/a:b;c=d?u=http://x/y?z",
            "/%25",
            "/x?",
            "//double"
        }) {
            var reply = send("GET", target, null, null);

            assertThat(reply.failure()).as(target).isNull();
            assertThat(server.request()).startsWith("GET " + target + " HTTP/1.1\r\n");
            assertThat(reply.exchange().request().url()).isEqualTo(server.url(target));
        }
    }

    @Test
    void aPathThatIsNotEncodedIsEncodedAsUtf8AndAnEmptyOneIsTheRoot() {
        send("GET", "/ü", null, null);
        send("GET", "", null, null);

        assertThat(server.request()).startsWith("GET /%C3%BC HTTP/1.1\r\n");
        assertThat(server.request()).startsWith("GET / HTTP/1.1\r\n");
    }

    @Test
    void nothingIsAddedBehindOnesBack() {
        var reply = send("GET", "/x", null, null);

        assertThat(server.request())
                .contains("\r\nX-Static: yes\r\n", "\r\nAccept: */*\r\n", "\r\nHost: 127.0.0.1:" + server.port())
                .doesNotContainIgnoringCase("accept-encoding")
                .doesNotContainIgnoringCase("cookie")
                .doesNotContainIgnoringCase("expect:");
        assertThat(names(reply)).containsExactly("X-Static", "Accept");
    }

    @Test
    void anAcceptHeaderOfOnesOwnReplacesTheOther() {
        try (var other = Wires.with(Map.of("accept", "application/json"))) {
            var reply = Wires.get(other, server.url("/x"));

            assertThat(server.request())
                    .containsIgnoringCase("\r\naccept: application/json\r\n")
                    .doesNotContain("*/*");
            assertThat(names(reply)).containsExactly("accept");
        }
    }

    private Reply send(String method, String target, String contentType, String body) {
        return wire.send(new Journal(), "test", new Outgoing(method, server.url(target), contentType, body));
    }

    private static List<String> names(Reply reply) {
        return reply.exchange().request().headers().stream().map(Header::name).toList();
    }
}
