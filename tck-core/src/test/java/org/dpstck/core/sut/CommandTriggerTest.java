package org.dpstck.core.sut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
@DisabledOnOs(OS.WINDOWS)
class CommandTriggerTest {

    private static final Duration SOON = Duration.ofMillis(200);

    @TempDir
    Path directory;

    private final TriggerRunner runner = new TriggerRunner(Given.url().load(), Prompt.none());

    @Test
    void succeedsWhenItEndsWithZero() {
        var outcome = fire(Duration.ofSeconds(10), "test", "{dataFlowId}", "=", "a 'b' $c");

        assertThat(outcome.summary()).isEqualTo("command test a 'b' $c = a 'b' $c → 0");
        assertThat(outcome.millis()).isBetween(0L, 10_000L);
    }

    @Test
    void saysWhatItPrintedWhenItEndsWithAnother() {
        assertThat(failure(Duration.ofSeconds(10), "sh", "-c", "echo no such flow >&2; echo Bearer fake-token; exit 3"))
                .endsWith("ended with 3, not 0: no such flow Bearer ***");
    }

    @Test
    void boundsItsOutput() {
        assertThat(failure(Duration.ofSeconds(10), "sh", "-c", "head -c 5000000 /dev/zero | tr '\\0' x; exit 1"))
                .contains("ended with 1")
                .hasSizeLessThan(1000);
    }

    @Test
    void isToldApartFromAMissingProgram() {
        assertThat(failure(SOON, "/no/such/program", "{dataFlowId}"))
                .startsWith("command /no/such/program a 'b' $c cannot be started; check");
    }

    @Test
    void isKilledWhenLate() {
        var before = System.nanoTime();

        assertThat(failure(SOON, "sleep", "60")).isEqualTo("command sleep 60 did not end within 200ms and was killed");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void isKilledWithItsDescendants() throws Exception {
        var pipe = directory.resolve("pipe");
        fire(Duration.ofSeconds(10), "mkfifo", pipe.toString());
        var script = "{ echo; exec sleep 60; } > \"$1\" & wait";
        var run = new Run(() -> fire(Duration.ofMinutes(1), "sh", "-c", script, "sh", pipe.toString()));

        try (var in = Files.newInputStream(pipe)) {
            assertThat(in.read()).as("the child is running").isEqualTo('\n');
            run.interrupt();
            // A pipe ends when the last process that holds it is gone, whoever reaps that process.
            assertThat(in.read()).as("the child is gone").isEqualTo(-1);
        }
        assertThat(run.failure()).hasMessageContaining("interrupted, because the run is ending");
    }

    @Test
    void mayLeaveSomethingRunning() {
        var before = System.nanoTime();

        assertThat(fire(Duration.ofSeconds(10), "sh", "-c", "sleep 3 & exit 0").summary())
                .endsWith("→ 0");
        assertThat(failure(Duration.ofSeconds(10), "sh", "-c", "sleep 3 & echo left; exit 4"))
                .contains("ended with 4, not 0: left");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMillis(2500));
    }

    private TriggerOutcome fire(Duration timeout, String... argv) {
        return runner.fire(new CommandTrigger(List.of(argv), timeout), Map.of("dataFlowId", "a 'b' $c"));
    }

    private String failure(Duration timeout, String... argv) {
        return catchThrowableOfType(TriggerFailedException.class, () -> fire(timeout, argv))
                .getMessage();
    }

    /** A call in a thread of its own, with what it ended in. */
    private static final class Run {
        private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
        private final Thread thread;

        Run(Runnable call) {
            thread = new Thread(() -> {
                try {
                    call.run();
                    failure.complete(null);
                } catch (TriggerFailedException failed) {
                    failure.complete(Thread.currentThread().isInterrupted() ? failed : null);
                }
            });
            thread.start();
        }

        void interrupt() {
            thread.interrupt();
        }

        Throwable failure() throws Exception {
            return failure.get(10, TimeUnit.SECONDS);
        }
    }
}
