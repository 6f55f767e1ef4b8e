package org.dpstck.cli.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import java.util.stream.Stream;
import org.dpstck.cli.suite.Suites;
import org.dpstck.reference.Fault;
import org.dpstck.reference.Faults;
import org.dpstck.reference.ReferenceRole;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing is demanded of a system that no fault shows the suite to demand. */
class FaultCoverageTest {

    private final Suites suites = Suites.installed();

    static Stream<Arguments> editions() {
        return Stream.of(ReferenceRole.values())
                .flatMap(role -> places(Bench.of(role.word())).map(place -> Arguments.of(role, place)));
    }

    /** The editions of the role in every form. */
    private static Stream<String> places(Bench bench) {
        return bench.editions().stream()
                .flatMap(edition -> Stream.concat(
                        Stream.of(edition), bench.otherForms().stream().map(form -> Place.label(edition, form))));
    }

    @ParameterizedTest
    @MethodSource("editions")
    void everyMandatoryRequirementWithACaseHasAFault(ReferenceRole role, String edition) {
        var place = Place.of(edition);
        var broken = new TreeSet<String>();
        Faults.of(role).stream()
                .filter(fault -> place.hasDefect(fault))
                .map(Fault::requirements)
                .forEach(broken::addAll);
        var exemptions = Exemptions.of(role.word());
        var demanded = new TreeSet<String>();
        var catalogue = suites.catalogue(role.word(), place.edition(), place.form());
        catalogue.cases().values().stream()
                .filter(spec -> !exemptions.cover(spec.id(), edition))
                .flatMap(spec -> spec.requirements().stream())
                .filter(id -> catalogue.edition().requirement(id).level().mandatory())
                .forEach(demanded::add);

        assertThat(demanded)
                .as(
                        "requirements of %s, %s, with a case and no fault that breaks them: write one into faults/*.yaml",
                        role.word(), edition)
                .isSubsetOf(broken);
    }
}
