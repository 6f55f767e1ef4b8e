package org.dpstck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import org.dpstck.reference.CallbackInbox.Arrival;
import org.dpstck.reference.TestClient.Reply;
import org.dpstck.reference.edition.StatusForm;
import org.dpstck.reference.http.Operation;
import org.dpstck.reference.json.Json;
import org.dpstck.reference.wire.Dataset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The sequences of the sections "Push Protocol Messaging" and "Pull Protocol Messaging" in every edition. */
class EditionFlowTest extends EditionTest {

    private static String state(TestClient client, String edition, String flow) {
        String path = edition.equals("2025-08") ? "/dataflows/" + flow : "/dataflows/" + flow + "/status";
        Reply reply = TestClient.send(HttpRequest.newBuilder(client.at(path)));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.string("dataFlowId")).isEqualTo(flow);
        return reply.string("state");
    }

    private static void assertIdentified(String edition, ObjectNode message) {
        boolean byMessage = edition(edition).status() == StatusForm.MESSAGE_ID;
        assertThat(message.has("messageId")).isEqualTo(byMessage);
        assertThat(message.has("dataplaneId")).isEqualTo(!byMessage);
    }

    /** Tells a prepared consumer that the transfer has started, as its edition does. */
    private static Reply begin(TestClient client, String edition, String flow, JsonNode address) {
        boolean notified = edition(edition).routes().of(Operation.STARTED).isPresent();
        ObjectNode message = minimal(edition, notified ? Operation.STARTED : Operation.START_FLOW, "none");
        if (address != null) {
            message.set("dataAddress", address);
        }
        return client.signal(flow, notified ? "started" : "start", Json.write(message));
    }

    private Arrival completion(String edition, Message message, String flow) {
        Arrival arrival = inbox.await();
        assertThat(arrival.path()).isEqualTo("/callbacks/transfers/" + message.processId() + "/dataflow/completed");
        assertThat(arrival.body().isEmpty()).isNotEqualTo(edition(edition).completedHasBody());
        if (edition(edition).completedHasBody()) {
            assertIdentified(edition, arrival.json());
            assertThat(arrival.json().path("dataFlowId").asString()).isEqualTo(flow);
            assertThat(arrival.json().path("state").asString()).isEqualTo("COMPLETED");
        }
        return arrival;
    }

    @ParameterizedTest
    @MethodSource("editions")
    void pushesFromPlaneToPlane(String edition) {
        TestClient consumer = speaking(edition);
        TestClient provider = speaking(edition);
        Reply prepared = consumer.prepare(push(edition));
        assertThat(prepared.status()).as(prepared.text()).isEqualTo(200);
        assertThat(prepared.string("state")).isEqualTo("PREPARED");
        assertIdentified(edition, prepared.json());
        String sink = prepared.string("dataFlowId");

        Message start = push(edition)
                .with("dataAddress", prepared.json().path("dataAddress"))
                .wishing("push");
        Reply started = provider.start(start);
        assertThat(started.status()).as(started.text()).isEqualTo(200);
        assertThat(started.string("state")).isEqualTo("STARTED");
        assertThat(started.json().has("dataAddress")).isFalse();
        assertThat(begin(consumer, edition, sink, null).status()).isEqualTo(200);
        completion(edition, start, started.string("dataFlowId"));
        assertThat(state(provider, edition, started.string("dataFlowId"))).isEqualTo("COMPLETED");
        assertThat(consumer.inspect(sink).path("bytes").asInt()).isEqualTo(Dataset.SIZE);
        assertThat(consumer.signal(sink, "completed", "").status()).isEqualTo(200);
        assertThat(state(consumer, edition, sink)).isEqualTo("COMPLETED");
    }

    @ParameterizedTest
    @MethodSource("editions")
    void pullsFromPlaneToPlane(String edition) {
        TestClient consumer = speaking(edition);
        TestClient provider = speaking(edition);
        Message prepare = pull(edition).wishing("fetch");
        Reply prepared = consumer.prepare(prepare);
        assertThat(prepared.json().has("dataAddress")).isFalse();
        String reader = prepared.string("dataFlowId");
        Reply started = provider.start(pull(edition));
        assertThat(started.status()).as(started.text()).isEqualTo(200);
        JsonNode address = started.json().path("dataAddress");
        assertThat(address.path("@type").asString()).isEqualTo("DataAddress");

        assertThat(begin(consumer, edition, reader, null).status()).isEqualTo(400);
        assertThat(begin(consumer, edition, reader, address).status()).isEqualTo(200);
        completion(edition, prepare, reader);
        assertThat(consumer.inspect(reader).path("bytes").asInt()).isEqualTo(Dataset.SIZE);
        assertThat(state(consumer, edition, reader)).isEqualTo("COMPLETED");
        String source = started.string("dataFlowId");
        assertThat(provider.signal(source, "completed", "").status()).isEqualTo(200);
        assertThat(state(provider, edition, source)).isEqualTo("COMPLETED");
    }

    @ParameterizedTest
    @MethodSource("editions")
    void preparesAndStartsLater(String edition) {
        TestClient client = speaking(edition);
        Message[] messages = {push(edition).answering("async"), pull(edition).answering("async")};
        for (int i = 0; i < 2; i++) {
            String word = i == 0 ? "prepare" : "start";
            Reply reply = client.post("/dataflows/" + word, messages[i].json());
            assertThat(reply.status()).as(reply.text()).isEqualTo(202);
            assertThat(reply.string("state")).isEqualTo(i == 0 ? "PREPARING" : "STARTING");
            assertIdentified(edition, reply.json());
            URI location = client.at("/").resolve(reply.header("Location"));
            assertThat(TestClient.send(HttpRequest.newBuilder(location)).string("dataFlowId"))
                    .isEqualTo(reply.string("dataFlowId"));

            Arrival callback = inbox.await();
            assertThat(callback.operation()).isEqualTo(i == 0 ? "prepared" : "started");
            assertThat(callback.path()).contains(messages[i].processId());
            assertIdentified(edition, callback.json());
            assertThat(callback.json().path("state").asString()).isEqualTo(i == 0 ? "PREPARED" : "STARTED");
            assertThat(callback.json().has("dataAddress")).isTrue();
            if (reply.json().has("messageId")) {
                assertThat(callback.json().path("messageId"))
                        .isNotEqualTo(reply.json().path("messageId"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("editions")
    void refusesASecondFlowForAProcess(String edition) {
        TestClient client = speaking(edition);
        Message message = pull(edition);
        assertThat(client.start(message).status()).isEqualTo(200);
        assertThat(client.start(message).status()).isEqualTo(409);
        assertThat(client.prepare(message).status()).isEqualTo(409);
    }

    @ParameterizedTest
    @MethodSource("editions")
    void saysWhatAFailureOfTheWireMeans(String edition) {
        TestClient client = speaking(edition);
        String flow = started(client, pull(edition));
        assertThat(client.admin(flow, "fail").status()).isEqualTo(202);
        Arrival errored = inbox.await();
        assertThat(errored.operation()).isEqualTo("errored");
        assertThat(errored.json().path("error").asString()).isNotBlank();
        String after = edition.startsWith("1.0-") ? "STARTED" : "TERMINATED";
        assertThat(errored.json().path("state").asString()).isEqualTo(after);
        assertThat(state(client, edition, flow)).isEqualTo(after);
    }

    @ParameterizedTest
    @MethodSource("candidates")
    void reportsADeadWireOnceAndStaysStarted(String edition) {
        TestClient client = speaking(edition);
        String flow = prepared(client, pull(edition).wishing("fetch"));
        JsonNode dead = Message.address("http://127.0.0.1:1/data", "fake");
        assertThat(begin(client, edition, flow, dead).status()).isEqualTo(200);
        assertThat(inbox.await().operation()).isEqualTo("errored");
        assertThat(inbox.poll(100)).isNull();
        assertThat(state(client, edition, flow)).isEqualTo("STARTED");
        client.signal(flow, "terminate", signal(edition, Operation.TERMINATE));
        assertThat(client.admin(flow, "fail").status()).isEqualTo(409);
    }

    @ParameterizedTest
    @MethodSource("editions")
    void suspendsAndTerminates(String edition) {
        TestClient client = speaking(edition);
        String flow = started(client, pushStart(edition));
        String suspend = signal(edition, Operation.SUSPEND);
        assertThat(client.signal(flow, "suspend", suspend).status()).isEqualTo(200);
        assertThat(state(client, edition, flow)).isEqualTo("SUSPENDED");
        assertThat(client.signal(flow, "suspend", suspend).status()).isEqualTo(409);
        String terminate = signal(edition, Operation.TERMINATE);
        assertThat(client.signal(flow, "terminate", terminate).status()).isEqualTo(200);
        assertThat(state(client, edition, flow)).isEqualTo("TERMINATED");
        assertThat(client.signal(flow, "terminate", terminate).status()).isEqualTo(409);
    }
}
