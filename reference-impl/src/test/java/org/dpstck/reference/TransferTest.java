package org.dpstck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.dpstck.reference.controlplane.dsp.DspForm;
import org.dpstck.reference.wire.Dataset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** Whole transfers between two participants, with real bytes, in every edition. */
class TransferTest {

    static Stream<String> editions() {
        return ControlScene.editions();
    }

    @ParameterizedTest
    @MethodSource("editions")
    void pushesAndPulls(String edition) {
        try (Dataspace space = new Dataspace(edition)) {
            for (String direction : new String[] {"push", "pull"}) {
                String id = space.request(direction, "finite");
                space.awaitBoth(id, "COMPLETED");
                assertThat(space.consumer.flow(id).path("bytes").asInt()).isEqualTo(Dataset.SIZE);
                assertThat(space.consumer.flow(id).path("state").asString()).isEqualTo("COMPLETED");
                String pid = space.providerPid(id);
                Dataspace.until(
                        () -> space.provider.flow(pid),
                        flow -> flow.path("state").asString("").equals("COMPLETED"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("editions")
    void pushesAndPullsWhenDataPlanesCallBackAndMessagesHaveTheOlderForm(String edition) {
        try (Dataspace space = new Dataspace(
                edition, DspForm.PROCESS_ID, control -> control, data -> data.withMode(ReferenceOptions.Mode.ASYNC))) {
            for (String direction : new String[] {"push", "pull"}) {
                String id = space.request(direction, "finite");
                space.awaitBoth(id, "COMPLETED");
                assertThat(space.bytes(id)).isEqualTo(Dataset.SIZE);
            }
        }
    }

    /** Either side ends a transfer without an end, in either way; the data planes of both end their flows. */
    @ParameterizedTest
    @MethodSource("endings")
    void endsByEitherSide(String edition, String direction, String side, String action, String state) {
        try (Dataspace space = new Dataspace(edition)) {
            String id = space.flowing(direction);
            assertThat(space.on(side).act(id, action).status()).isEqualTo(202);
            space.awaitBoth(id, state);
            for (Dataspace.Participant each : List.of(space.consumer, space.provider)) {
                String own = each.show(id).path("id").asString();
                Dataspace.until(() -> each.flow(own), flow -> List.of("COMPLETED", "TERMINATED")
                        .contains(flow.path("state").asString()));
                assertThat(each.act(id, "terminate").status()).isEqualTo(409);
                assertThat(each.act(id, "suspend").status()).isEqualTo(409);
            }
        }
    }

    static Stream<Arguments> endings() {
        return editions()
                .flatMap(edition -> Stream.of("push", "pull").flatMap(direction -> Stream.of("consumer", "provider")
                        .flatMap(side -> Stream.of(
                                Arguments.of(edition, direction, side, "complete", "COMPLETED"),
                                Arguments.of(edition, direction, side, "terminate", "TERMINATED")))));
    }

    /** An error of the wire ends the transfer in the drafts, and is nobody else's business in the candidates. */
    @ParameterizedTest
    @MethodSource("editions")
    void erroredMeansWhatTheEditionSays(String edition) {
        for (String side : List.of("consumer", "provider")) {
            try (Dataspace space = new Dataspace(edition)) {
                String id = space.flowing("pull");
                Dataspace.Participant failing = space.on(side);
                String own = failing.show(id).path("id").asString();
                assertThat(failing.actOnFlow(own, "fail").status()).isEqualTo(202);
                ObjectNode view = space.await(failing, id, shown -> shown.has("error"));
                if (space.form().controlPlane().erroredTerminates()) {
                    space.awaitBoth(id, "TERMINATED");
                } else {
                    assertThat(view.path("state").asString()).isEqualTo("STARTED");
                    String other = side.equals("consumer") ? "provider" : "consumer";
                    assertThat(space.on(other).show(id).has("error")).isFalse();
                    assertThat(failing.act(id, "terminate").status()).isEqualTo(202);
                    space.awaitBoth(id, "TERMINATED");
                }
            }
        }
    }
}
