package org.dpstck.core.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dpstck.core.edition.Editions;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.plan.CatalogueException;
import org.dpstck.core.plan.PlannedCase;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.Finding;
import org.dpstck.core.verdict.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SuiteRunTest {

    private final TinySuite suite = new TinySuite(TinyCases.class);

    @Test
    void aCaseThatWasTurnedAwayIsNotJudged() {
        var result = suite.run(1, "TURNED-AWAY").get("TURNED-AWAY");

        assertThat(result.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(result.message()).contains("HTTP 429", "--parallel 1");
        assertThat(result.findings()).isEmpty();
    }

    @Test
    void everyEndIsAnOutcome() {
        var results = suite.run(2, "PASS", "*FAIL*", "WARN", "*UNTESTED", "INCONCLUSIVE", "UNPREPARED", "NO*");

        assertThat(results.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        ids("PASS", "*FAIL*", "WARN", "*UNTESTED", "INCONCLUSIVE", "UNPREPARED", "NO*"));
        assertEnd(results, "PASS.2", Outcome.PASSED, "");
        assertEnd(results, "UNTESTED", Outcome.UNTESTED, "nothing reaches it");
        assertEnd(results, "INCONCLUSIVE", Outcome.INCONCLUSIVE, "nobody there");
        assertEnd(results, "UNPREPARED", Outcome.INCONCLUSIVE, "the set-up did not hold");
        assertEnd(
                results,
                "NOT-APPLICABLE",
                Outcome.NOT_APPLICABLE,
                "the system does not declare the capability registration");
        assertThat(results.get("NO-TRIGGER").outcome()).isEqualTo(Outcome.UNTESTED);
        assertThat(results.get("WARN").outcome()).isEqualTo(Outcome.WARNED);
        for (var id : List.of("FAIL", "FAIL-AND-STOP", "FAIL-BEFORE-UNTESTED")) {
            assertThat(results.get(id).outcome()).as(id).isEqualTo(Outcome.FAILED);
        }
        assertThat(results.get("FAIL").findings())
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.VIOLATION, Finding.Kind.WARNING);
        assertThat(results.get("FAIL").message())
                .isEqualTo(results.get("FAIL").findings().get(0).text() + "\n\n"
                        + results.get("FAIL").findings().get(1).text());
    }

    @Test
    void aResultTellsWhatTheCaseDid() {
        var before = Instant.now();
        var result = suite.run(1, "PASS.3").get("PASS.3");

        assertThat(result.title()).isEqualTo("passes with 3");
        assertThat(result.requirements()).containsExactly("PREPARE-200");
        assertThat(result.section()).isEqualTo("Prepare");
        assertThat(result.startedAt()).isBetween(before, Instant.now());
        assertThat(result.exchanges()).extracting(Exchange::id).containsExactly("x3");
        assertThat(suite.startedCases()).containsExactly("PASS.3");
        assertThat(suite.releasedCases()).containsExactly("PASS.3");
    }

    @Test
    void whatDoesNotRunIsNeitherStartedNorReleased() {
        var results = suite.run(1, "NO*");

        assertThat(results).hasSize(2);
        assertThat(results.get("NO-TRIGGER").startedAt()).isNull();
        assertThat(suite.startedCases()).isEmpty();
        assertThat(suite.releasedCases()).isEmpty();
    }

    @Test
    void casesReallyRunInParallel() {
        var results = suite.run(4, "MEET");

        assertThat(results.values()).hasSize(4).allMatch(result -> result.outcome() == Outcome.PASSED);
    }

    @Test
    void oneAtATimeIsOneAtATime() {
        suite.run(1, "ALONE");

        assertThat(suite.signals().mostAtOnce).hasValue(1);
    }

    @Test
    void onceTheGateIsClosedTheRestIsInconclusive() {
        var results = suite.run(1, "CLOSE-THE-GATE", "MEET", "PASS", "UNPREPARED");

        assertThat(results).hasSize(10);
        // JUnit promises no order of the methods: what ran before the gate was closed has an outcome of its own.
        assertThat(results.get("CLOSE-THE-GATE").outcome()).isEqualTo(Outcome.PASSED);
        assertThat(results.values())
                .filteredOn(result -> !suite.startedCases().contains(result.id()))
                .allSatisfy(result -> {
                    assertThat(result.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
                    assertThat(result.message()).isEqualTo("the system is gone");
                    assertThat(result.startedAt()).isNull();
                });
    }

    @Test
    void aGateThatIsClosedBeforehandLetsNothingRun() {
        suite.close();
        var results = suite.run(4);

        assertThat(results.keySet()).containsExactlyInAnyOrderElementsOf(ids());
        assertThat(suite.startedCases()).isEmpty();
        assertThat(results.get("UNPREPARED").message()).isEqualTo("the suite is closed");
        assertThat(results.get("NOT-APPLICABLE").outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
    }

    @Test
    void aDefectOfTheSuiteIsThrownOnceEveryCaseHasEnded() {
        var broken = new TinySuite(BrokenCases.class);

        var thrown = catchThrowableOfType(SuiteBrokenException.class, () -> broken.run(2));

        assertThat(thrown).isNotNull();
        assertThat(thrown.getMessage()).containsAnyOf("failed in the suite itself", "could not be run");
        var results = broken.results();
        assertThat(results).hasSize(10);
        for (var id : List.of("A-PASS", "Z-PASS")) {
            assertEnd(results, id, Outcome.PASSED, "");
        }
        results.values().stream()
                .filter(result -> !result.id().endsWith("-PASS"))
                .forEach(result -> {
                    assertThat(result.outcome()).as(result.id()).isEqualTo(Outcome.INCONCLUSIVE);
                    assertThat(result.message()).startsWith("the suite itself failed: ");
                });
        assertThat(results.get("NULL-POINTER").message()).endsWith("NullPointerException: planted");
        assertThat(results.get("LINKAGE").message()).endsWith("NoClassDefFoundError: planted");
        assertThat(results.get("UNPROVIDABLE").message()).endsWith("IllegalStateException: cannot provide");
        assertThat(results.get("UNRELEASABLE").message()).endsWith("IllegalStateException: cannot release");
    }

    @Test
    void eachDefectIsNamed() {
        for (var id : List.of("NULL-POINTER", "LINKAGE", "ASSERTION", "UNKNOWN-REQUIREMENT", "UNPROVIDABLE")) {
            var broken = new TinySuite(BrokenCases.class);

            assertThatThrownBy(() -> broken.run(1, id))
                    .isInstanceOf(SuiteBrokenException.class)
                    .hasMessage("case " + id + " failed in the suite itself")
                    .cause()
                    .isNotNull();
            assertThat(broken.releasedCases()).containsExactly(id);
        }
    }

    @Test
    void faultyDeclarationsAreRefused() {
        assertThatThrownBy(() -> new TinySuite(FaultyCases.NoVerifies.class).plan())
                .isInstanceOf(CatalogueException.class)
                .hasMessage("case A does not say what it verifies");
        assertThatThrownBy(() -> new TinySuite(FaultyCases.NoRows.class).plan())
                .isInstanceOf(CatalogueException.class)
                .hasMessage("no static method NoRows.missing(Edition) for the rows of a");
        assertThatThrownBy(() -> new TinySuite(FaultyCases.BadRows.class).plan())
                .isInstanceOf(CatalogueException.class)
                .hasMessage("the rows of BadRows.a fail")
                .hasRootCauseMessage("planted");
        assertThat(CaseScanner.scan(suite, new Editions().load("2026-02"))
                        .cases()
                        .keySet())
                .startsWith("ALONE.0", "ALONE.1");
    }

    private List<String> ids(String... globs) {
        return suite.plan(globs).cases().stream()
                .map(PlannedCase::spec)
                .map(spec -> spec.id())
                .toList();
    }

    private static void assertEnd(Map<String, CaseResult> results, String id, Outcome outcome, String message) {
        assertThat(results.get(id).outcome()).as(id).isEqualTo(outcome);
        assertThat(results.get(id).message()).as(id).isEqualTo(message);
    }
}
