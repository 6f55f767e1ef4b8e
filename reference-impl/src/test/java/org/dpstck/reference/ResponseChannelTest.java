package org.dpstck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.TreeMap;
import org.dpstck.reference.TestClient.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Responses beside the data: where they go, for how long, and what a consumer does about data that comes first. */
class ResponseChannelTest extends PlaneTest {

    private static final String NAMES = "https://w3id.org/edc/v0.0.1/ns/responseChannel/";

    private final TestClient client = plane();

    @Test
    void takesResponsesToAPushWhileItIsStarted() {
        Reply reply = client.start(pushStart().with("transferType", "com.test.http-PUSH/com.test.http"));
        Map<String, String> address = properties(reply);
        assertThat(address.keySet()).allMatch(name -> name.startsWith(NAMES));
        assertThat(reply.json().path("dataAddress").has("endpoint")).isFalse();

        assertThat(respond(address, "first")).isEqualTo(204);
        assertThat(client.inspect(reply.string("dataFlowId") + "/responses")
                        .path("responses")
                        .get(0)
                        .asString())
                .isEqualTo("first");
        client.signal(reply.string("dataFlowId"), "suspend");
        assertThat(respond(address, "second")).isEqualTo(403);
        client.signal(reply.string("dataFlowId"), "terminate");
        assertThat(respond(address, "third")).isEqualTo(403);
        assertThat(client.inspect(reply.string("dataFlowId") + "/responses").path("responses"))
                .hasSize(1);
    }

    @Test
    void offersBothChannelsToAPullWithATokenEach() {
        Reply reply = client.start(Message.pull(inbox).with("transferType", "com.test.http-PULL/com.test.http"));
        Map<String, String> address = properties(reply);
        assertThat(address).containsKeys("authorization", NAMES + "authorization");
        assertThat(address.get("authorization")).isNotEqualTo(address.get(NAMES + "authorization"));

        address.put(NAMES + "authorization", address.get("authorization"));
        assertThat(respond(address, "with the token of the data")).isEqualTo(401);
    }

    @Test
    void offersNoneWithoutAResponseType() {
        assertThat(client.start(pushStart()).json().has("dataAddress")).isFalse();
        assertThat(properties(client.start(Message.pull(inbox))).keySet()).noneMatch(name -> name.startsWith(NAMES));
    }

    @ParameterizedTest
    @ValueSource(strings = {NAMES, "edc:responseChannel/", "responseChannel/"})
    void storesTheResponseToDataThatComesBeforeTheAddress(String names) {
        Reply prepared = client.prepare(Message.push(inbox)
                .with("transferType", "com.test.http-PUSH/com.test.http")
                .wishing("respond"));
        Map<String, String> sink = properties(prepared);
        HttpRequest.Builder data = HttpRequest.newBuilder(URI.create(
                        prepared.json().path("dataAddress").path("endpoint").asString()))
                .header("Authorization", "Bearer " + sink.get("authorization"))
                .POST(BodyPublishers.ofString("12345"));
        assertThat(TestClient.send(data).status()).isEqualTo(204);

        ObjectNode address = Message.address("unused", "unused");
        address.remove("endpoint");
        address.remove("endpointProperties");
        address.withArray("endpointProperties")
                .addObject()
                .put("name", names + "endpoint")
                .put("value", inbox.address() + "/responses");
        assertThat(client.signal(prepared.string("dataFlowId"), "started", Message.started(address))
                        .status())
                .isEqualTo(200);

        CallbackInbox.Arrival response = inbox.await();
        assertThat(response.path()).endsWith("/responses");
        assertThat(response.body()).contains("\"received\":5");
    }

    private static int respond(Map<String, String> address, String text) {
        return TestClient.send(HttpRequest.newBuilder(URI.create(address.get(NAMES + "endpoint")))
                        .header("Authorization", "Bearer " + address.get(NAMES + "authorization"))
                        .POST(BodyPublishers.ofString(text)))
                .status();
    }

    private static Map<String, String> properties(Reply reply) {
        Map<String, String> properties = new TreeMap<>();
        for (JsonNode each : reply.json().path("dataAddress").path("endpointProperties")) {
            properties.put(each.path("name").asString(), each.path("value").asString());
        }
        return properties;
    }
}
