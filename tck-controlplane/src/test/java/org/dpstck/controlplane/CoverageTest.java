package org.dpstck.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dpstck.core.edition.ControlPlaneEditions;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.Editions;
import org.dpstck.core.edition.Requirement;
import org.dpstck.core.junit.CaseScanner;
import org.dpstck.core.junit.Suite;
import org.dpstck.core.plan.CaseSpec;
import org.dpstck.core.plan.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the registers that bind a control plane and the cases together, both ways. */
class CoverageTest {

    static Stream<Edition> editions() {
        var editions = new Editions();
        var loader = new ControlPlaneEditions(editions);
        return loader.ids().stream().flatMap(id -> loader.forms().stream().map(form -> loader.load(id, form)));
    }

    @ParameterizedTest
    @MethodSource("editions")
    void everyRequirementIsVerifiedOrSaysWhyNot(Edition edition) {
        var verified = new TreeSet<String>();
        catalogue(edition).cases().values().forEach(spec -> verified.addAll(spec.requirements()));

        assertThat(edition.requirements().values())
                .filteredOn(requirement -> requirement.untestable() == null)
                .extracting(Requirement::id)
                .as("requirements that can be tested")
                .isSubsetOf(verified);
        assertThat(edition.requirements().values())
                .filteredOn(requirement -> requirement.untestable() != null)
                .extracting(Requirement::id)
                .as("requirements that are said to be out of reach")
                .doesNotContainAnyElementsOf(verified);
    }

    @ParameterizedTest
    @MethodSource("editions")
    void everyCaseExplainsItself(Edition edition) {
        assertThat(catalogue(edition).cases().values()).isNotEmpty().allSatisfy(spec -> {
            var definition = spec.definition();
            assertThat(spec.title()).doesNotContain("{").isNotBlank();
            assertThat(spec.role()).isEqualTo("control-plane");
            assertThat(definition.stimulus()).endsWith(".");
            assertThat(definition.expected()).endsWith(".");
            assertThat(definition.fix()).endsWith(".");
        });
    }

    @ParameterizedTest
    @MethodSource("editions")
    void everyCellOfTheStateTableHasACase(Edition edition) {
        var ids = catalogue(edition).cases().keySet();

        assertThat(edition.transfers().cells(edition)).isNotEmpty().allSatisfy(cell -> assertThat(ids)
                .contains((cell.message() == null ? "TAKES-STATE." : "TP-STATE.") + cell));
    }

    @Test
    void theDefaultEditionHasAtLeast400Cases() {
        assertThat(editions()
                        .findFirst()
                        .map(CoverageTest::catalogue)
                        .orElseThrow()
                        .cases()
                        .values())
                .extracting(CaseSpec::id)
                .hasSizeGreaterThanOrEqualTo(400)
                .doesNotHaveDuplicates();
    }

    @Test
    void theSuiteIsFoundAsAService() {
        assertThat(ServiceLoader.load(Suite.class)).hasExactlyElementsOfTypes(ControlPlaneSuite.class);
    }

    private static Catalogue catalogue(Edition edition) {
        return CaseScanner.scan(new ControlPlaneSuite(), edition);
    }
}
