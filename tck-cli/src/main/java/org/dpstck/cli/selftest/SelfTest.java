package org.dpstck.cli.selftest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.dpstck.cli.suite.Suites;
import org.dpstck.core.junit.SuiteBrokenException;

/** Tries the suite on every fault and every variant, several at a time, and says what that shows of the suite. */
public final class SelfTest {

    private final SelfTestRequest request;
    private final Suites suites;
    private final TrialProgress progress;
    private final Bench bench;
    private final List<String> editions;

    /**
     * A self-test.
     *
     * @param suites to choose from
     * @param progress is told how it goes
     */
    public SelfTest(SelfTestRequest request, Suites suites, TrialProgress progress) {
        this.request = request;
        this.suites = suites;
        this.progress = progress;
        this.bench = Bench.of(request.role());
        this.editions = places(suites, bench);
    }

    /** The editions of the bench, newest first, then the same in the other forms. */
    private static List<String> places(Suites suites, Bench bench) {
        var plain = suites.editions().ids().stream()
                .filter(bench.editions()::contains)
                .toList();
        var others =
                bench.otherForms().stream().flatMap(form -> plain.stream().map(edition -> Place.label(edition, form)));
        return Stream.concat(plain.stream(), others).toList();
    }

    /** Whether there is anything to try. */
    boolean selectsAnything() {
        return !TrialPlan.of(request, bench, editions).trials().isEmpty();
    }

    Bench bench() {
        return bench;
    }

    List<String> editions() {
        return editions;
    }

    /** Carries out all trials. */
    public SelfTestReport execute() {
        var startedAt = Instant.now();
        var plan = TrialPlan.of(request, bench, editions);
        var clock = Executors.newSingleThreadScheduledExecutor(SelfTest::daemon);
        try {
            var laboratory = new Laboratory(suites, bench, clock);
            var results = results(plan, laboratory, clock);
            if (request.complete()) {
                results = SecondLook.at(results, trial -> {
                    progress.secondLook(trial);
                    return laboratory.carryOut(trial);
                });
            }
            return new Evaluation(request, bench, suites, editions, results).report(startedAt);
        } finally {
            clock.shutdownNow();
        }
    }

    private List<TrialResult> results(TrialPlan plan, Laboratory laboratory, ScheduledExecutorService clock) {
        var pool = Executors.newFixedThreadPool(request.lanes(), SelfTest::daemon);
        progress.begin(plan.trials(), clock);
        try {
            var running = new ExecutorCompletionService<TrialResult>(pool);
            plan.trials().forEach(trial -> running.submit(() -> laboratory.carryOut(trial)));
            var results = new ArrayList<TrialResult>();
            for (int left = plan.trials().size(); left > 0; left--) {
                var result = next(running);
                var again = FollowUp.of(result);
                again.forEach(progress::postponed);
                again.forEach(trial -> running.submit(() -> laboratory.carryOut(trial)));
                left += again.size();
                results.add(result);
                progress.ended(result);
            }
            return results;
        } finally {
            pool.shutdownNow();
            progress.end();
        }
    }

    private static TrialResult next(ExecutorCompletionService<TrialResult> running) {
        try {
            return running.take().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SuiteBrokenException("the self-test was interrupted", e);
        } catch (ExecutionException e) {
            throw new SuiteBrokenException("a trial could not be carried out", e.getCause());
        }
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "dps-tck-self-test");
        thread.setDaemon(true);
        return thread;
    }
}
