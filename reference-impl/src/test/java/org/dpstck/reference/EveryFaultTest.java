package org.dpstck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault shows in a long session, and a plane without faults always behaves the same. */
@EnabledIfSystemProperty(named = "exhaustive", matches = "true", disabledReason = "takes a minute")
class EveryFaultTest extends PlaneTest {

    /** Played once, by the first test that asks for it. */
    private static final class Correct {

        private static final List<String> SESSION = play();

        private static List<String> play() {
            try (CallbackInbox inbox = new CallbackInbox();
                    ReferenceDataPlane plane = ReferenceDataPlane.start(ReferenceOptions.defaults())) {
                return List.copyOf(Session.with(new TestClient(plane), inbox));
            }
        }
    }

    /** The session sends what this one subject is about, in the default edition. */
    static Stream<String> faults() {
        return Faults.about("signaling").stream().map(Fault::id);
    }

    private List<String> session(ReferenceOptions options) {
        return Session.with(plane(options), inbox);
    }

    @Test
    void aCorrectPlaneRepeatsItself() {
        assertThat(session(ReferenceOptions.defaults())).isEqualTo(Correct.SESSION);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultyPlaneDoesNot(String fault) {
        assertThat(session(ReferenceOptions.defaults().withFaults(fault))).isNotEqualTo(Correct.SESSION);
    }
}
