package org.dpstck.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dpstck.reference.controlplane.fault.ControlFaults;
import org.dpstck.reference.controlplane.variant.ControlVariants;
import org.dpstck.reference.fault.FaultHooks;
import org.dpstck.reference.variant.VariantHooks;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The lists of faults and variants against the code that makes them, and against the register of requirements. */
class CatalogTest {

    private static List<Fault> faults() {
        return Stream.of(ReferenceRole.values())
                .flatMap(role -> Faults.of(role).stream())
                .toList();
    }

    @Test
    void describesExactlyTheFaultsThatExist() {
        assertThat(faults()).extracting(Fault::id).doesNotHaveDuplicates();
        assertThat(Faults.all())
                .extracting(Fault::id)
                .containsExactlyInAnyOrderElementsOf(FaultHooks.all().keySet());
        assertThat(Faults.of(ReferenceRole.CONTROL_PLANE))
                .extracting(Fault::id)
                .containsExactlyInAnyOrderElementsOf(ControlFaults.all().keySet());
        assertThat(faults()).allSatisfy(fault -> {
            assertThat(fault.id()).matches("[A-Z0-9]+(-[A-Z0-9]+)*");
            assertThat(fault.title()).endsWith(".");
            assertThat(fault.section()).isNotBlank();
            assertThat(fault.pattern()).as(fault.id()).isNotBlank();
            assertThatCode(() -> Pattern.compile(fault.pattern()))
                    .as(fault.id())
                    .doesNotThrowAnyException();
            assertThat(fault.editions()).isNotEmpty().isSubsetOf(ReferenceDataPlane.editions());
        });
        for (ReferenceRole role : ReferenceRole.values()) {
            assertThat(Faults.of(role)).extracting(Fault::role).containsOnly(role);
        }
        assertThat(Faults.byId("PREPARE-201")).isPresent();
    }

    @Test
    void describesExactlyTheVariantsThatExist() {
        assertThat(Variants.all())
                .extracting(Variant::id)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(VariantHooks.all().keySet());
        assertThat(Variants.of(ReferenceRole.CONTROL_PLANE))
                .extracting(Variant::id)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(ControlVariants.all().keySet());
        for (ReferenceRole role : ReferenceRole.values()) {
            assertThat(Variants.of(role)).allSatisfy(variant -> {
                assertThat(variant.title()).endsWith(".");
                assertThat(variant.aspect()).isNotBlank();
                assertThat(variant.why()).endsWith(".");
            });
        }
        assertThat(Variants.byId("SLOW")).isPresent();
    }

    /** In every edition in which it is a defect, a fault breaks a requirement of that edition. */
    @Test
    void namesRequirementsOfTheRegisters() throws Exception {
        for (String edition : ReferenceDataPlane.editions()) {
            Set<String> known = register(edition);
            assertThat(Faults.all())
                    .filteredOn(fault -> fault.editions().contains(edition))
                    .as(edition)
                    .isNotEmpty()
                    .allSatisfy(fault -> assertThat(fault.requirements()).containsAnyElementsOf(known));
        }
    }

    private static Set<String> register(String edition) throws IOException {
        String folder = "/org/dpstck/editions/" + edition;
        Set<String> known = new TreeSet<>();
        yaml(folder + "/requirements.yaml")
                .path("requirements")
                .forEach(requirement -> known.add(requirement.path("id").asString()));
        for (JsonNode feature : yaml(folder + "/edition.yaml").path("features")) {
            yaml("/org/dpstck/features/" + feature.asString() + ".yaml")
                    .path("data-plane")
                    .forEach(requirement -> known.add(requirement.path("id").asString()));
        }
        if (yaml(folder + "/edition.yaml").has("responseChannel")) {
            yaml("/org/dpstck/features/response-channel.yaml")
                    .path("data-plane")
                    .forEach(requirement -> known.add(requirement.path("id").asString()));
        }
        return known;
    }

    private static JsonNode yaml(String resource) throws IOException {
        try (InputStream in = CatalogTest.class.getResourceAsStream(resource)) {
            return YAMLMapper.builder().build().readTree(in);
        }
    }

    @Test
    void suggestsFaultsOfTheControlPlaneToo() {
        assertThatExceptionOfType(ReferenceStartException.class)
                .isThrownBy(() -> ReferenceControlPlane.start(
                        ControlPlaneOptions.defaults().withFaults(List.of("SENDS-START-TWISE"))))
                .withMessageContaining("SENDS-START-TWICE");
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
