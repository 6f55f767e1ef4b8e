package org.dpstck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.core.verdict.Verdict;
import org.dpstck.reports.RunRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a run is ended, its record is there, whole, and tells the truth. */
class InterruptionTest {

    private static final long PATIENCE = 20;

    @TempDir
    private Path folder;

    private final ToySuite suite = ToySuite.usable();
    private final Shell shell = Shell.judgingWith(suite);

    @Test
    void aRunThatIsStillGoingIsOnRecordAsInterrupted() throws Exception {
        var run = begin();

        // Whoever kills the process now leaves this behind.
        assertInterrupted();
        suite.release().countDown();
        assertThat(run.get(PATIENCE, TimeUnit.SECONDS).code()).isZero();
        assertThat(RunRecords.read(folder).status()).isEqualTo(RunRecord.Status.COMPLETE);
    }

    @Test
    void anInterruptedRunEndsEarlyAndShowsWhatItHas() throws Exception {
        var run = begin();
        var interruption = new Thread(shell::interrupt);
        interruption.start();
        // It has closed the gate, and gives the case that runs a little time.
        await().until(() -> interruption.getState() == Thread.State.TIMED_WAITING);
        suite.release().countDown();

        interruption.join(TimeUnit.SECONDS.toMillis(PATIENCE));
        assertThat(run.get(PATIENCE, TimeUnit.SECONDS).out()).contains("INTERRUPTED");
        assertInterrupted();
    }

    @Test
    void aCaseThatHangsDoesNotHoldUpTheInterruption() throws Exception {
        var run = begin();

        shell.interrupt();

        assertInterrupted();
        assertThat(RunRecords.read(folder).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        suite.release().countDown();
        assertThat(run.get(PATIENCE, TimeUnit.SECONDS).out()).containsOnlyOnce("INCONCLUSIVE:");
    }

    private CompletableFuture<Shell.Result> begin() throws InterruptedException, ExecutionException, TimeoutException {
        var run = shell.inBackground(
                "run", "--url", "http://127.0.0.1:1", "--only", "TOY-WAIT", "--out", folder.toString());
        assertThat(suite.waiting().await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        return run;
    }

    private void assertInterrupted() throws IOException {
        assertThat(RunRecords.read(folder).status()).isEqualTo(RunRecord.Status.INTERRUPTED);
    }
}
