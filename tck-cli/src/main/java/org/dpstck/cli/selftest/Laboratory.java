package org.dpstck.cli.selftest;

import java.time.Duration;
import java.util.Comparator;
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
import org.dpstck.cli.run.Daemons;
import org.dpstck.cli.selftest.TrialResult.CaseEnd;
import org.dpstck.cli.suite.Suites;
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
import org.dpstck.core.sut.Prompt;
import org.dpstck.core.verdict.CaseResult;

/** Carries out trials, any number at a time; each has a reference and a stand-in of its own. */
final class Laboratory {

    private static final int PARALLEL = 16;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Suite suite;
    private final Suites suites;
    private final Bench bench;
    private final ScheduledExecutorService clock;
    private final Map<String, Catalogue> catalogues = new ConcurrentHashMap<>();

    Laboratory(Suites suites, Bench bench, ScheduledExecutorService clock) {
        this.suite = suites.suite(bench.role().word());
        this.suites = suites;
        this.bench = bench;
        this.clock = clock;
    }

    /** The cases of the suite in an edition. */
    Catalogue catalogue(String edition) {
        return catalogues.computeIfAbsent(edition, id -> scan(Place.of(id)));
    }

    private Catalogue scan(Place place) {
        return CaseScanner.scan(suite, suites.edition(suite, place.edition(), place.form()));
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
        try (var judged = bench.start(trial)) {
            var catalogue = catalogue(trial.edition());
            var context = new RunContext(
                    catalogue.edition(),
                    judged.system(),
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
