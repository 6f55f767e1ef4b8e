package org.dpstck.cli.run;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dpstck.core.junit.RunContext;
import org.dpstck.core.junit.SuiteRun;
import org.dpstck.core.junit.SuiteSession;
import org.dpstck.core.plan.Plan;

/** Runs the cases of a plan within the time for the whole run, or finds that there is no sense in it. */
final class Judging {

    private final Plan plan;
    private final Plan order;
    private final RunContext context;
    private final SuiteSession session;
    private final Results results;
    private final int parallel;
    private volatile boolean begun;

    /**
     * The judging of a plan.
     *
     * @param seed decides the order of the cases; null for that of the plan
     */
    Judging(Plan plan, Long seed, RunContext context, SuiteSession session, Results results, int parallel) {
        this.plan = plan;
        this.order = seed == null ? plan : plan.shuffled(seed);
        this.context = context;
        this.session = session;
        this.results = results;
        this.parallel = parallel;
    }

    /**
     * Runs the cases; every wait is bounded, so that this returns soon after the gate closes.
     *
     * @param clock closes the gate when the time for the run is over
     * @param begin called when the first case is about to run
     * @throws RuntimeException or Error if the suite itself broke
     */
    void run(ScheduledExecutorService clock, Runnable begin) {
        var limit = context.system().timeouts().run();
        var timeout = clock.schedule(() -> context.gate().close(tooLong()), limit.toMillis(), TimeUnit.MILLISECONDS);
        var task = new FutureTask<Void>(() -> runCases(begin), null);
        Daemons.start("dps-tck-run", task);
        try {
            task.get(limit.plus(patience()).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // The gate closed long ago; a case that still runs is given up, and counted as inconclusive.
            context.gate().close(tooLong());
        } catch (ExecutionException e) {
            throw broken(e.getCause());
        } catch (InterruptedException e) {
            context.gate().close("the run was interrupted");
            Thread.currentThread().interrupt();
        } finally {
            timeout.cancel(false);
        }
    }

    /** Whether there was sense in running any case. */
    boolean begun() {
        return begun;
    }

    private void runCases(Runnable begin) {
        // What the system answered may hold what it was sent.
        var senseless = session.preflight(context.journals().common()).map(context.redactor()::clean);
        if (senseless.isPresent()) {
            context.gate().close(senseless.get());
            SuiteRun.execute(withoutRunning(), context, session, results, parallel);
            plan.running().forEach(spec -> results.ended(Results.inconclusive(spec, senseless.get())));
            return;
        }
        begun = true;
        begin.run();
        SuiteRun.execute(order, context, session, results, parallel);
    }

    /** What the plan decided without a run stays so, whatever the state of the system. */
    private Plan withoutRunning() {
        return new Plan(plan.cases().stream().filter(planned -> !planned.runs()).toList(), plan.partial());
    }

    private String tooLong() {
        return "the run took longer than timeouts.run allows; allow more with --timeouts-run, or select less with --only";
    }

    /** What a case that has begun may still need. */
    private Duration patience() {
        var timeouts = context.system().timeouts();
        var phases = List.of(timeouts.connect(), timeouts.request(), timeouts.callback(), timeouts.quiet());
        return phases.stream().reduce(Duration.ZERO, Duration::plus).multipliedBy(2);
    }

    private static RuntimeException broken(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return (RuntimeException) cause;
    }
}
