package org.dpstck.cli;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The arrows of the architecture, between the modules and between the packages of the core. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {

    private static final String ROOT = "org.dpstck.";

    /** The packages of the core, lower ones first: each may use those before it. */
    private static final List<String> CORE =
            List.of("edition", "exchange", "verdict", "check", "sut", "standin", "plan", "detect", "junit", "doctor");

    private JavaClasses classes;

    @BeforeAll
    void scan() {
        classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.dpstck");
    }

    @Test
    void everyPartWasScanned() {
        for (var part : List.of("dataplane", "controlplane", "reference", "reports", "cli")) {
            assertThat(inPackage(ROOT + part)).as(part).isGreaterThan(3);
        }
        for (var part : CORE) {
            assertThat(inPackage(ROOT + "core." + part)).as(part).isGreaterThan(3);
        }
        var known = CORE.stream().map(part -> ROOT + "core." + part).toList();
        assertThat(classes.stream()
                        .map(it -> it.getPackageName())
                        .filter(name -> name.startsWith(ROOT + "core"))
                        .distinct())
                .as("packages of the core without a place in the order")
                .isSubsetOf(known);
    }

    @Test
    void theCoreUsesNoOtherModule() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "core..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        ROOT + "dataplane..",
                        ROOT + "controlplane..",
                        ROOT + "reference..",
                        ROOT + "reports..",
                        ROOT + "cli.."))
                .check(classes);
    }

    @Test
    void theSuitesDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "controlplane..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        ROOT + "dataplane..", ROOT + "reference..", ROOT + "reports..", ROOT + "cli.."))
                .check(classes);
    }

    @Test
    void aSuiteUsesTheCoreAlone() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "dataplane..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        ROOT + "controlplane..", ROOT + "reference..", ROOT + "reports..", ROOT + "cli.."))
                .check(classes);
    }

    @Test
    void theReferenceUsesNothingOfTheProject() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "reference..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        ROOT + "core..",
                        ROOT + "dataplane..",
                        ROOT + "controlplane..",
                        ROOT + "reports..",
                        ROOT + "cli.."))
                .check(classes);
    }

    @Test
    void reportsUseTheTypesOfTheRunRecordAlone() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "reports..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        ROOT + "core.sut..",
                        ROOT + "core.standin..",
                        ROOT + "core.plan..",
                        ROOT + "core.junit..",
                        ROOT + "dataplane..",
                        ROOT + "controlplane..",
                        ROOT + "reference..",
                        ROOT + "cli.."))
                .check(classes);
    }

    @Test
    void lowerPackagesOfTheCoreNeverUseHigherOnes() {
        for (int i = 0; i < CORE.size() - 1; i++) {
            var higher = CORE.subList(i + 1, CORE.size()).stream()
                    .map(part -> ROOT + "core." + part + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "core." + CORE.get(i) + "..")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(higher))
                    .check(classes);
        }
    }

    @Test
    void thePackagesOfTheCommandLineStandOnEachOther() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(ROOT + "cli..")
                .layer("commands")
                .definedBy(ROOT + "cli")
                .layer("selftest")
                .definedBy(ROOT + "cli.selftest")
                .layer("demo")
                .definedBy(ROOT + "cli.demo")
                .layer("evidence")
                .definedBy(ROOT + "cli.evidence")
                .layer("run")
                .definedBy(ROOT + "cli.run")
                .layer("suite")
                .definedBy(ROOT + "cli.suite")
                .layer("summary")
                .definedBy(ROOT + "cli.summary")
                .layer("page")
                .definedBy(ROOT + "cli.page")
                .layer("console")
                .definedBy(ROOT + "cli.console")
                .whereLayer("commands")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("selftest")
                .mayOnlyBeAccessedByLayers("commands")
                .whereLayer("demo")
                .mayOnlyBeAccessedByLayers("commands")
                .whereLayer("evidence")
                .mayOnlyBeAccessedByLayers("commands")
                .whereLayer("run")
                .mayOnlyBeAccessedByLayers("commands", "selftest", "evidence")
                .whereLayer("suite")
                .mayOnlyBeAccessedByLayers("commands", "selftest", "evidence", "run")
                .whereLayer("summary")
                .mayOnlyBeAccessedByLayers("commands", "run")
                .whereLayer("page")
                .mayOnlyBeAccessedByLayers("commands")
                .ignoreDependency(alwaysTrue(), resideInAnyPackage("java.."))
                .check(classes);
    }

    private long inPackage(String prefix) {
        return classes.stream()
                .filter(it -> it.getPackageName().equals(prefix)
                        || it.getPackageName().startsWith(prefix + "."))
                .count();
    }
}
