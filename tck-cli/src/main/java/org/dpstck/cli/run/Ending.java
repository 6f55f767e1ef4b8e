package org.dpstck.cli.run;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.dpstck.core.junit.RunGate;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.core.verdict.RunRecord.Status;

/**
 * Brings a run to its end once, whoever comes first: the run itself, or somebody who ends the process.
 *
 * <p>Until then the record on the disk says that the run was interrupted: that is true if nobody can change it any more.
 */
final class Ending {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String GOING_ON = "the run had not ended when this was written";
    private static final String SIGNAL = "the run was interrupted by a signal";

    private final Briefing briefing;
    private final Results results;
    private final Recorder recorder;
    private final RunGate gate;
    private final Supplier<Remarks> remarks;
    private final Supplier<RunRecord.Basis> basis;
    private final Consumer<RunRecord> show;
    private final AtomicBoolean interrupted = new AtomicBoolean();
    private final CountDownLatch over = new CountDownLatch(1);
    private RunRecord record;
    private IOException unwritten;
    private int recorded = -1;

    /**
     * The ending of a run.
     *
     * @param remarks what there is to say when the cases have ended
     * @param basis what the cases have in common
     * @param show tells the user, once
     */
    Ending(
            Briefing briefing,
            Results results,
            Recorder recorder,
            RunGate gate,
            Supplier<Remarks> remarks,
            Supplier<RunRecord.Basis> basis,
            Consumer<RunRecord> show) {
        this.briefing = briefing;
        this.results = results;
        this.recorder = recorder;
        this.gate = gate;
        this.remarks = remarks;
        this.basis = basis;
        this.show = show;
    }

    /** Writes the record as of now, if it would say more than the last one. */
    synchronized void interim() {
        var count = results.count();
        if (record == null && count != recorded) {
            recorded = count;
            recorder.interim(() ->
                    briefing.record(results.all(GOING_ON), Status.INTERRUPTED, GOING_ON, Remarks.none(), basis.get()));
        }
    }

    /** Ends the run because the process is to end; the cases that have begun are given a little time. */
    void interrupt() {
        interrupted.set(true);
        gate.close(SIGNAL);
        try {
            if (!over.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                finish();
            }
        } catch (InterruptedException e) {
            finish();
        }
    }

    /** Writes the final records and shows them, the first time; returns what was written. */
    synchronized RunRecord finish() {
        if (record == null) {
            var stopped = gate.closedBecause().orElse(GOING_ON);
            record = briefing.record(results.all(stopped), status(), stopped, remarks.get(), basis.get());
            try {
                recorder.finish(record);
            } catch (IOException e) {
                unwritten = e;
            }
            show.accept(record);
            try {
                recorder.publish(record);
            } catch (IOException e) {
                unwritten = unwritten == null ? e : unwritten;
            }
            over.countDown();
        }
        return record;
    }

    /** Why the records could not be written in full; empty if they were. */
    synchronized Optional<IOException> unwritten() {
        return Optional.ofNullable(unwritten);
    }

    private Status status() {
        if (interrupted.get()) {
            return Status.INTERRUPTED;
        }
        return gate.closedBecause().isPresent() ? Status.STOPPED : Status.COMPLETE;
    }
}
