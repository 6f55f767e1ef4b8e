package org.dpstck.cli.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import java.util.stream.Stream;
import org.dpstck.cli.suite.Suites;
import org.dpstck.reference.Fault;
import org.dpstck.reference.Faults;
import org.dpstck.reference.ReferenceDataPlane;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing is demanded of a system that no fault shows the suite to demand. */
class FaultCoverageTest {

    private final Suites suites = Suites.installed();

    static Stream<String> editions() {
        return ReferenceDataPlane.editions().stream();
    }

    @ParameterizedTest
    @MethodSource("editions")
    void everyMandatoryRequirementWithACaseHasAFault(String edition) {
        var broken = new TreeSet<String>();
        Faults.all().stream()
                .filter(fault -> fault.editions().contains(edition))
                .map(Fault::requirements)
                .forEach(broken::addAll);
        var exemptions = Exemptions.of("data-plane");
        var demanded = new TreeSet<String>();
        var catalogue = suites.catalogue(null, edition, null);
        catalogue.cases().values().stream()
                .filter(spec -> !exemptions.cover(spec.id(), edition))
                .flatMap(spec -> spec.requirements().stream())
                .filter(id -> catalogue.edition().requirement(id).level().mandatory())
                .forEach(demanded::add);

        assertThat(demanded)
                .as(
                        "requirements of %s with a case and no fault that breaks them: write one into faults/*.yaml",
                        edition)
                .isSubsetOf(broken);
    }
}
