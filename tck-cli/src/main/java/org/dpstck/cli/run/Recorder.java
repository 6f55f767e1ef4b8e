package org.dpstck.cli.run;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.exchange.Durations;
import org.dpstck.core.junit.RunObserver;
import org.dpstck.core.plan.CaseSpec;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.reports.AllureResults;
import org.dpstck.reports.Reports;
import org.dpstck.reports.RunRecords;
import org.dpstck.reports.certificate.Seal;
import org.dpstck.reports.certificate.SuiteIdentity;

/**
 * Writes the records of a run: each case as it ends, the run record again and again, everything at the end, and then the pages.
 *
 * <p>A full disk must not change a verdict: the first failure is remembered, and told at the end.
 */
final class Recorder implements RunObserver {

    private static final Duration LONGEST_WRITING = Duration.ofMinutes(1);

    private final Path folder;
    private final AllureResults allure;
    private final Edition edition;
    private final CompletableFuture<SuiteIdentity> build;
    private final AtomicReference<IOException> failure = new AtomicReference<>();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "dps-tck-allure");
        thread.setDaemon(true);
        return thread;
    });
    private boolean finished;

    private Recorder(Path folder, AllureResults allure, Edition edition, CompletableFuture<SuiteIdentity> build) {
        this.build = build;
        this.folder = folder;
        this.allure = allure;
        this.edition = edition;
    }

    /**
     * A recorder for a folder.
     *
     * @param edition judged by
     * @param version of this kit
     * @throws org.dpstck.cli.console.UsageException if the folder for the Allure results cannot be made
     */
    static Recorder open(OutputFolder folder, AllureResults.Subject subject, Edition edition, String version) {
        try {
            var recorder = new Recorder(
                    folder.path(),
                    AllureResults.open(folder.path().resolve(AllureResults.FOLDER), subject),
                    edition,
                    SuiteBuild.soon(version));
            recorder.writer.execute(() -> recorder.attempt(recorder.allure::removeEarlier));
            return recorder;
        } catch (IOException e) {
            throw folder.unwritten(e);
        }
    }

    @Override
    public void started(CaseSpec spec) {
        // A case is worth a record once it has ended.
    }

    /** Has the case written by a thread of its own: those that run the cases are dear. */
    @Override
    public void ended(CaseResult result) {
        var thread = Thread.currentThread().getName();
        try {
            writer.execute(() -> {
                if (failure.get() == null) {
                    attempt(() -> allure.add(result, thread));
                }
            });
        } catch (RejectedExecutionException finished) {
            // A case that was given up and ends after all comes too late for the records.
            return;
        }
    }

    /** Writes the run record as of now, unless the final one is written. */
    synchronized void interim(Supplier<RunRecord> record) {
        if (!finished && failure.get() == null) {
            attempt(() -> RunRecords.write(record.get(), folder));
        }
    }

    /**
     * Writes the records; no case is recorded afterwards.
     *
     * @throws IOException if something could not be written, now or on the way
     */
    synchronized void finish(RunRecord record) throws IOException {
        finished = true;
        attempt(() -> Reports.writeRecords(record, folder));
        attempt(this::finishAllure);
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    /**
     * Writes what people look at, once they know the verdict, and seals the record.
     *
     * @throws IOException if something could not be written
     */
    synchronized void publish(RunRecord record) throws IOException {
        Reports.writePages(record, edition, folder);
        if (failure.get() == null) {
            Seal.write(build.join(), folder);
        }
    }

    private void finishAllure() throws IOException {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(LONGEST_WRITING.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("the Allure results were not written within " + Durations.text(LONGEST_WRITING)
                        + "; the disk is too slow for them, and the rest is left out");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the Allure results were not written to the end");
        } finally {
            writer.shutdownNow();
        }
        allure.close();
    }

    private void attempt(Writing writing) {
        try {
            writing.write();
        } catch (IOException e) {
            failure.compareAndSet(null, e);
        }
    }

    private interface Writing {
        void write() throws IOException;
    }
}
