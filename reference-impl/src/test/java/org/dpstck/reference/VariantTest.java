package org.dpstck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.dpstck.reference.TestClient.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That variants change the form and keep the meaning. */
class VariantTest extends PlaneTest {

    private TestClient unusual(String variant) {
        return plane(ReferenceOptions.defaults().withVariants(variant));
    }

    private static String encoded(Reply reply) {
        return URLEncoder.encode(reply.string("dataFlowId"), StandardCharsets.UTF_8)
                .replace("+", "%20");
    }

    static Stream<String> variants() {
        return Variants.all().stream().map(Variant::id);
    }

    @ParameterizedTest
    @MethodSource("variants")
    void everyVariantStillWalksAFlowToItsEnd(String variant) {
        TestClient client = unusual(variant);
        Reply reply = client.start(Message.pull(inbox));
        String flow = encoded(reply);
        if (reply.status() == 202) {
            assertThat(inbox.await().operation()).isEqualTo("started");
        }
        assertThat(client.state(flow)).isEqualTo("STARTED");
        assertThat(client.signal(flow, "suspend").status()).isEqualTo(200);
        assertThat(client.state(flow)).isEqualTo("SUSPENDED");
        assertThat(client.signal(flow, "completed").status()).isBetween(400, 499);
        assertThat(client.signal(flow, "terminate").status()).isEqualTo(200);
        assertThat(client.state(flow)).isEqualTo(variant.equals("PURGES-TERMINAL") ? "" : "TERMINATED");
    }

    @ParameterizedTest
    @CsvSource({"REFUSALS-404, 404", "REFUSALS-422, 422"})
    void refusesWithAnotherCode(String variant, int status) {
        assertThat(unusual(variant).post("/dataflows/prepare", "{").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOCATION-ABSOLUTE-URL", "LOCATION-ABSOLUTE-PATH", "LOCATION-REQUEST-RELATIVE"})
    void leadsToTheStatus(String variant) {
        TestClient client = unusual(variant);
        Reply reply = client.start(Message.pull(inbox).answering("hold"));
        URI location = client.at("/dataflows/start").resolve(reply.header("Location"));
        assertThat(TestClient.send(HttpRequest.newBuilder(location)).string("dataFlowId"))
                .isEqualTo(reply.string("dataFlowId"));
    }

    @Test
    void callsBackBeforeItAnswers() {
        TestClient client = unusual("CALLBACK-BEFORE-ANSWER");
        Reply reply = client.prepare(Message.push(inbox).answering("async"));
        assertThat(reply.status()).isEqualTo(202);
        assertThat(inbox.poll(0)).isNotNull();
    }

    @Test
    void repeatsWithoutHarm() {
        TestClient client = unusual("IDEMPOTENT-REPEATS");
        String flow = started(client, Message.pull(inbox));
        for (String signal : new String[] {"suspend", "suspend", "terminate", "terminate"}) {
            assertThat(client.signal(flow, signal).status()).isEqualTo(200);
        }
        assertThat(client.signal(flow, "suspend").status()).isEqualTo(409);
    }

    @Test
    void sendsChunks() {
        Reply chunked = unusual("CHUNKED").prepare(Message.push(inbox));
        assertThat(chunked.header("Transfer-Encoding")).isEqualTo("chunked");
    }

    @Test
    void writesHeaderNamesInLowerCase() throws Exception {
        // The client of the other tests reads every name in lower case, whatever was sent.
        URI url = unusual("LOWER-CASE-HEADERS").at("/dataflows/none/status");
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            String request = "GET " + url.getPath() + " HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .contains("content-type: application/problem+json")
                    .doesNotContain("Content-Type");
        }
    }
}
