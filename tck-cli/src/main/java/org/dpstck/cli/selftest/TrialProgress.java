package org.dpstck.cli.selftest;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.dpstck.reference.Faults;

/** Shows how a self-test goes: a line every few seconds, with an estimate of what is left. */
public final class TrialProgress {

    private static final long EVERY_SECONDS = 5;

    private final PrintWriter out;
    private int total;
    private int ended;
    private long cost;
    private long done;
    private int suspicious;
    private long begun;
    private boolean over;

    /** Progress on an output; null for none. */
    public TrialProgress(PrintWriter out) {
        this.out = out;
    }

    synchronized void begin(List<Trial> trials, ScheduledExecutorService clock) {
        total = trials.size();
        cost = trials.stream().mapToLong(Trial::cost).sum();
        begun = System.nanoTime();
        if (out != null) {
            clock.scheduleWithFixedDelay(this::tick, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** A trial is repeated with the whole suite. */
    synchronized void postponed(Trial again) {
        total++;
        cost += again.cost();
    }

    synchronized void ended(TrialResult result) {
        ended++;
        done += result.trial().cost();
        var fault = Faults.byId(result.trial().id());
        if (fault.isPresent() && result.trial().isWhole()) {
            suspicious += FaultReport.of(fault.get(), result, fault.get().requirements())
                            .caught()
                    ? 0
                    : 1;
        }
    }

    synchronized void end() {
        over = true;
    }

    /** Some cases of a trial are tried once more. */
    synchronized void secondLook(Trial trial) {
        if (out != null) {
            var cases = trial.selection().size();
            out.println("once more, since nothing was found: %d %s of %s"
                    .formatted(cases, cases == 1 ? "case" : "cases", trial));
            out.flush();
        }
    }

    private synchronized void tick() {
        if (!over && done > 0) {
            var seconds = (System.nanoTime() - begun) / 1e9;
            var left = seconds / done * (cost - done);
            out.println("%d of %d trials (%d %%)%s, %.0f s, about %s left"
                    .formatted(
                            ended,
                            total,
                            100 * done / cost,
                            suspicious == 0 ? "" : ", " + suspicious + " survivors",
                            seconds,
                            left < 90 ? Math.round(left) + " s" : Math.round(left / 60) + " min"));
            out.flush();
        }
    }
}
