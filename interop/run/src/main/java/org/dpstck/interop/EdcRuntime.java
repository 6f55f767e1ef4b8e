package org.dpstck.interop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** One runtime of EDC in a process of its own; closed, it has ended. */
public final class EdcRuntime implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Runtime \\S+ ready");
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Process process;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final Thread reader;

    private EdcRuntime(Process process, Path log) {
        this.process = process;
        this.reader = new Thread(() -> read(log), "log of EDC " + log.getFileName());
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts a runtime and waits until it says that it is ready.
     *
     * @param classPath file with the class path that the build wrote
     * @param settings of EDC
     * @param log file that its output goes to
     * @param limit for the start
     * @throws EdcException if it ends before that, or takes longer
     */
    public static EdcRuntime start(Path classPath, Map<String, String> settings, Path log, Duration limit) {
        EdcRuntime runtime;
        try {
            Files.createDirectories(log.getParent());
            var command = command(Files.readString(classPath).strip(), settings);
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            runtime = new EdcRuntime(process, log);
        } catch (IOException e) {
            throw new EdcException("EDC cannot be started from " + classPath + "; run mvn -Pinterop verify", e);
        }
        runtime.awaitReady(log, limit);
        return runtime;
    }

    private static List<String> command(String classPath, Map<String, String> settings) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-cp", classPath));
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.add("org.eclipse.edc.boot.system.runtime.BaseRuntime");
        return command;
    }

    private void awaitReady(Path log, Duration limit) {
        try {
            ready.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            close();
            throw new EdcException("EDC ended before it was ready, see " + log, e);
        } catch (TimeoutException e) {
            close();
            throw new EdcException("EDC was not ready after " + limit + ", see " + log, e);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new EdcException("Interrupted while EDC started", e);
        }
    }

    private void read(Path log) {
        try (BufferedReader lines = process.inputReader();
                Writer out = Files.newBufferedWriter(log)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                out.write(line);
                out.write('\n');
                if (READY.matcher(line).find()) {
                    ready.complete(null);
                    out.flush();
                }
            }
        } catch (IOException e) {
            ready.completeExceptionally(new UncheckedIOException(e));
        }
        ready.completeExceptionally(new IOException("its output ended"));
    }

    /** Ends the process, at the latest after ten seconds with force, and its log. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
            reader.join(GRACE.toMillis());
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
