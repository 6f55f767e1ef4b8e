package org.dpstck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a control plane sees when everything goes well, and when a signal comes in the wrong state. */
class SignalingTest extends PlaneTest {

    @Test
    void preparesAPushConsumerWithADataAddress() {
        TestClient client = plane();
        Message message = Message.push(inbox);
        TestClient.Reply reply = client.prepare(message);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
        assertThat(reply.string("state")).isEqualTo("PREPARED");
        assertThat(reply.string("dataplaneId")).isNotBlank();
        assertThat(reply.string("dataFlowId")).isNotBlank().isNotEqualTo(message.processId());
        JsonNode address = reply.json().path("dataAddress");
        assertThat(address.path("@type").asString()).isEqualTo("DataAddress");
        assertThat(address.path("endpointProperties").get(0).path("name").asString())
                .isEqualTo("authorization");
        assertThat(client.state(reply.string("dataFlowId"))).isEqualTo("PREPARED");
    }

    @Test
    void givesADataAddressOnlyWhereThisSideHasTheEndpoint() {
        TestClient client = plane();
        assertThat(client.prepare(Message.pull(inbox)).json().has("dataAddress"))
                .isFalse();
        assertThat(client.start(pushStart()).json().has("dataAddress")).isFalse();
        assertThat(client.start(Message.pull(inbox)).json().has("dataAddress")).isTrue();
    }

    @Test
    void walksAPushConsumerToItsEnd() {
        TestClient client = plane();
        String flow = prepared(client, Message.push(inbox));
        assertThat(client.signal(flow, "started").status()).isEqualTo(200);
        assertThat(client.state(flow)).isEqualTo("STARTED");
        assertThat(client.signal(flow, "completed", "").status()).isEqualTo(200);
        assertThat(client.state(flow)).isEqualTo("COMPLETED");
        assertThat(client.signal(flow, "terminate").status()).isEqualTo(409);
        assertThat(inbox.poll(100)).isNull();
    }

    @Test
    void suspendsAndTerminatesAPullProvider() {
        TestClient client = plane();
        String flow = started(client, Message.pull(inbox));
        assertThat(client.signal(flow, "suspend", "{\"reason\":\"maintenance\"}")
                        .status())
                .isEqualTo(200);
        assertThat(client.state(flow)).isEqualTo("SUSPENDED");
        assertThat(client.signal(flow, "suspend").status()).isEqualTo(409);
        assertThat(client.signal(flow, "completed").status()).isEqualTo(409);
        assertThat(client.signal(flow, "terminate").status()).isEqualTo(200);
        assertThat(client.state(flow)).isEqualTo("TERMINATED");
        assertThat(client.signal(flow, "suspend").status()).isEqualTo(409);
    }

    @Test
    void refusesASecondFlowForAProcess() {
        TestClient client = plane();
        Message pull = Message.pull(inbox);
        String flow = started(client, pull);
        assertThat(client.start(pull).status()).isEqualTo(409);
        assertThat(client.prepare(pull).status()).isEqualTo(409);
        client.signal(flow, "terminate");
        assertThat(client.start(pull).status()).isEqualTo(409);
        assertThat(client.state(flow)).isEqualTo("TERMINATED");
    }

    @Test
    void keepsTheSidesApart() {
        TestClient client = plane();
        String provider = started(client, Message.pull(inbox));
        assertThat(client.signal(provider, "started").status()).isEqualTo(409);
        String pushing = started(client, pushStart());
        assertThat(client.signal(pushing, "completed").status()).isEqualTo(409);
        String consumer = prepared(client, Message.pull(inbox));
        String address = Message.started(Message.address("http://127.0.0.1:9/data", "fake-token"));
        assertThat(client.signal(consumer, "started", address).status()).isEqualTo(200);
        assertThat(client.signal(consumer, "completed").status()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({"sync,true", "hold,true", "sync,false", "hold,false"})
    void terminatesEverythingThatIsNotTerminal(String pace, boolean consumer) {
        TestClient client = plane();
        Message message = Message.pull(inbox).answering(pace);
        String flow = consumer ? prepared(client, message) : started(client, message);
        assertThat(client.signal(flow, "terminate", "").status()).isEqualTo(200);
        assertThat(client.state(flow)).isEqualTo("TERMINATED");
    }

    @ParameterizedTest
    @CsvSource({"suspend", "completed", "started"})
    void refusesSignalsWhilePending(String signal) {
        TestClient client = plane();
        String flow = prepared(client, Message.push(inbox).answering("hold"));
        assertThat(client.signal(flow, signal).status()).isEqualTo(409);
        assertThat(client.state(flow)).isEqualTo("PREPARING");
    }

    @Test
    void toleratesWhatItDoesNotKnow() {
        TestClient client = plane();
        Message message = Message.push(inbox).with("x-extra", Message.address("http://a.example", "fake"));
        assertThat(client.prepare(message).status()).isEqualTo(200);
        HttpRequest.Builder charset = HttpRequest.newBuilder(client.at("/dataflows/prepare"))
                .header("Content-Type", "application/ld+json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(
                        Message.of("http-push", inbox).json()));
        assertThat(TestClient.send(charset).status()).isEqualTo(200);
    }

    @Test
    void treatsAnEmptyDataAddressAsAbsent() {
        TestClient client = plane();
        Message message = Message.pull(inbox);
        assertThat(client.start(message.with("dataAddress", message.node().objectNode()))
                        .status())
                .isEqualTo(200);
    }
}
