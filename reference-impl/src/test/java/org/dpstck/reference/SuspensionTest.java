package org.dpstck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.dpstck.reference.Dataspace.Participant;
import org.dpstck.reference.http.Operation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The four sequences of the section "Data Flow Suspension/Resumption", and who may resume. */
class SuspensionTest {

    static Stream<Arguments> sequences() {
        return ControlScene.editions()
                .flatMap(edition -> Stream.of("push", "pull").flatMap(direction -> Stream.of("consumer", "provider")
                        .map(side -> Arguments.of(edition, direction, side))));
    }

    @ParameterizedTest
    @MethodSource("sequences")
    void suspendsAndResumes(String edition, String direction, String side) {
        try (Dataspace space = new Dataspace(edition)) {
            String id = space.flowing(direction);
            Participant initiator = space.on(side);
            for (int round = 0; round < 2; round++) {
                assertThat(initiator.act(id, "suspend").status()).isEqualTo(202);
                space.awaitBoth(id, "SUSPENDED");
                space.awaitFlow(space.consumer, id, "SUSPENDED");
                space.awaitFlow(space.provider, id, "SUSPENDED");
                long before = space.bytes(id);
                assertThat(initiator.act(id, "resume").status()).isEqualTo(202);
                space.awaitBoth(id, "STARTED");
                boolean signalled = space.form().routes().of(Operation.RESUME).isPresent()
                        || space.form().routes().of(Operation.START_FLOW).isPresent();
                if (!signalled) {
                    return;
                }
                space.awaitFlow(space.consumer, id, "STARTED");
                space.awaitFlow(space.provider, id, "STARTED");
                Dataspace.until(
                        () -> space.consumer.flow(id),
                        flow -> flow.path("bytes").asLong() > before);
            }
            assertThat(space.consumer.show(id).has("error")).isFalse();
            assertThat(space.provider.show(id).has("error")).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("sequences")
    void onlyTheSuspenderResumesWhereTheDocumentSaysSo(String edition, String direction, String side) {
        try (Dataspace space = new Dataspace(edition)) {
            String id = space.flowing(direction);
            assertThat(space.on(side).act(id, "suspend").status()).isEqualTo(202);
            space.awaitBoth(id, "SUSPENDED");
            String other = side.equals("consumer") ? "provider" : "consumer";
            int expected = space.form().controlPlane().suspenderResumes() ? 409 : 202;
            assertThat(space.on(other).act(id, "resume").status()).isEqualTo(expected);
            if (expected == 202) {
                space.awaitBoth(id, "STARTED");
            }
        }
    }
}
