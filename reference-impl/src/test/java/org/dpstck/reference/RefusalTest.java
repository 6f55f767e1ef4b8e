package org.dpstck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dpstck.reference.TestClient.Reply;
import org.dpstck.reference.json.Json;
import org.dpstck.reference.message.MessageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;

/** Every way a request can be wrong, and the 4xx it gets. */
class RefusalTest extends PlaneTest {

    private final TestClient client = plane();

    private static void assertProblem(Reply reply, int status, String word) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.json().path("status").asInt()).isEqualTo(status);
        assertThat(reply.string("title")).isNotBlank();
        assertThat(reply.string("detail")).contains(word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"prepare", "start"})
    void namesTheRequiredPropertyThatIsMissingMistypedOrBlank(String operation) {
        Message good = operation.equals("start") ? pushStart() : Message.push(inbox);
        for (String name : MessageReader.REQUIRED) {
            assertProblem(post(operation, good.without(name)), 400, name);
            assertProblem(post(operation, good.with(name, IntNode.valueOf(7))), 400, name);
            assertProblem(post(operation, good.with(name, Json.object())), 400, name);
            assertProblem(post(operation, good.with(name, Json.object().nullNode())), 400, name);
            assertProblem(post(operation, good.with(name, " ")), 400, name);
        }
        assertThat(post(operation, good).status()).isEqualTo(200);
    }

    private Reply post(String operation, Message message) {
        return client.post("/dataflows/" + operation, message.json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "", "[]", "\"text\"", "null", "{} {}", "{'a':1}", "nonsense", "\u0000"})
    void refusesBodiesThatAreNoObject(String body) {
        assertThat(client.post("/dataflows/prepare", body).status()).isEqualTo(400);
        assertThat(client.post("/dataflows/start", body).status()).isEqualTo(400);
        String flow = started(client, Message.pull(inbox));
        int expected = body.isEmpty() ? 200 : 400;
        assertThat(client.signal(flow, "suspend", body).status()).isEqualTo(expected);
        assertThat(client.signal(flow, "terminate", body).status()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"callback", "/callback", "ftp://a.example/x", "http://", "http:///x", "ht tp://a", ":"})
    void refusesACallbackAddressThatIsNoUrl(String address) {
        assertProblem(client.prepare(Message.push(inbox).with("callbackAddress", address)), 400, "callbackAddress");
    }

    @Test
    void refusesMistypedOptionalProperties() {
        Message good = Message.push(inbox);
        assertProblem(client.prepare(good.with("labels", "gold")), 400, "labels");
        assertProblem(client.prepare(good.with("labels", Json.array().add(1))), 400, "labels");
        assertProblem(client.prepare(good.with("metadata", "text")), 400, "metadata");
        assertProblem(client.start(good.with("dataAddress", "text")), 400, "dataAddress");
        String flow = prepared(client, good);
        assertProblem(client.signal(flow, "terminate", "{\"reason\":5}"), 400, "reason");
        assertThat(client.state(flow)).isEqualTo("PREPARED");
    }

    @Test
    void keepsTheDataAddressRules() {
        assertProblem(client.start(Message.pull(inbox).to("http://a.example", "fake")), 400, "dataAddress");
        assertProblem(client.start(Message.push(inbox)), 400, "dataAddress");
        String pull = prepared(client, Message.pull(inbox));
        assertProblem(client.signal(pull, "started"), 400, "dataAddress");
        assertThat(client.state(pull)).isEqualTo("PREPARED");
        String push = prepared(client, Message.push(inbox));
        String address = Message.started(Message.address("http://a.example", "fake"));
        assertProblem(client.signal(push, "started", address), 400, "dataAddress");
    }

    @Test
    void refusesTransferTypesWithoutADirection() {
        assertProblem(client.prepare(Message.of("Http-SIDEWAYS", inbox)), 400, "transferType");
    }

    @ParameterizedTest
    @ValueSource(strings = {"started", "suspend", "terminate", "completed"})
    void refusesUnknownFlowsAndWrongMethods(String signal) {
        assertProblem(client.signal("no-such-flow", signal), 404, "no-such-flow");
        assertProblem(client.signal("%C3%A4%2Fb", signal), 404, "\u00e4/b");
        Reply reply = TestClient.send(
                HttpRequest.newBuilder(client.at("/dataflows/x/" + signal)).GET());
        assertProblem(reply, 405, "POST");
        assertThat(reply.header("Allow")).isEqualTo("POST");
    }

    @ParameterizedTest
    @CsvSource({"/dataflows/x/status,POST", "/dataflows/prepare,PUT", "/dataflows/start,DELETE"})
    void refusesWrongMethods(String path, String method) {
        Reply reply =
                TestClient.send(HttpRequest.newBuilder(client.at(path)).method(method, BodyPublishers.ofString("{}")));
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).isNotBlank();
    }

    @Test
    void refusesPathsThatAreNot() {
        for (String path : List.of("", "/", "/dataflows", "/dataflows/x", "/dataflows/x/resume", "/a/b/c/d/e")) {
            assertProblem(client.post(path, "{}"), 404, "path");
        }
    }

    @Test
    void refusesOtherMediaTypesAndGiantBodies() {
        String body = Message.push(inbox).json();
        HttpRequest.Builder text = HttpRequest.newBuilder(client.at("/dataflows/prepare"))
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(body));
        assertProblem(TestClient.send(text), 415, "application/json");
        HttpRequest.Builder none = HttpRequest.newBuilder(client.at("/dataflows/prepare"))
                .POST(BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8)));
        assertProblem(TestClient.send(none), 415, "application/json");
        ObjectNode giant = Message.push(inbox).node().put("x", "x".repeat(1 << 20));
        assertProblem(client.post("/dataflows/prepare", Json.write(giant)), 413, "longer");
    }

    @Test
    void readsDeepNestingWithoutFailing() {
        String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        assertThat(client.post("/dataflows/prepare", deep).status()).isEqualTo(400);
    }
}
