package org.dpstck.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.stream.Stream;
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

/** Holds the registers and the cases together, both ways. */
class CoverageTest {

    static Stream<Edition> editions() {
        var editions = new Editions();
        return editions.ids().stream().map(editions::load);
    }

    @ParameterizedTest
    @MethodSource("editions")
    void everyRequirementIsVerifiedOrSaysWhyNot(Edition edition) {
        var verified = new TreeSet<String>();
        catalogue(edition).cases().values().forEach(spec -> verified.addAll(spec.requirements()));

        assertThat(edition.requirements().values())
                .filteredOn(requirement -> requirement.party().equals("data-plane"))
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
            assertThat(definition.stimulus()).endsWith(".");
            assertThat(definition.expected()).endsWith(".");
            assertThat(definition.fix()).endsWith(".");
        });
    }

    @ParameterizedTest
    @MethodSource("editions")
    void everyCellOfTheStateTableHasACase(Edition edition) {
        var ids = catalogue(edition).cases().keySet();

        assertThat(edition.cells()).isNotEmpty().allSatisfy(cell -> assertThat(ids)
                .as("%s", cell)
                .anyMatch(id -> cell.signal().creates()
                        ? id.startsWith(cell.signal().name().toUpperCase(Locale.ROOT) + "-")
                                && id.endsWith("." + cell.given())
                        : id.startsWith("STATE-") && id.endsWith("." + cell)));
    }

    @Test
    void theDefaultEditionHasAtLeast250Cases() {
        var editions = new Editions();

        var catalogue = catalogue(editions.load(editions.defaultId()));

        assertThat(catalogue.cases()).hasSizeGreaterThanOrEqualTo(250);
        assertThat(catalogue.cases().values()).extracting(CaseSpec::role).containsOnly("data-plane");
    }

    @Test
    void theSuiteIsFoundAsAService() {
        assertThat(ServiceLoader.load(Suite.class)).hasExactlyElementsOfTypes(DataPlaneSuite.class);
    }

    private static Catalogue catalogue(Edition edition) {
        return CaseScanner.scan(new DataPlaneSuite(), edition);
    }
}
