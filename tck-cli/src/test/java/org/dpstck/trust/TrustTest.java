package org.dpstck.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.dpstck.core.verdict.Finding;
import org.dpstck.core.verdict.Outcome;
import org.dpstck.reference.Fault;
import org.dpstck.reference.Faults;
import org.dpstck.reference.ReferenceOptions;
import org.dpstck.reference.Variant;
import org.dpstck.reference.Variants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The suite finds every fault of the reference data plane under the requirement it breaks, and flags no legal variant. */
class TrustTest {

    @Test
    void theCorrectDataPlanePassesEveryCase() {
        var judgement = Judgement.of(ReferenceOptions.defaults(), List.of());

        assertThat(judgement.obstacle()).isNull();
        assertThat(judgement.results()).hasSizeGreaterThan(250);
        assertThat(judgement.with(Outcome.PASSED)).hasSize(judgement.results().size() - 1);
        assertThat(judgement.with(Outcome.UNTESTED)).containsExactly("BASE-URL-HTTPS");
    }

    /** Only the cases of the requirements that the fault breaks run: they are the ones that have to find it. */
    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsFoundUnderItsRequirement(Fault fault) {
        var options = ReferenceOptions.defaults().withEdition(edition(fault)).withFaults(fault.id());
        var judgement = Judgement.of(options, fault.requirements());

        var findings = judgement.results().stream()
                .flatMap(result -> result.findings().stream())
                .filter(finding -> fault.requirements().contains(finding.requirement()))
                .toList();
        assertThat(findings).as("findings about: %s", fault.title()).isNotEmpty();
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.expected()).isNotBlank();
            assertThat(finding.observed()).isNotBlank();
            assertThat(finding.clause()).isNotBlank();
        });
        if (!fault.warns()) {
            assertThat(findings)
                    .as("violations about: %s", fault.title())
                    .anyMatch(finding -> finding.kind() == Finding.Kind.VIOLATION);
        }
    }

    @ParameterizedTest
    @MethodSource("variants")
    void aLegalVariantIsNotFlagged(Variant variant) {
        var judgement = Judgement.of(ReferenceOptions.defaults().withVariants(variant.id()), List.of());

        assertThat(judgement.obstacle()).isNull();
        assertThat(judgement.with(Outcome.FAILED))
                .as("%s: %s", variant.id(), variant.why())
                .isEmpty();
        assertThat(judgement.with(Outcome.INCONCLUSIVE))
                .as("%s: %s", variant.id(), variant.why())
                .isEmpty();
        assertThat(judgement.with(Outcome.PASSED)).hasSizeGreaterThan(350);
    }

    /** The default edition, if the fault is one there. */
    private static String edition(Fault fault) {
        return fault.editions().contains(ReferenceOptions.DEFAULT_EDITION)
                ? ReferenceOptions.DEFAULT_EDITION
                : fault.editions().get(0);
    }

    static Stream<Fault> faults() {
        return Faults.all().stream();
    }

    static Stream<Variant> variants() {
        return Variants.all().stream();
    }
}
