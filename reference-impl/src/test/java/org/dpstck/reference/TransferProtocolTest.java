package org.dpstck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dpstck.reference.TestClient.Reply;
import org.dpstck.reference.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** The transfer process between control planes: states, messages, errors, in both forms. */
class TransferProtocolTest {

    private static final ControlScene SCENE = new ControlScene("1.0-RC3");

    /** Its data plane never gets beyond STARTING. */
    private static final ControlScene SLOW = new ControlScene(
            "1.0-RC3",
            options -> options,
            arrival -> arrival.ends("/dataflows/start")
                    ? new Stub.Answer(202, "{\"messageId\":\"1\",\"dataFlowId\":\"flow-1\",\"state\":\"STARTING\"}")
                    : null);

    /** What the counter-party may send in which state, to the state that results. */
    private static final Map<String, Map<String, String>> LEGAL = Map.of(
            "REQUESTED", Map.of("termination", "TERMINATED"),
            "STARTED", Map.of("suspension", "SUSPENDED", "completion", "COMPLETED", "termination", "TERMINATED"),
            "SUSPENDED", Map.of("start", "STARTED", "termination", "TERMINATED"),
            "COMPLETED", Map.of(),
            "TERMINATED", Map.of());

    @AfterAll
    static void close() {
        SCENE.close();
        SLOW.close();
    }

    static Stream<Arguments> cells() {
        return Stream.of("consumer", "provider").flatMap(side -> LEGAL.keySet().stream()
                .flatMap(state -> Stream.of("start", "suspension", "completion", "termination")
                        .map(message -> Arguments.of(side, state, message))));
    }

    private static String in(ControlScene scene, String side, String state) {
        boolean consumer = side.equals("consumer");
        String id = consumer ? scene.consumer("push") : scene.provider("push");
        scene.awaitState(id, consumer || scene == SLOW ? "REQUESTED" : "STARTED");
        if (consumer && !state.equals("REQUESTED")) {
            assertThat(scene.peer(id, "start").status()).isEqualTo(200);
        }
        Map<String, String> way =
                Map.of("SUSPENDED", "suspension", "COMPLETED", "completion", "TERMINATED", "termination");
        if (way.containsKey(state)) {
            assertThat(scene.peer(id, way.get(state)).status()).isEqualTo(200);
        }
        scene.awaitState(id, state);
        return id;
    }

    @ParameterizedTest
    @MethodSource("cells")
    void everyStateTakesItsMessagesAndNoOthers(String side, String state, String message) {
        boolean requested = state.equals("REQUESTED");
        ControlScene scene = side.equals("provider") && requested ? SLOW : SCENE;
        String id = in(scene, side, state);
        boolean first = side.equals("consumer") && requested && message.equals("start");
        String target = first ? "STARTED" : LEGAL.get(state).get(message);
        Reply reply = scene.peer(id, message);
        if (target == null) {
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.string("@type")).isEqualTo("TransferError");
            assertThat(reply.string("consumerPid")).isNotBlank();
            assertThat(reply.string("providerPid")).isNotBlank();
            assertThat(scene.show(id).path("state").asString()).isEqualTo(state);
        } else {
            assertThat(reply.status()).as(reply.text()).isEqualTo(200);
            assertThat(reply.string("state")).isEqualTo(target);
            scene.awaitState(id, target);
        }
    }

    @Test
    void aRepeatedRequestMakesNoSecondProcess() {
        String pid = "urn:uuid:" + UUID.randomUUID();
        Reply first = SCENE.requested("pull", pid);
        Reply second = SCENE.requested("pull", pid);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.string("providerPid")).isEqualTo(first.string("providerPid"));
        SCENE.awaitState(first.string("providerPid"), "STARTED");
        assertThat(SCENE.requested("pull", pid).string("state")).isEqualTo("STARTED");
    }

    @Test
    void showsTheProcess() {
        String id = SCENE.provider("pull");
        SCENE.awaitState(id, "STARTED");
        Reply shown = ControlScene.get(SCENE.plane.dspUrl() + "/transfers/" + id);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.string("@type")).isEqualTo("TransferProcess");
        assertThat(shown.string("providerPid")).isEqualTo(id);
        assertThat(ControlScene.get(SCENE.plane.dspUrl() + "/transfers/none").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "suspension", "completion", "termination"})
    void nobodyKnowsAnUnknownProcess(String operation) {
        for (Object base : List.of(SCENE.plane.dspUrl(), SCENE.plane.callbackUrl())) {
            Reply reply = ControlScene.post(
                    base + "/transfers/none/" + operation,
                    ControlScene.dsp("TransferStartMessage", "none").put("providerPid", "none"));
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.string("@type")).isEqualTo("TransferError");
        }
    }

    static Stream<UnaryOperator<ObjectNode>> spoiled() {
        return Stream.of(
                message -> without(message, "consumerPid"),
                message -> without(message, "agreementId"),
                message -> without(message, "format"),
                message -> without(message, "callbackAddress"),
                message -> without(message, "@type"),
                message -> message.put("@type", "TransferStartMessage"),
                message -> message.put("callbackAddress", "gopher:nothing"),
                message -> message.put("format", "nothing"),
                message -> message.put("consumerPid", 5),
                message -> message.put("dataAddress", "there"),
                message -> without(message, "dataAddress"));
    }

    private static ObjectNode without(ObjectNode message, String name) {
        message.remove(name);
        return message;
    }

    @ParameterizedTest
    @MethodSource("spoiled")
    void refusesRequestsThatAreNone(UnaryOperator<ObjectNode> change) {
        Reply reply = ControlScene.post(
                SCENE.plane.dspUrl() + "/transfers/request",
                change.apply(SCENE.request("push", "urn:uuid:" + UUID.randomUUID())));
        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.string("@type")).isEqualTo("TransferError");
    }

    @Test
    void refusesAnAgreementThatIsNotThere() {
        try (ControlScene scene =
                new ControlScene("2026-02", options -> options.withAgreement("known", "d"), arrival -> null)) {
            assertThat(scene.requested("pull", "p").status()).isEqualTo(400);
        }
    }

    @Test
    void speaksTheOlderForm() {
        ObjectNode message = Json.object()
                .put("@context", "https://w3id.org/dspace/v0.8/context.json")
                .put("@type", "dspace:TransferRequestMessage")
                .put("@id", "urn:uuid:" + UUID.randomUUID())
                .put("dspace:agreementId", "agreement-1")
                .put("dct:format", SCENE.name("pull"))
                .put("dspace:callbackAddress", SCENE.stub.address() + "/peer");
        Reply reply = ControlScene.post(SCENE.plane.dspUrl() + "/transfers/request", message);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        assertThat(reply.string("processId")).isEqualTo(message.path("@id").asString());
        assertThat(reply.json().has("consumerPid")).isFalse();
        String id = reply.string("@id");
        SCENE.awaitState(id, "STARTED");
        ObjectNode suspension = Json.object()
                .put("@type", "TransferSuspensionMessage")
                .put("@id", "urn:uuid:" + UUID.randomUUID())
                .put("processId", message.path("@id").asString());
        assertThat(ControlScene.post(SCENE.plane.dspUrl() + "/transfers/" + id + "/suspension", suspension)
                        .status())
                .isEqualTo(200);
        suspension.put("processId", "another").put("@type", "TransferTerminationMessage");
        assertThat(ControlScene.post(SCENE.plane.dspUrl() + "/transfers/" + id + "/termination", suspension)
                        .status())
                .isEqualTo(400);
    }
}
