package org.dpstck.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.dpstck.reference.ReferenceDataPlane;
import org.dpstck.reference.ReferenceOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A run in an edition that the system does not speak stops and names the one it does; a faulty system is judged. */
class WrongEditionTest {

    /** The declared kinds, the registration, and what the look at the edition may cost. */
    private static final int ORDINARY = 4 + 1 + 2;

    @ParameterizedTest(name = "asked for {0}, speaks {1}")
    @MethodSource("pairs")
    void theEditionThatTheSystemSpeaksIsNamed(String asked, String spoken) {
        try (var plane = speaking(spoken)) {
            var obstacle = Systems.preflight(Systems.at(plane, Map.of("edition", asked)))
                    .obstacle();

            assertThat(obstacle).hasValueSatisfying(line -> assertThat(line)
                    .startsWith("your system speaks " + spoken + " (it ")
                    .endsWith("run with --edition " + spoken)
                    .hasLineCount(1));
        }
    }

    @ParameterizedTest
    @MethodSource("editions")
    void inTheRightEditionTheQuestionCostsTwoRequestsAtMost(String edition) {
        try (var plane = speaking(edition)) {
            var look = Systems.preflight(Systems.at(plane, Map.of("edition", edition)));

            assertThat(look.obstacle()).isEmpty();
            assertThat(look.exchanges()).hasSizeLessThanOrEqualTo(ORDINARY);
        }
    }

    @ParameterizedTest
    @MethodSource("editions")
    void detectNamesTheEditionThatTheSystemSpeaks(String edition) {
        try (var plane = speaking(edition)) {
            var detection = Systems.detect(Systems.at(plane, Map.of()));

            assertThat(detection.edition()).as(detection.toString()).hasValue(edition);
            assertThat(detection.exchanges()).hasSizeLessThan(20);
        }
    }

    private static ReferenceDataPlane speaking(String edition) {
        return ReferenceDataPlane.start(ReferenceOptions.defaults().withEdition(edition));
    }

    static Stream<String> editions() {
        return ReferenceDataPlane.editions().stream();
    }

    static Stream<Arguments> pairs() {
        return editions()
                .flatMap(asked ->
                        editions().filter(spoken -> !spoken.equals(asked)).map(spoken -> Arguments.of(asked, spoken)));
    }
}
