package org.dpstck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dpstck.reference.Stub.Answer;
import org.dpstck.reference.Stub.Arrival;
import org.dpstck.reference.TestClient.Reply;
import org.dpstck.reference.edition.ControlPlaneOperation;
import org.dpstck.reference.edition.Route;
import org.dpstck.reference.edition.TransferNaming;
import org.dpstck.reference.json.Json;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** Each fault of the control plane shows, and each variant works: a scripted session differs from the correct one, or not. */
class ControlFaultTest {

    private static final Pattern IDS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Map<String, List<String>> CORRECT = new ConcurrentHashMap<>();

    static Stream<Arguments> faults() {
        return Faults.of(ReferenceRole.CONTROL_PLANE).stream()
                .filter(fault -> fault.isDefectIn("2025-1"))
                .map(fault -> Arguments.of(
                        fault.id(), fault.editions().get(fault.editions().size() - 1)));
    }

    @ParameterizedTest
    @EnabledIfSystemProperty(named = "exhaustive", matches = "true")
    @MethodSource("faults")
    void theFaultShows(String id, String edition) {
        List<String> correct = CORRECT.computeIfAbsent(edition, any -> new Session(edition, List.of()).lines());
        assertThat(correct).doesNotContain("cannot go on");
        assertThat(new Session(edition, List.of(id)).lines()).isNotEqualTo(correct);
    }

    /** What a control plane answers and sends while it is led through everything that there is. */
    private static final class Session {

        private final String edition;
        private final List<String> faults;
        private final List<String> lines = new ArrayList<>();

        Session(String edition, List<String> faults) {
            this.edition = edition;
            this.faults = faults;
        }

        List<String> lines() {
            try (ControlScene scene = scene(arrival -> null)) {
                ends(scene);
                run(() -> asks(scene));
            }
            try (ControlScene scene = scene(arrival -> arrival.ends("/dataflows/start") ? new Answer(400, "") : null)) {
                run(() -> scene.awaitState(scene.provider("push"), "TERMINATED"));
                told(scene);
            }
            try (ControlScene scene = scene(Session::later)) {
                pending(scene);
            }
            run(this::registers);
            return lines;
        }

        private ControlScene scene(Function<Arrival, Answer> answers) {
            return hasty(new ControlScene(edition, options -> options.withFaults(faults), answers));
        }

        private ControlScene hasty(ControlScene scene) {
            // What a fault keeps from coming should not be waited for as long as what comes late on a busy machine.
            scene.stub.waitNoLongerThan(faults.isEmpty() ? 30 : 2);
            return scene;
        }

        private static Answer later(Arrival arrival) {
            boolean opens = arrival.ends("/dataflows/start") || arrival.ends("/dataflows/prepare");
            return opens
                    ? new Answer(
                            202,
                            "{\"messageId\":\"1\",\"dataplaneId\":\"stub\",\"dataFlowId\":\"flow-1\",\"state\":\""
                                    + (arrival.ends("start") ? "STARTING" : "PREPARING") + "\"}")
                    : null;
        }

        /** A step that a faulty control plane may not be able to take. */
        private void run(Runnable step) {
            try {
                step.run();
            } catch (AssertionError | RuntimeException differs) {
                lines.add("cannot go on");
            }
        }

        private void note(String what, Reply reply) {
            lines.add(plain(what + " " + reply.status() + " " + reply.text()));
        }

        private static String plain(String text) {
            return IDS.matcher(text).replaceAll("id").replaceAll(":\\d{4,5}/", ":port/");
        }

        private void told(ControlScene scene) {
            scene.stub.all.stream()
                    .map(each -> plain(each.method() + " " + each.path() + " " + each.mediaType() + " " + each.body()))
                    .sorted()
                    .forEach(lines::add);
            long ids = scene.stub.all.stream()
                    .filter(each -> each.ends("/dataflows/start"))
                    .flatMap(each -> Stream.of(each.string("messageId"), each.string("processId")))
                    .distinct()
                    .count();
            lines.add("ids " + ids);
        }

        private void ends(ControlScene scene) {
            run(() -> {
                String id = started(scene, "push");
                note("suspension", scene.peer(id, "suspension"));
                note("start", scene.peer(id, "start", Session::addressed));
                note("completion", scene.peer(id, "completion"));
                note("termination", scene.peer(id, "termination"));
            });
            run(() -> {
                String id = started(scene, "pull");
                scene.act(id, "suspend");
                scene.awaitState(id, "SUSPENDED");
                note("start of the other", scene.peer(id, "start"));
                note("completion", scene.peer(id, "completion"));
            });
            run(() -> {
                String id = started(scene, "pull");
                scene.act(id, "terminate");
                scene.awaitState(id, "TERMINATED");
                scene.stub.await("/flow-1/terminate");
            });
            run(() -> {
                String id = scene.consumer("pull");
                scene.awaitState(id, "REQUESTED");
                note("start", scene.peer(id, "start", Session::addressed));
                scene.stub.await(edition.equals("2025-08") ? "/flow-1/start" : "/flow-1/started");
                note("errored", scene.callback(id, "errored", scene.callback("TERMINATED")));
                note("prepared", scene.callback(id, "prepared", scene.callback("PREPARED")));
            });
            run(() -> {
                String id = scene.consumer("push");
                scene.awaitState(id, "REQUESTED");
                note("start", scene.peer(id, "start"));
                note("completion", scene.peer(id, "completion"));
                scene.stub.await("/flow-1/completed");
            });
            run(() -> {
                String id = started(scene, "push");
                note("completed", scene.callback(id, "completed", scene.callback("COMPLETED")));
                scene.awaitState(id, "COMPLETED");
            });
            told(scene);
        }

