package org.dpstck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import org.dpstck.reference.CallbackInbox.Arrival;
import org.dpstck.reference.TestClient.Reply;
import org.junit.jupiter.api.Test;

/** Asynchronous transitions and the callbacks that end them. */
class AsynchronousTest extends PlaneTest {

    @Test
    void answers202AndCallsBackWhenPrepared() {
        TestClient client = plane();
        Message message = Message.push(inbox).answering("async").with("processId", "a b/\u00e4?");
        Reply reply = client.prepare(message);
        String flow = reply.string("dataFlowId");
        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.string("state")).isEqualTo("PREPARING");
        assertThat(reply.json().has("dataAddress")).isFalse();
        URI location = client.at("/").resolve(reply.header("Location"));
        assertThat(TestClient.send(HttpRequest.newBuilder(location)).string("dataFlowId"))
                .isEqualTo(flow);

        Arrival callback = inbox.await();
        assertThat(callback.method()).isEqualTo("POST");
        assertThat(callback.path()).isEqualTo("/callbacks/transfers/a%20b%2F%C3%A4%3F/dataflow/prepared");
        assertThat(callback.contentType()).isEqualTo("application/json");
        assertThat(callback.json().path("dataFlowId").asString()).isEqualTo(flow);
        assertThat(callback.json().path("state").asString()).isEqualTo("PREPARED");
        assertThat(callback.json().has("dataAddress")).isTrue();
        assertThat(client.state(flow)).isEqualTo("PREPARED");
    }

    @Test
    void startsEverythingLaterInAsynchronousMode() {
        TestClient client = plane(ReferenceOptions.defaults().withMode(ReferenceOptions.Mode.ASYNC));
        Message message = Message.pull(inbox).with("callbackAddress", inbox.address() + "/");
        Reply reply = client.start(message);
        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.string("state")).isEqualTo("STARTING");
        Arrival callback = inbox.await();
        assertThat(callback.path()).isEqualTo("/callbacks/transfers/" + message.processId() + "/dataflow/started");
        assertThat(callback.json().has("dataAddress")).isTrue();
        assertThat(client.start(Message.pull(inbox).answering("sync")).status()).isEqualTo(200);
    }

    @Test
    void holdsUntilTheAdministratorLetsGo() {
        TestClient client = plane();
        Message message = Message.pull(inbox).answering("hold");
        String flow = client.start(message).string("dataFlowId");
        assertThat(client.state(flow)).isEqualTo("STARTING");
        assertThat(client.admin(message.processId(), "proceed").status()).isEqualTo(202);
        assertThat(inbox.await().operation()).isEqualTo("started");
        assertThat(client.admin(flow, "proceed").status()).isEqualTo(409);
    }

    @Test
    void neverComesBackFromTermination() {
        TestClient client = plane();
        String flow = client.prepare(Message.push(inbox).answering("hold")).string("dataFlowId");
        assertThat(client.signal(flow, "terminate").status()).isEqualTo(200);
        assertThat(client.admin(flow, "proceed").status()).isEqualTo(409);
        assertThat(client.state(flow)).isEqualTo("TERMINATED");
        assertThat(inbox.poll(100)).isNull();
    }

    @Test
    void tellsTheEndOfTheWire() {
        TestClient client = plane();
        String flow = started(client, Message.pull(inbox));
        assertThat(client.admin(flow, "complete").status()).isEqualTo(202);
        Arrival completed = inbox.await();
        assertThat(completed.operation()).isEqualTo("completed");
        assertThat(completed.body()).isEmpty();
        assertThat(completed.contentType()).isNull();
        assertThat(client.state(flow)).isEqualTo("COMPLETED");
        assertThat(client.admin(flow, "fail").status()).isEqualTo(409);

        String failing = started(client, Message.pull(inbox));
        assertThat(client.admin(failing, "fail").status()).isEqualTo(202);
        Arrival errored = inbox.await();
        assertThat(errored.operation()).isEqualTo("errored");
        assertThat(errored.json().path("state").asString()).isEqualTo("TERMINATED");
        assertThat(errored.json().path("error").asString()).isNotBlank();
        assertThat(client.state(failing)).isEqualTo("TERMINATED");
        assertThat(client.admin("unknown", "fail").status()).isEqualTo(404);
    }

    @Test
    void triesACallbackAgainAfterAServerErrorOnly() {
        TestClient client = plane();
        inbox.answerNext(503);
        inbox.answerNext(500);
        client.admin(started(client, Message.pull(inbox)), "complete");
        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThat(inbox.await().operation()).isEqualTo("completed");
        }
        inbox.answerNext(404);
        client.admin(started(client, Message.pull(inbox)), "complete");
        inbox.await();
        assertThat(inbox.poll(250)).isNull();
    }

    @Test
    void keepsTheOrderOfAFlowsCallbacks() {
        TestClient client = plane();
        inbox.answerNext(503);
        Message message = Message.pull(inbox).answering("hold");
        String flow = client.start(message).string("dataFlowId");
        client.admin(flow, "proceed");
        client.admin(flow, "complete");
        assertThat(inbox.await().operation()).isEqualTo("started");
        assertThat(inbox.await().operation()).isEqualTo("started");
        assertThat(inbox.await().operation()).isEqualTo("completed");
    }
}
