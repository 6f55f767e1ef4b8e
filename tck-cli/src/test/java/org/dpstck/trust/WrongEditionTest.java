package org.dpstck.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dpstck.reference.Faults;
import org.dpstck.reference.ReferenceDataPlane;
import org.dpstck.reference.ReferenceOptions;
import org.dpstck.reference.Variants;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A run in an edition that the system does not speak stops and names the one it does; a faulty system is judged. */
class WrongEditionTest {

    /** The declared kinds, the registration, and what the look at the edition may cost. */
    private static final int ORDINARY = 4 + 1 + 2;

    /** Some variants make flows only for control planes that registered. */
    private static final String EVERYTHING = "consumer,provider,push,pull,suspend,registration";

    /**
     * They leave too little to tell some editions apart: no two unknown paths are refused alike, or no answer names the flow
     * that the next request is about. No other edition is named for them, and that is all.
     */
    private static final Set<String> TELL_LITTLE = Set.of("REFUSALS-UNUSUAL", "ANSWERS-WITHOUT-FLOW-ID");

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

    /** A sample of what is like another edition in some way. */
    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "2026-02, PREPARE-DATAPLANE-ID-MISSING",
        "2026-02, START-DATAPLANE-ID-NULL",
        "2026-02, STATUS-203",
        "2026-02, STATUS-HTML",
        "2026-02, PREPARE-NO-BODY",
        "2026-02, PREPARE-ACCEPTS-EMPTY-BODY",
        "2026-02, PREPARE-DATA-FLOW-ID-MISSING",
        "1.0-RC1, START-STATE-NULL",
        "1.0-RC2, PREPARE-ACCEPTS-MISSING-MESSAGE-ID",
        "1.0-RC3, PREPARE-ACCEPTS-MISSING-MESSAGE-ID"
    })
    void aFaultIsNoOtherEdition(String edition, String fault) {
        isJudged(edition, ReferenceOptions.defaults().withFaults(fault), Map.of());
        isJudged(
                edition,
                ReferenceOptions.defaults().withFaults(fault),
                Map.of("capabilities", "consumer,push,suspend"));
    }

    /** With one kind of flow there is no other one to show that the edition is the right one. */
    @ParameterizedTest
    @MethodSource("faults")
    @EnabledIfSystemProperty(named = "exhaustive", matches = "true", disabledReason = "takes minutes")
    void noFaultIsAnotherEdition(String edition, String fault) {
        for (var capabilities : List.of("consumer,provider,push,pull,suspend", "consumer,push,suspend")) {
            isJudged(edition, ReferenceOptions.defaults().withFaults(fault), Map.of("capabilities", capabilities));
        }
    }

    @ParameterizedTest
    @MethodSource("variants")
    @EnabledIfSystemProperty(named = "exhaustive", matches = "true", disabledReason = "takes minutes")
    void aLegalVariantIsNoOtherEdition(String edition, String variant) {
        isJudged(edition, ReferenceOptions.defaults().withVariants(variant), Map.of("capabilities", EVERYTHING));
        try (var plane = ReferenceDataPlane.start(
                ReferenceOptions.defaults().withVariants(variant).withEdition(edition))) {
            var tells = !TELL_LITTLE.contains(variant);
            var detection = Systems.detect(Systems.at(plane, Map.of("capabilities", EVERYTHING)));
            assertThat(detection.edition().or(() -> tells ? Optional.empty() : Optional.of(edition)))
                    .as(detection.toString())
                    .hasValue(edition);
            for (var asked : editions().filter(it -> !it.equals(edition)).toList()) {
                var obstacle = Systems.preflight(
                                Systems.at(plane, Map.of("edition", asked, "capabilities", EVERYTHING)))
                        .obstacle();
                if (tells) {
                    assertThat(obstacle).as(asked).hasValueSatisfying(line -> assertThat(line)
                            .startsWith("your system speaks " + edition + " (it "));
                } else {
                    assertThat(obstacle.filter(line -> line.startsWith("your system speaks")))
                            .as(asked)
                            .matches(line -> line.isEmpty() || line.get().contains(edition));
                }
            }
        }
    }

    private static void isJudged(String edition, ReferenceOptions options, Map<String, Object> more) {
        try (var plane = ReferenceDataPlane.start(options.withEdition(edition))) {
            var settings = new HashMap<>(more);
            settings.put("edition", edition);
            var obstacle = Systems.preflight(Systems.at(plane, settings)).obstacle();
            assertThat(obstacle.filter(line -> line.contains("your system speaks")))
                    .isEmpty();
        }
    }

    static Stream<Arguments> faults() {
        return Faults.all().stream()
                .flatMap(fault -> fault.editions().stream().map(edition -> Arguments.of(edition, fault.id())));
    }

    static Stream<Arguments> variants() {
        return Variants.all().stream()
                .flatMap(variant ->
                        editions().filter(variant::isLegalIn).map(edition -> Arguments.of(edition, variant.id())));
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
