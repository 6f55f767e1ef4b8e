package org.dpstck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.dpstck.reference.wire.Dataset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole transfers between two participants, with real bytes, in every edition. */
class TransferTest {

    static Stream<String> editions() {
        return ReferenceControlPlane.editions().stream();
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
}
