package org.dpstck.cli.selftest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.dpstck.cli.suite.Suites;
import org.dpstck.core.junit.SuiteBrokenException;
import org.dpstck.core.verdict.Outcome;
import org.dpstck.reference.Fault;
import org.dpstck.reference.Faults;
import org.dpstck.reference.ReferenceDataPlane;
import org.dpstck.reference.Variants;

/** Tries the suite on every fault and every variant, several at a time, and says what that shows of the suite. */
public final class SelfTest {

    private final SelfTestRequest request;
    private final Suites suites;
    private final TrialProgress progress;
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
        this.editions = suites.editions().ids().stream()
                .filter(ReferenceDataPlane.editions()::contains)
                .toList();
    }

    /**
     * Carries out all trials.
     *
     * @throws org.dpstck.cli.console.UsageException if the request selects nothing that exists
     */
    public SelfTestReport execute() {
        var startedAt = Instant.now();
        var suite = suites.suite(request.role());
        var plan = TrialPlan.of(request, editions);
        var clock = Executors.newSingleThreadScheduledExecutor(SelfTest::daemon);
        try {
            var results = results(plan, new Laboratory(suite, suites.editions(), clock), clock);
            return new Evaluation(request, suites, editions, results).report(startedAt);
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
                var again = inFull(result);
                if (again != null) {
                    progress.postponed(again);
                    running.submit(again(laboratory, again));
                    left++;
                } else {
                    results.add(result);
                }
                progress.ended(result);
            }
            return results;
        } finally {
            pool.shutdownNow();
            progress.end();
        }
    }

    private static Callable<TrialResult> again(Laboratory laboratory, Trial trial) {
        return () -> laboratory.carryOut(trial);
    }

    /** A fault that its own cases missed is tried on the whole suite: perhaps others catch it. */
    private static Trial inFull(TrialResult result) {
        var trial = result.trial();
        if (trial.kind() != Trial.Kind.FAULT || trial.isWhole()) {
            return null;
        }
        var fault = Faults.byId(trial.id()).orElseThrow();
        return FaultReport.of(fault, result, fault.requirements()).caught()
                ? null
                : Trial.whole(fault, trial.edition());
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

    /** Turns results into reports. */
    private record Evaluation(
            SelfTestRequest request, Suites suites, List<String> editions, List<TrialResult> results) {

        SelfTestReport report(Instant startedAt) {
            var correct = new HashMap<String, TrialResult>();
            var usefulness = new Usefulness();
            var problems = new ArrayList<Problem>();
            for (var result : of(Trial.Kind.NOTHING)) {
                usefulness.ran(result);
                correct.put(result.trial().edition(), result);
                problems.addAll(onCorrect(result));
            }
            var faults = faults();
            faults.forEach(usefulness::found);
            var variants = variants(correct);
            faults.forEach(report -> problems.addAll(report.problems()));
            variants.forEach(report -> problems.addAll(report.problems()));
            var useless = request.complete() ? useless(usefulness, problems) : List.<Usefulness.Useless>of();
            return new SelfTestReport(
                    request,
                    request.complete(),
                    startedAt,
                    Instant.now(),
                    faults,
                    variants,
                    useless,
                    problems,
                    passed(correct));
        }

        private List<Usefulness.Useless> useless(Usefulness usefulness, List<Problem> problems) {
            var exemptions = Exemptions.load();
            var useless = usefulness.useless(editions, exemptions);
            useless.forEach(each -> problems.add(new Problem(
                    Problem.Kind.USELESS,
                    each.id() + " (" + each.edition() + ")",
                    "no fault makes it fail; write the fault, or say in exemptions.yaml why there can be none")));
            usefulness
                    .idle(exemptions)
                    .forEach(exemption -> problems.add(new Problem(
                            Problem.Kind.STALE,
                            exemption.cases(),
                            "its entry in exemptions.yaml excuses nothing any more; remove it")));
            return useless;
        }

        private List<Problem> onCorrect(TrialResult result) {
            var problems = new ArrayList<Problem>();
            if (result.trouble() != null) {
                problems.add(new Problem(Problem.Kind.BROKEN, result.trial().toString(), result.trouble()));
            }
            result.ends().stream()
                    .filter(end -> end.outcome() == Outcome.FAILED || end.outcome() == Outcome.INCONCLUSIVE)
                    .forEach(end -> problems.add(new Problem(
                            Problem.Kind.FLAGGED,
                            "the correct data plane (" + result.trial().edition() + ")",
                            end.id() + " is " + end.outcome() + ": " + end.text())));
            return problems;
        }

        private static Map<String, Integer> passed(Map<String, TrialResult> correct) {
            var passed = new HashMap<String, Integer>();
            correct.forEach((edition, result) ->
                    passed.put(edition, result.casesWith(Outcome.PASSED).size()));
            return passed;
        }

        private List<FaultReport> faults() {
            var registers = new HashMap<String, java.util.Set<String>>();
            return inOrder(
                            Trial.Kind.FAULT,
                            Faults.all().stream().map(Fault::id).toList())
                    .stream()
                    .map(result -> {
                        var fault = Faults.byId(result.trial().id()).orElseThrow();
                        var register =
                                registers.computeIfAbsent(result.trial().edition(), edition -> suites.edition(edition)
                                        .requirements()
                                        .keySet());
                        var requirements = fault.requirements().stream()
                                .filter(register::contains)
                                .toList();
                        return FaultReport.of(fault, result, requirements);
                    })
                    .toList();
        }

        private List<VariantReport> variants(Map<String, TrialResult> correct) {
            return inOrder(
                            Trial.Kind.VARIANT,
                            Variants.all().stream().map(variant -> variant.id()).toList())
                    .stream()
                    .map(result -> VariantReport.of(
                            Variants.byId(result.trial().id()).orElseThrow(),
                            result,
                            correct.get(result.trial().edition())))
                    .toList();
        }

        private List<TrialResult> of(Trial.Kind kind) {
            return results.stream()
                    .filter(result -> result.trial().kind() == kind)
                    .toList();
        }

        private List<TrialResult> inOrder(Trial.Kind kind, List<String> ids) {
            var place = new HashMap<String, Integer>();
            ids.forEach(id -> place.put(id, place.size()));
            return of(kind).stream()
                    .sorted(java.util.Comparator.<TrialResult>comparingInt(
                                    result -> place.get(result.trial().id()))
                            .thenComparingInt(
                                    result -> editions.indexOf(result.trial().edition())))
                    .toList();
        }
    }
}