        private static ObjectNode addressed(ObjectNode message) {
            message.set("dataAddress", ControlScene.ADDRESS);
            return message;
        }

        private String started(ControlScene scene, String direction) {
            String id = scene.provider(direction);
            scene.awaitState(id, "STARTED");
            note("shown", ControlScene.get(scene.plane.dspUrl() + "/transfers/" + id));
            return id;
        }

        private void asks(ControlScene scene) {
            note("request", scene.requested("pull", "same"));
            lines.add(""
                    + scene.requested("pull", "same")
                            .string("providerPid")
                            .equals(scene.requested("pull", "same").string("providerPid")));
            note(
                    "request",
                    ControlScene.post(
                            scene.plane.dspUrl() + "/transfers/request",
                            scene.request("pull", "x").put("callbackAddress", "nowhere")));
            note("unknown", ControlScene.get(scene.plane.dspUrl() + "/transfers/none"));
            note("unknown", scene.callback("none", "started", scene.callback("STARTED")));
            String url = scene.plane.signalingUrl() + "/transfers/";
            String id = scene.provider("push");
            note("agreement", ControlScene.get(url + id + "/agreement"));
            note("agreement", ControlScene.get(url + "none/agreement"));
        }

        private static boolean isAnswered(ObjectNode view) {
            return !List.of("NONE", "CALLING").contains(view.path("dataFlow").asString(""));
        }

        private void pending(ControlScene scene) {
            run(() -> {
                String id = scene.provider("push");
                scene.await(id, Session::isAnswered);
                note("completed", scene.callback(id, "completed", scene.callback("COMPLETED")));
                note("malformed", scene.callback(id, "started", Json.object().put("state", 5)));
                lines.add(scene.show(id).path("state").asString());
                note("started", scene.callback(id, "started", scene.callback("STARTED")));
                note("errored", scene.callback(id, "errored", scene.callback("TERMINATED")));
            });
            run(() -> {
                String id = scene.consumer("push");
                scene.await(id, Session::isAnswered);
                note("prepared", scene.callback(id, "prepared", addressed(scene.callback("PREPARED"))));
                scene.awaitState(id, "REQUESTED");
            });
            told(scene);
        }

        private void registers() {
            try (ControlScene scene = hasty(new ControlScene(
                    edition,
                    options ->
                            ControlPlaneOptions.defaults().withEdition(edition).withFaults(faults),
                    arrival -> null))) {
                registration(scene, "/one", "push");
                requests(scene);
                registration(scene, "/two", "pull");
                requests(scene);
                registration(scene, "/three");
                note("deleted", send(scene, ControlPlaneOperation.DELETE_REGISTRATION, "plane", ""));
                note("deleted", send(scene, ControlPlaneOperation.DELETE_REGISTRATION, "none", ""));
                requests(scene);
            }
        }

        private void requests(ControlScene scene) {
            for (String direction : List.of("push", "pull")) {
                Reply reply = scene.requested(direction, "pid-" + lines.size());
                note("request", reply);
                if (reply.status() < 300) {
                    lines.add(scene.stub.await("/dataflows/start").path());
                }
            }
        }

        private void registration(ControlScene scene, String path, String... directions) {
            boolean url = scene.edition().naming() == TransferNaming.PROFILE_URL;
            ObjectNode message = Json.object().put("dataplaneId", "plane").put("endpoint", scene.stub.address() + path);
            var names = message.putArray(url ? "profiles" : "transferTypes");
            Stream.of(directions).map(scene::name).forEach(names::add);
            note("registered", send(scene, ControlPlaneOperation.REGISTER, "", Json.write(message)));
        }

        private static Reply send(ControlScene scene, ControlPlaneOperation operation, String id, String body) {
            Route<ControlPlaneOperation> route =
                    scene.edition().controlPlane().routes().of(operation).orElseThrow();
            return TestClient.send(HttpRequest.newBuilder(URI.create(scene.plane.signalingUrl() + route.at(id)))
                    .header("Content-Type", "application/json")
                    .method(route.method(), BodyPublishers.ofString(body)));
        }
    }

    static Stream<String> variants() {
        return Variants.of(ReferenceRole.CONTROL_PLANE).stream().map(Variant::id);
    }

    @ParameterizedTest
    @MethodSource("variants")
    void theVariantTransfers(String id) {
        try (ControlScene scene =
                new ControlScene("2026-02", options -> options.withVariants(List.of(id)), arrival -> null)) {
            String transfer = scene.provider("pull");
            scene.awaitState(transfer, "STARTED");
            assertThat(scene.peer(transfer, "completion").status()).isEqualTo(200);
        }
    }
}
