package org.dpstck.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import org.dpstck.reference.fault.FaultHooks;
import org.dpstck.reference.variant.VariantHooks;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The lists of faults and variants against the code that makes them, and against the register of requirements. */
class CatalogTest {

    private static final String REGISTER = "/org/dpstck/editions/2026-02/requirements.yaml";

    @Test
    void describesExactlyTheFaultsThatExist() {
        assertThat(Faults.all()).extracting(Fault::id).doesNotHaveDuplicates();
        assertThat(Faults.all())
                .extracting(Fault::id)
                .containsExactlyInAnyOrderElementsOf(FaultHooks.all().keySet());
        assertThat(Faults.all()).allSatisfy(fault -> {
            assertThat(fault.id()).matches("[A-Z0-9]+(-[A-Z0-9]+)*");
            assertThat(fault.title()).endsWith(".");
            assertThat(fault.section()).isNotBlank();
            assertThat(fault.editions()).contains("2026-02").isSubsetOf(ReferenceDataPlane.editions());
        });
        assertThat(Faults.byId("PREPARE-201")).isPresent();
    }

    @Test
    void describesExactlyTheVariantsThatExist() {
        assertThat(Variants.all())
                .extracting(Variant::id)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(VariantHooks.all().keySet());
        assertThat(Variants.all()).allSatisfy(variant -> {
            assertThat(variant.title()).endsWith(".");
            assertThat(variant.why()).endsWith(".");
        });
        assertThat(Variants.byId("SLOW")).isPresent();
    }

    @Test
    void namesRequirementsOfTheRegister() throws Exception {
        Set<String> known = new TreeSet<>();
        try (InputStream in = CatalogTest.class.getResourceAsStream(REGISTER)) {
            for (JsonNode requirement :
                    YAMLMapper.builder().build().readTree(in).path("requirements")) {
                known.add(requirement.path("id").asString());
            }
        }
        assertThat(Faults.all())
                .allSatisfy(
                        fault -> assertThat(fault.requirements()).isNotEmpty().isSubsetOf(known));
    }

    @Test
    void suggestsWhatWasMeant() {
        assertThatExceptionOfType(ReferenceStartException.class)
                .isThrownBy(() ->
                        ReferenceDataPlane.start(ReferenceOptions.defaults().withFaults("PREPARE-210")))
                .withMessageContaining("no fault 'PREPARE-210'")
                .withMessageContaining("PREPARE-201");
        assertThatExceptionOfType(ReferenceStartException.class)
                .isThrownBy(() ->
                        ReferenceDataPlane.start(ReferenceOptions.defaults().withVariants("SLOWLY")))
                .withMessageContaining("SLOW");
    }
}
