package org.dpstck.reports.allurehtml;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.dpstck.reports.base.Printable;

/** Runs a program to its end, without input and within a time. */
final class Program {

    private static final int SHOWN = 300;

    private Program() {}

    /**
     * How a program ended.
     *
     * @param code 0 if it worked
     * @param output what it printed
     */
    record Ended(int code, String output) {

        /** The last line that says anything, for a message. */
        String brief() {
            var line = output.lines()
                    .filter(it -> !it.isBlank())
                    .reduce((first, second) -> second)
                    .orElse("it ended with " + code);
            var plain = Printable.line(line.replaceAll("\u001b\\[[0-9;]*m", ""));
            return plain.substring(0, Math.min(plain.length(), SHOWN));
        }
    }

    /**
     * Runs it; empty if there is no such program.
     *
     * @throws IOException if it is not done in time
     */
    static Optional<Ended> run(List<String> command, Map<String, String> environment, Duration limit)
            throws IOException {
        var output = Files.createTempFile("dps-tck", ".log");
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process;
            try {
                process = builder.start();
            } catch (IOException noProgram) {
                return Optional.empty();
            }
            process.getOutputStream().close();
            try {
                if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new IOException(command.get(0) + " was not done within " + limit.toSeconds() + " s");
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
                throw new InterruptedIOException(command.get(0) + " was interrupted");
            }
            return Optional.of(
                    new Ended(process.exitValue(), new String(Files.readAllBytes(output), StandardCharsets.UTF_8)));
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
