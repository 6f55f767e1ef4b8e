package org.dpstck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.dpstck.reference.Stub.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Data planes that refuse, fail, answer nonsense or are not there. */
class DataPlaneFailureTest {

    static Stream<String> editions() {
        return ControlScene.editions();
    }

    @ParameterizedTest
    @MethodSource("editions")
    void aRefusedPrepareEndsTheTransferBeforeAnybodyElseHearsOfIt(String edition) {
        try (ControlScene scene = new ControlScene(
                edition, options -> options, arrival -> arrival.ends("/prepare") ? new Answer(400, "{}") : null)) {
            String id = scene.consumer("push");
            assertThat(scene.awaitState(id, "TERMINATED").path("error").asString())
                    .contains("prepare", "HTTP 400");
            assertThat(scene.stub.all).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("editions")
    void aRefusedStartEndsTheTransferOnBothSides(String edition) {
        try (ControlScene scene = new ControlScene(
                edition,
                options -> options,
                arrival -> arrival.ends("/dataflows/start") ? new Answer(409, "") : null)) {
            String id = scene.provider("pull");
            assertThat(scene.stub.await("/termination").string("providerPid")).isEqualTo(id);
            scene.awaitState(id, "TERMINATED");
            assertThat(scene.stub.count("/dataflows/start")).isEqualTo(1);
            assertThat(scene.stub.count("/peer/transfers/x/start")).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {503, 0})
    void aPassingFailureIsTriedAgain(int status) {
        AtomicInteger left = new AtomicInteger(2);
        try (ControlScene scene = new ControlScene(
                "1.0-RC3",
                options -> options,
                arrival -> arrival.ends("/dataflows/start") && left.getAndDecrement() > 0
                        ? status == 0 ? Stub.BROKEN : new Answer(status, "")
                        : null)) {
            scene.awaitState(scene.provider("push"), "STARTED");
            assertThat(scene.stub.all.stream()
                            .filter(each -> each.ends("/dataflows/start"))
                            .map(each -> each.string("messageId"))
                            .distinct())
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "[]",
                "{}",
                "{\"messageId\":\"1\",\"dataFlowId\":\"flow-1\",\"state\":\"STARTED\"}"
            })
    void nonsenseIsAFailure(String body) {
        try (ControlScene scene = new ControlScene(
                "1.0-RC3",
                options -> options,
                arrival -> arrival.ends("/dataflows/start") ? new Answer(200, body) : null)) {
            String id = scene.provider("pull");
            scene.stub.await("/termination");
            scene.awaitState(id, "TERMINATED");
        }
    }

    @Test
    void anUnreachableDataPlaneIsPassedOver() {
        try (ControlScene scene = new ControlScene("2026-02", options -> withFirst(options, gone()), arrival -> null)) {
            ObjectNode view = scene.awaitState(scene.provider("push"), "STARTED");
            assertThat(view.path("dataPlane").asString()).startsWith(scene.stub.address());
        }
    }

    private static URI gone() {
        try (Stub stub = new Stub(arrival -> new Answer(200, "{}"))) {
            return URI.create(stub.address());
        }
    }

    private static ControlPlaneOptions withFirst(ControlPlaneOptions options, URI first) {
        URI second = options.dataPlanes().get(0).endpoint();
        return ControlPlaneOptions.defaults()
                .withEdition(options.edition())
                .withDataPlane(first)
                .withDataPlane(second);
    }

    @Test
    void aStartThatTheCounterPartyRefusesEndsTheTransfer() {
        try (ControlScene scene = new ControlScene(
                "1.0-RC3",
                options -> options,
                arrival ->
                        arrival.path().startsWith("/peer") && arrival.ends("/start") ? new Answer(400, "{}") : null)) {
            String id = scene.provider("push");
            scene.stub.await("/dataflows/flow-1/terminate");
            scene.awaitState(id, "TERMINATED");
        }
    }

    @Test
    void aRequestThatTheProviderRefusesEndsTheTransferHere() {
        try (ControlScene scene = new ControlScene(
                "1.0-RC3",
                options -> options,
                arrival -> arrival.ends("/transfers/request") ? new Answer(400, "{}") : null)) {
            String id = scene.consumer("push");
            scene.stub.await("/dataflows/flow-1/terminate");
            scene.awaitState(id, "TERMINATED");
            assertThat(scene.stub.count("/termination")).isZero();
        }
    }
}
