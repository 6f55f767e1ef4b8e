package org.dpstck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import java.util.stream.Stream;
import org.dpstck.reference.TestClient.Reply;
import org.dpstck.reference.edition.ControlPlaneOperation;
import org.dpstck.reference.edition.Route;
import org.dpstck.reference.edition.TransferNaming;
import org.dpstck.reference.json.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** The registration of data planes by end point, and which of them gets a flow. */
class DataPlaneRegistrationTest {

    static Stream<String> editions() {
        return ControlScene.editions();
    }

    private static ControlScene scene(String edition, String... labels) {
        return new ControlScene(
                edition,
                options -> ControlPlaneOptions.defaults().withEdition(edition).withLabels(labels),
                arrival -> null);
    }

    private static ObjectNode registration(ControlScene scene, String id, String path, String... directions) {
        ObjectNode message = Json.object().put("dataplaneId", id).put("endpoint", scene.stub.address() + path);
        var names = message.putArray(member(scene));
        for (String direction : directions) {
            names.add(scene.name(direction));
        }
        return message;
    }

    private static String member(ControlScene scene) {
        return scene.edition().naming() == TransferNaming.PROFILE_URL ? "profiles" : "transferTypes";
    }

    private static Reply send(ControlScene scene, ControlPlaneOperation operation, String id, ObjectNode message) {
        Route<ControlPlaneOperation> route =
                scene.edition().controlPlane().routes().of(operation).orElseThrow();
        return TestClient.send(HttpRequest.newBuilder(URI.create(scene.plane.signalingUrl() + route.at(id)))
                .header("Content-Type", "application/json")
                .method(
                        route.method(),
                        message == null ? BodyPublishers.noBody() : BodyPublishers.ofString(Json.write(message))));
    }

    private static int register(ControlScene scene, ObjectNode message) {
        return send(scene, ControlPlaneOperation.REGISTER, "", message).status();
    }

    private static int request(ControlScene scene, String direction) {
        return scene.requested(direction, "urn:uuid:" + UUID.randomUUID()).status();
    }

    @ParameterizedTest
    @MethodSource("editions")
    void registersReplacesAndDeletes(String edition) {
        try (ControlScene scene = scene(edition)) {
            assertThat(request(scene, "push")).isEqualTo(400);
            assertThat(register(scene, registration(scene, "a/b", "/one", "push")))
                    .isEqualTo(200);
            assertThat(request(scene, "pull")).isEqualTo(400);
            assertThat(request(scene, "push")).isEqualTo(201);
            assertThat(scene.stub.await("/dataflows/start").path()).startsWith("/one/");

            ObjectNode other = registration(scene, "a/b", "/two", "pull");
            boolean replaces = scene.edition()
                    .controlPlane()
                    .routes()
                    .of(ControlPlaneOperation.REPLACE_REGISTRATION)
                    .isPresent();
            assertThat(
                            replaces
                                    ? send(scene, ControlPlaneOperation.REPLACE_REGISTRATION, "a%2Fb", other)
                                            .status()
                                    : register(scene, other))
                    .isEqualTo(200);
            assertThat(request(scene, "push")).isEqualTo(400);
            assertThat(request(scene, "pull")).isEqualTo(201);
            assertThat(scene.stub.await("/dataflows/start").path()).startsWith("/two/");
            assertThat(send(scene, ControlPlaneOperation.DELETE_REGISTRATION, "a%2Fb", null)
                            .status())
                    .isEqualTo(204);
            assertThat(send(scene, ControlPlaneOperation.DELETE_REGISTRATION, "a%2Fb", null)
                            .status())
                    .isEqualTo(404);
            assertThat(request(scene, "pull")).isEqualTo(400);
            if (replaces) {
                assertThat(send(scene, ControlPlaneOperation.REPLACE_REGISTRATION, "none", other)
                                .status())
                        .isEqualTo(404);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("editions")
    void refusesWhatIsNoRegistration(String edition) {
        try (ControlScene scene = scene(edition)) {
            boolean named = scene.edition().registration().idRequired();
            ObjectNode anonymous = registration(scene, "x", "/one", "push");
            anonymous.remove("dataplaneId");
            assertThat(register(scene, anonymous)).isEqualTo(named ? 400 : 200);
            for (String member : new String[] {"endpoint", member(scene)}) {
                ObjectNode lacking = registration(scene, "x", "/one", "push");
                lacking.remove(member);
                assertThat(register(scene, lacking)).as(member).isEqualTo(400);
                assertThat(register(
                                scene, registration(scene, "x", "/one", "push").put(member, "none")))
                        .as(member)
                        .isEqualTo(400);
            }
            assertThat(register(scene, registration(scene, "x", "/one"))).isEqualTo(400);
            ObjectNode wrong = registration(scene, "x", "/one", "push");
            if (named) {
                wrong.putArray("authorization").addObject().put("type", "any");
            } else {
                wrong.putObject("authorization").put("type", "any");
            }
            assertThat(register(scene, wrong)).isEqualTo(400);
            assertThat(register(scene, registration(scene, "x", "/one", "push").put("name", "more")))
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @MethodSource("editions")
    void aFlowGoesToADataPlaneWithItsLabels(String edition) {
        try (ControlScene scene = scene(edition, "gold")) {
            assertThat(register(scene, registration(scene, "plain", "/plain", "push")))
                    .isEqualTo(200);
            ObjectNode labelled = registration(scene, "labelled", "/labelled", "push");
            labelled.putArray("labels").add("blue").add("gold");
            assertThat(register(scene, labelled)).isEqualTo(200);
            assertThat(request(scene, "push")).isEqualTo(201);
            Stub.Arrival start = scene.stub.await("/dataflows/start");
            assertThat(start.path()).startsWith("/labelled/");
            assertThat(start.json().path("labels").path(0).asString()).isEqualTo("gold");
        }
    }
}
