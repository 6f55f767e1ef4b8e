package org.dpstck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.dpstck.reference.TestClient.Reply;
import org.dpstck.reference.wire.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** The bytes: tokens, files, streams, and two planes that really transfer. */
class WireTest extends PlaneTest {

    private final TestClient client = plane();

    private static String token(JsonNode address) {
        return address.path("endpointProperties").get(0).path("value").asString();
    }

    private static HttpRequest.Builder open(JsonNode address) {
        return HttpRequest.newBuilder(URI.create(address.path("endpoint").asString()))
                .header("Authorization", "Bearer " + token(address));
    }

    @Test
    void servesAFileToWhoeverHasTheToken() throws Exception {
        JsonNode address = client.start(Message.pull(inbox)).json().path("dataAddress");
        HttpResponse<byte[]> answer = TestClient.http().send(open(address).build(), BodyHandlers.ofByteArray());
        assertThat(answer.body()).isEqualTo(Dataset.finite("finite"));
    }

    @Test
    void honoursATokenOnlyWhileTheFlowIsStarted() {
        Reply reply = client.start(Message.pull(inbox));
        JsonNode address = reply.json().path("dataAddress");
        HttpRequest.Builder bare =
                HttpRequest.newBuilder(URI.create(address.path("endpoint").asString()));
        assertThat(TestClient.send(bare).status()).isEqualTo(401);
        assertThat(TestClient.send(bare.copy().header("Authorization", "Bearer fake"))
                        .status())
                .isEqualTo(401);
        client.signal(reply.string("dataFlowId"), "suspend");
        assertThat(TestClient.send(open(address)).status()).isEqualTo(403);
    }

    @Test
    @Timeout(5)
    void endsTheStreamWhenTheFlowIsSuspended() throws Exception {
        Reply reply = client.start(Message.pull(inbox).with("datasetId", "stream"));
        HttpRequest request = open(reply.json().path("dataAddress")).build();
        HttpResponse<InputStream> answer = TestClient.http().send(request, BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            assertThat(body.readNBytes(3 * Dataset.CHUNK)).hasSize(3 * Dataset.CHUNK);
            client.signal(reply.string("dataFlowId"), "suspend");
            long asked = System.nanoTime();
            body.readAllBytes();
            assertThat(System.nanoTime() - asked).isLessThan(2_000_000_000L);
        }
    }

    @Test
    void takesDataAsSoonAsItIsPrepared() {
        Reply reply = client.prepare(Message.push(inbox));
        JsonNode address = reply.json().path("dataAddress");
        HttpRequest.Builder push = open(address).PUT(BodyPublishers.ofString("12345"));
        assertThat(TestClient.send(push).status()).isEqualTo(204);
        String flow = reply.string("dataFlowId");
        assertThat(client.inspect(flow).path("bytes").asInt()).isEqualTo(5);
        client.signal(flow, "terminate");
        assertThat(TestClient.send(push).status()).isEqualTo(403);
    }

    @Test
    void pushesAFileFromPlaneToPlane() {
        Reply consumer = client.prepare(Message.push(inbox));
        TestClient other = plane();
        Message start = Message.push(inbox)
                .with("dataAddress", consumer.json().path("dataAddress"))
                .wishing("push");
        String provider = other.start(start).string("dataFlowId");
        assertThat(inbox.await().path()).contains(start.processId()).endsWith("/completed");
        assertThat(other.state(provider)).isEqualTo("COMPLETED");
        String flow = consumer.string("dataFlowId");
        assertThat(client.inspect(flow).path("bytes").asInt()).isEqualTo(Dataset.SIZE);
        assertThat(client.signal(flow, "started").status()).isEqualTo(200);
        assertThat(client.signal(flow, "completed", "").status()).isEqualTo(200);
    }

    @Test
    void pullsAFileFromPlaneToPlane() {
        Reply provider = client.start(Message.pull(inbox));
        TestClient other = plane();
        Message message = Message.pull(inbox).wishing("fetch");
        String flow = prepared(other, message);
        String address = Message.started(provider.json().path("dataAddress"));
        assertThat(other.signal(flow, "started", address).status()).isEqualTo(200);
        assertThat(inbox.await().path()).contains(message.processId()).endsWith("/completed");
        assertThat(other.inspect(flow).path("bytes").asInt()).isEqualTo(Dataset.SIZE);
        assertThat(other.state(flow)).isEqualTo("COMPLETED");
    }

    @Test
    void tellsThatTheOtherEndIsDead() {
        Message message = Message.pull(inbox).wishing("fetch");
        String flow = prepared(client, message);
        client.signal(flow, "started", Message.started(Message.address("http://127.0.0.1:1/data", "fake")));
        assertThat(inbox.await().operation()).isEqualTo("errored");
        assertThat(client.state(flow)).isEqualTo("TERMINATED");
    }

    @Test
    void streamsFromPlaneToPlaneUntilSuspended() {
        Reply consumer = client.prepare(Message.push(inbox));
        Message start = Message.push(inbox)
                .with("dataAddress", consumer.json().path("dataAddress"))
                .with("datasetId", "stream")
                .wishing("push");
        String provider = plane().start(start).string("dataFlowId");
        assertThat(provider).isNotBlank();
        // The consumer's end closes: the provider's next piece is refused, which it cannot mend.
        client.signal(consumer.string("dataFlowId"), "terminate");
        assertThat(inbox.await().operation()).isEqualTo("errored");
    }
}
