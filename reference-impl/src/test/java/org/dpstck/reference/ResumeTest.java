package org.dpstck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import org.dpstck.reference.TestClient.Reply;
import org.dpstck.reference.http.Operation;
import org.dpstck.reference.json.Json;
import org.dpstck.reference.wire.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** From SUSPENDED back to STARTED: by resume in the release candidates, by start in 2025-08, not at all in 2026-02. */
class ResumeTest extends EditionTest {

    private static Reply resume(TestClient client, String edition, Message opened, String flow, JsonNode address) {
        ObjectNode message = minimal(edition, Operation.RESUME, opened.processId());
        if (address != null) {
            message.set("dataAddress", address);
        }
        return client.signal(flow, "resume", Json.write(message));
    }

    @ParameterizedTest
    @MethodSource("candidates")
    void resumesASuspendedFlowAndNoOther(String edition) {
        TestClient client = speaking(edition);
        Message pull = pull(edition);
        String flow = started(client, pull);
        assertThat(resume(client, edition, pull, flow, null).status()).isEqualTo(409);
        client.signal(flow, "suspend", signal(edition, Operation.SUSPEND));
        Reply resumed = resume(client, edition, pull, flow, null);
        assertThat(resumed.status()).as(resumed.text()).isEqualTo(200);
        assertThat(resumed.string("state")).isEqualTo("STARTED");
        assertThat(resumed.string("dataFlowId")).isEqualTo(flow);
        JsonNode address = resumed.json().path("dataAddress");
        HttpRequest.Builder fetch = HttpRequest.newBuilder(
                        URI.create(address.path("endpoint").asString()))
                .header(
                        "Authorization",
                        "Bearer "
                                + address.path("endpointProperties")
                                        .get(0)
                                        .path("value")
                                        .asString());
        assertThat(TestClient.send(fetch).status()).isEqualTo(200);
        assertThat(resume(client, edition, pull, "unknown", null).status()).isEqualTo(404);
        assertThat(inbox.poll(50)).isNull();
    }

    @ParameterizedTest
    @MethodSource("candidates")
    void aPushConsumerComesBackWithItsAddress(String edition) {
        TestClient client = speaking(edition);
        Message push = push(edition);
        String flow = prepared(client, push);
        client.signal(flow, "started", signal(edition, Operation.STARTED));
        client.signal(flow, "suspend", signal(edition, Operation.SUSPEND));
        Reply resumed = resume(client, edition, push, flow, null);
        assertThat(resumed.status()).isEqualTo(200);
        assertThat(resumed.json().has("dataAddress")).isTrue();
        assertThat(client.state(flow)).isEqualTo("STARTED");
    }

    @ParameterizedTest
    @MethodSource("candidates")
    void transfersToTheNewAddressAfterTheSuspension(String edition) {
        TestClient provider = speaking(edition);
        TestClient consumer = speaking(edition);
        // What was asked of the metadata is done again from the beginning, now to the address of the resumption.
        Reply sink = consumer.prepare(push(edition));
        Message file = push(edition)
                .to(sink.json().path("dataAddress").path("endpoint").asString(), "wrong")
                .wishing("push");
        String second = started(provider, file);
        assertThat(inbox.await().operation()).isEqualTo("errored");
        provider.signal(second, "suspend", signal(edition, Operation.SUSPEND));
        Reply resumed = resume(provider, edition, file, second, sink.json().path("dataAddress"));
        assertThat(resumed.status()).isEqualTo(200);
        assertThat(resumed.json().has("dataAddress")).isFalse();
        assertThat(inbox.await().operation()).isEqualTo("completed");
        assertThat(consumer.inspect(sink.string("dataFlowId")).path("bytes").asInt())
                .isEqualTo(Dataset.SIZE);
    }

    @Test
    void wantsTheProcessIdInRc1() {
        String edition = "1.0-RC1";
        TestClient client = speaking(edition);
        Message pull = pull(edition);
        String flow = started(client, pull);
        client.signal(flow, "suspend", "");
        assertThat(client.signal(flow, "resume", "{\"messageId\":\"m\"}").status())
                .isEqualTo(400);
        assertThat(client.signal(flow, "resume", "{\"messageId\":\"m\",\"processId\":\"other\"}")
                        .status())
                .isEqualTo(400);
        assertThat(client.state(flow)).isEqualTo("SUSPENDED");
        assertThat(resume(client, edition, pull, flow, null).status()).isEqualTo(200);
    }

    @Test
    void startsAgainByIdIn202508() {
        TestClient client = speaking("2025-08");
        String flow = started(client, pull("2025-08"));
        assertThat(client.signal(flow, "start").status()).isEqualTo(409);
        client.signal(flow, "suspend");
        Reply again = client.signal(flow, "start", "");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.string("state")).isEqualTo("STARTED");
        assertThat(again.json().has("dataAddress")).isTrue();
        assertThat(client.signal("unknown", "start").status()).isEqualTo(404);
    }

    @Test
    void startsAPullConsumerWithoutPreparationIn202508() {
        TestClient client = speaking("2025-08");
        JsonNode source = speaking("2025-08").start(pull("2025-08")).json().path("dataAddress");
        Message start =
                pull("2025-08").with("dataAddress", source).wishing("fetch").with("datasetId", "finite");
        Reply reply = client.start(start);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().has("dataAddress")).isFalse();
        assertThat(inbox.await().operation()).isEqualTo("completed");

        Message held = pull("2025-08").with("dataAddress", source).answering("hold");
        String flow = client.start(held).string("dataFlowId");
        assertThat(client.admin(flow, "proceed").status()).isEqualTo(202);
        assertThat(inbox.await().operation()).isEqualTo("started");
    }

    @Test
    void hasNoSignalForItIn202602() {
        TestClient client = plane();
        String flow = started(client, Message.pull(inbox));
        client.signal(flow, "suspend");
        assertThat(client.signal(flow, "resume").status()).isEqualTo(404);
        assertThat(client.signal(flow, "start").status()).isEqualTo(404);
    }
}
