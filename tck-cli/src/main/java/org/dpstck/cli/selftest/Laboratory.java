package org.dpstck.cli.selftest;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dpstck.cli.run.BundledDescription;
import org.dpstck.cli.run.Daemons;
import org.dpstck.cli.selftest.TrialResult.CaseEnd;
import org.dpstck.core.edition.Editions;
import org.dpstck.core.exchange.ExchangeIds;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.exchange.Redactor;
import org.dpstck.core.junit.CaseScanner;
import org.dpstck.core.junit.RunContext;
import org.dpstck.core.junit.RunGate;
import org.dpstck.core.junit.RunObserver;
import org.dpstck.core.junit.Suite;
import org.dpstck.core.junit.SuiteRun;
import org.dpstck.core.plan.CaseSpec;
import org.dpstck.core.plan.Catalogue;
import org.dpstck.core.plan.Planner;
import org.dpstck.core.plan.Selection;
import org.dpstck.core.sut.ConfigurationSources;
import org.dpstck.core.sut.Prompt;
import org.dpstck.core.sut.SutConfiguration;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.reference.ReferenceDataPlane;

/** Carries out trials, any number at a time; each has a data plane and a stand-in of its own. */
final class Laboratory {

    private static final int PARALLEL = 16;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String HELD = "{message: {metadata: {reference: {answer: hold}}}}";

    private final Suite suite;
    private final Editions editions;
    private final ScheduledExecutorService clock;
    private final Map<String, Catalogue> catalogues = new ConcurrentHashMap<>();

    Laboratory(Suite suite, Editions editions, ScheduledExecutorService clock) {
        this.suite = suite;
        this.editions = editions;
        this.clock = clock;
    }

    /** The cases of the suite in an edition. */
    Catalogue catalogue(String edition) {
        return catalogues.computeIfAbsent(edition, id -> CaseScanner.scan(suite, editions.load(id)));
    }

    /** Carries out one trial; a suite that breaks, or does not come to an end, is told as trouble. */
    TrialResult carryOut(Trial trial) {
        var begun = System.nanoTime();
        Queue<CaseEnd> ends = new ConcurrentLinkedQueue<>();
        var trouble = trouble(trial, ends);
        var sorted = ends.stream().sorted(Comparator.comparing(CaseEnd::id)).toList();
        return new TrialResult(trial, sorted, trouble, (System.nanoTime() - begun) / 1e9);
    }

    private String trouble(Trial trial, Queue<CaseEnd> ends) {
        try (var plane = ReferenceDataPlane.start(trial.options())) {
            var catalogue = catalogue(trial.edition());
            var system = describe(plane, trial.edition());
            var context = new RunContext(
                    catalogue.edition(),
                    system,
                    new Redactor(List.of()),
                    new ExchangeIds(),
                    new RunGate(),
                    Prompt.none());
            return run(trial, catalogue, context, ends);
        }
    }

    private String run(Trial trial, Catalogue catalogue, RunContext context, Queue<CaseEnd> ends) {
        var plan = Planner.plan(catalogue, context.system(), new Selection(trial.selection()));
        var limit = clock.schedule(
                () -> context.gate().close("the trial took longer than " + LONGEST.toSeconds() + " s"),
                LONGEST.toMillis(),
                TimeUnit.MILLISECONDS);
        try (var session = suite.open(context)) {
            var obstacle = session.preflight(new Journal());
            if (obstacle.isPresent()) {
                return "no case was run: " + obstacle.get();
            }
            var run = new FutureTask<Void>(
                    () -> SuiteRun.execute(plan, context, session, new Notes(catalogue, ends), PARALLEL), null);
            Daemons.start("dps-tck-trial", run);
            // A case that heeds nothing is left behind, and its thread with it.
            run.get(LONGEST.plus(PATIENCE).toMillis(), TimeUnit.MILLISECONDS);
            return context.gate().closedBecause().orElse(null);
        } catch (ExecutionException e) {
            return "the suite broke: " + e.getCause().getMessage() + " ("
                    + e.getCause().getCause() + ")";
        } catch (TimeoutException e) {
            return "the suite did not come to an end";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "the trial was interrupted";
        } finally {
            limit.cancel(false);
        }
    }

    /** The bundled description, with time-outs that suit a data plane in the same process. */
    private static SystemUnderTest describe(ReferenceDataPlane plane, String edition) {
        var base = plane.baseUrl();
        var flows = plane.adminUrl() + "/dataflows/{processId}/";
        var settings = new LinkedHashMap<String, Object>();
        settings.put("edition", edition);
        settings.put("timeouts.quiet", "400ms");
        settings.put("timeouts.callback", "4s");
        // No fault leaves a request without an answer, but a busy machine may for a while.
        settings.put("timeouts.request", "30s");
        settings.put("triggers.prepare-async", HELD);
        settings.put("triggers.start-async", HELD);
        // By both ids: a fault may name flows that do not exist or spoil processIds, and the trigger has to work.
        for (var point : List.of("proceed", "complete", "fail", "agreement")) {
            settings.put(
                    "triggers." + point, "{http: {url: '" + flows + point + "', body: {dataFlowId: '{dataFlowId}'}}}");
        }
        var origin = base.getScheme() + "://" + base.getAuthority();
        return SutConfiguration.load(
                new ConfigurationSources(null, Map.of(), BundledDescription.below(settings, Map.of(), origin)));
    }

    /** Keeps what a trial needs of each result. */
    private record Notes(Catalogue catalogue, Queue<CaseEnd> ends) implements RunObserver {

        @Override
        public void started(CaseSpec spec) {
            // Only results count here.
        }

        @Override
        public void ended(CaseResult result) {
            var template = catalogue.cases().get(result.id()).template();
            ends.add(new CaseEnd(result.id(), template, result.outcome(), result.message(), result.findings()));
        }
    }
}
