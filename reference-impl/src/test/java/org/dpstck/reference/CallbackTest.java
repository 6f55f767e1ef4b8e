package org.dpstck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.dpstck.reference.Stub.Answer;
import org.dpstck.reference.TestClient.Reply;
import org.dpstck.reference.edition.ControlPlaneOperation;
import org.dpstck.reference.http.Operation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** What data planes tell a control plane: prepared, started, completed, errored, and what they ask for. */
class CallbackTest {

    static Stream<String> editions() {
        return ControlScene.editions();
    }

    /** A control plane whose data plane answers prepare and start with 202 and nothing more. */
    private static ControlScene pending(String edition) {
        return new ControlScene(
                edition,
                options -> options,
                arrival -> arrival.ends("/dataflows/prepare") || arrival.ends("/dataflows/start")
                        ? new Answer(
                                202,
                                "{\"messageId\":\"1\",\"dataplaneId\":\"stub\",\"dataFlowId\":\"flow-1\",\"state\":\""
                                        + (arrival.ends("start") ? "STARTING" : "PREPARING") + "\"}")
                        : null);
    }

    private static ObjectNode withAddress(ObjectNode message) {
        message.set("dataAddress", ControlScene.ADDRESS);
        return message;
    }

    private static void assertRefused(ControlScene scene, String id, String operation, ObjectNode message) {
        String before = scene.show(id).path("state").asString();
        assertThat(scene.callback(id, operation, message).status())
                .as(operation)
                .isBetween(400, 499);
        assertThat(scene.show(id).path("state").asString()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("editions")
    void aConsumerAsksTheProviderOnceItIsPrepared(String edition) {
        try (ControlScene scene = pending(edition)) {
            String id = scene.consumer("push");
            scene.stub.await("/dataflows/prepare");
            Dataspace.until(
                    () -> scene.show(id),
                    view -> view.path("dataFlow").asString("").equals("PENDING"));
            assertRefused(scene, id, "started", scene.callback("STARTED"));
            assertRefused(scene, id, "completed", scene.callback("COMPLETED"));
            assertRefused(scene, id, "prepared", scene.callback("PREPARED"));
            assertRefused(scene, id, "prepared", withAddress(scene.callback("STARTED")));
            assertThat(scene.stub.count("/transfers/request")).isZero();
            assertThat(scene.callback(id, "prepared", withAddress(scene.callback("PREPARED")))
                            .status())
                    .isEqualTo(200);
            assertThat(scene.stub.await("/transfers/request").json().path("dataAddress"))
                    .isEqualTo(ControlScene.ADDRESS);
            scene.awaitState(id, "REQUESTED");
            assertRefused(scene, id, "prepared", withAddress(scene.callback("PREPARED")));
        }
    }

    @ParameterizedTest
    @MethodSource("editions")
    void aProviderStartsOnceItsDataPlaneHas(String edition) {
        try (ControlScene scene = pending(edition)) {
            String id = scene.provider("pull");
            Dataspace.until(
                    () -> scene.show(id),
                    view -> view.path("dataFlow").asString("").equals("PENDING"));
            assertRefused(scene, id, "prepared", scene.callback("PREPARED"));
            assertRefused(scene, id, "completed", scene.callback("COMPLETED"));
            assertRefused(scene, id, "started", scene.callback("STARTED"));
            assertThat(scene.callback(id, "started", withAddress(scene.callback("STARTED")))
                            .status())
                    .isEqualTo(200);
            assertThat(scene.stub.await("/start").json().has("callbackAddress"))
                    .isEqualTo(scene.edition().namesCallbacks());
            assertThat(scene.stub.await("/start").json().path("dataAddress")).isEqualTo(ControlScene.ADDRESS);
            scene.awaitState(id, "STARTED");
            assertRefused(scene, id, "started", withAddress(scene.callback("STARTED")));
            assertThat(scene.callback(id, "completed", scene.callback("COMPLETED"))
                            .status())
                    .isEqualTo(200);
            scene.stub.await("/completion");
            scene.awaitState(id, "COMPLETED");
            for (String operation : List.of("prepared", "started", "completed", "errored")) {
                assertRefused(scene, id, operation, withAddress(scene.callback("STARTED")));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("editions")
    void refusesWhatItCannotReadAndWhatItDoesNotKnow(String edition) {
        try (ControlScene scene = pending(edition)) {
            String id = scene.provider("push");
            Dataspace.until(
                    () -> scene.show(id),
                    view -> view.path("dataFlow").asString("").equals("PENDING"));
            for (String name : scene.edition().controlPlane().callback()) {
                ObjectNode lacking = scene.callback("STARTED");
                lacking.remove(name);
                assertRefused(scene, id, "started", lacking);
                assertRefused(scene, id, "errored", lacking);
            }
            assertRefused(scene, id, "started", scene.callback("STARTED").put("dataFlowId", "another"));
            assertRefused(scene, id, "started", scene.callback("ELSEWHERE"));
            assertRefused(scene, id, "errored", scene.callback("STARTED").put("error", 5));
            Reply unknown = scene.callback("none", "started", scene.callback("STARTED"));
            assertThat(unknown.status()).isEqualTo(404);
            assertThat(scene.callback(id, "finished", scene.callback("STARTED")).status())
                    .isEqualTo(404);
            assertThat(ControlScene.get(scene.plane.signalingUrl() + "/transfers/" + id + "/dataflow/started")
                            .status())
                    .isEqualTo(405);
            assertThat(scene.callback(id, "started", scene.callback("STARTED").put("x-more", true))
                            .status())
                    .isEqualTo(200);
        }
    }

    /** The callback may be there before the answer to the request that it belongs to. */
    @ParameterizedTest
    @MethodSource("editions")
    void aCallbackMayOvertakeTheAnswer(String edition) {
        var scenes = new AtomicReference<ControlScene>();
        try (ControlScene scene = new ControlScene(edition, options -> options, arrival -> {
            if (!arrival.ends("/dataflows/start")) {
                return null;
            }
            Reply reply = scenes.get()
                    .callback(
                            arrival.string("processId"), "started", scenes.get().callback("STARTED"));
            return new Answer(
                    reply.status() == 200 ? 202 : 500,
                    "{\"messageId\":\"1\",\"dataplaneId\":\"stub\",\"dataFlowId\":\"flow-1\",\"state\":\"STARTING\"}");
        })) {
            scenes.set(scene);
            scene.awaitState(scene.provider("push"), "STARTED");
        }
    }

    @ParameterizedTest
    @MethodSource("editions")
    void showsTheAgreementWhereTheEditionHasThat(String edition) {
        try (ControlScene scene = new ControlScene(edition)) {
            String id = scene.provider("pull");
            String url = scene.plane.signalingUrl() + "/transfers/";
            Reply reply = ControlScene.get(url + id + "/agreement");
            boolean there = scene.edition()
                    .controlPlane()
                    .routes()
                    .of(ControlPlaneOperation.AGREEMENT)
                    .isPresent();
            assertThat(reply.status()).isEqualTo(there ? 200 : 404);
            if (there) {
                assertThat(reply.string("@id")).isEqualTo("agreement-1");
                assertThat(reply.string("@type")).isEqualTo("Agreement");
                assertThat(reply.json().has("permission")).isTrue();
                assertThat(ControlScene.get(url + "none/agreement").status()).isEqualTo(404);
            }
        }
    }

    /** The messages to the data plane hold what their tables require, and the address on the right side. */
    @ParameterizedTest
    @MethodSource("editions")
    void tellsTheDataPlaneWhatItRequires(String edition) {
        try (ControlScene scene = new ControlScene(edition)) {
            for (String direction : List.of("push", "pull")) {
                String id = scene.provider(direction);
                ObjectNode start = scene.stub.await("/dataflows/start").json();
                assertThat(start.has("dataAddress")).isEqualTo(direction.equals("push"));
                for (String name : scene.edition().required(Operation.START)) {
                    assertThat(start.has(name)).as(name).isTrue();
                }
                assertThat(start.path("processId").asString()).isEqualTo(id);
                String consumer = scene.consumer(direction);
                assertThat(scene.stub.await("/dataflows/prepare").json().has("dataAddress"))
                        .isFalse();
                assertThat(scene.stub.await("/transfers/request").json().has("dataAddress"))
                        .isEqualTo(direction.equals("push"));
                scene.awaitState(consumer, "REQUESTED");
                ObjectNode address = direction.equals("pull") ? ControlScene.ADDRESS : null;
                scene.peer(consumer, "start", message -> {
                    if (address != null) {
                        message.set("dataAddress", address);
                    }
                    return message;
                });
                String path = edition.equals("2025-08") ? "/flow-1/start" : "/flow-1/started";
                assertThat(scene.stub.await(path).json().has("dataAddress")).isEqualTo(direction.equals("pull"));
            }
        }
    }
}
