package org.dpstck.core.sut;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.dpstck.core.exchange.Outgoing;

/** Runs command triggers: no shell, no input, bounded output, and killed with all its descendants when late. */
final class CommandRun {

    private static final int SHOWN = 300;
    private static final int WORKED = 200;

    private CommandRun() {}

    /**
     * Runs a command until it ends.
     *
     * @return what was run
     * @throws TriggerFailedException when it cannot be started, does not end with 0, or not in time
     */
    static TriggerOutcome run(CommandTrigger trigger, Map<String, String> values) {
        var argv = words(trigger, values);
        var what = "command " + Texts.cut(String.join(" ", Secrets.arguments(argv)), SHOWN);
        var process = start(what, argv);
        try {
            var summary = await(what, process, trigger);
            return new TriggerOutcome(summary, null, new TriggerOutcome.Call(sent(trigger, values), WORKED, ""));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new TriggerFailedException(what + ": interrupted, because the run is ending", stopped);
        } finally {
            kill(process);
        }
    }

    /** What is run, as the report has it. */
    static Outgoing sent(CommandTrigger trigger, Map<String, String> values) {
        var argv = words(trigger, values);
        return new Outgoing(TriggerOutcome.Call.COMMAND, "command:" + argv.get(0), null, Json.write(argv));
    }

    private static List<String> words(CommandTrigger trigger, Map<String, String> values) {
        return trigger.argv().stream().map(word -> Templates.fill(word, values)).toList();
    }

    private static Process start(String what, List<String> argv) {
        try {
            var process = new ProcessBuilder(argv).redirectErrorStream(true).start();
            process.getOutputStream().close();
            return process;
        } catch (IOException noProgram) {
            throw new TriggerFailedException(
                    what + " cannot be started; check that the program exists, may be executed and is on the PATH",
                    noProgram);
        }
    }

    private static String await(String what, Process process, CommandTrigger trigger) throws InterruptedException {
        var output = ProcessOutput.of(process);
        if (!process.waitFor(trigger.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
            throw new TriggerFailedException("%s did not end within %s and was killed%s"
                    .formatted(what, Durations.format(trigger.timeout()), shown(output.soFar())));
        }
        if (process.exitValue() != 0) {
            throw new TriggerFailedException(
                    "%s ended with %d, not 0%s".formatted(what, process.exitValue(), shown(output.complete())));
        }
        return what + " → 0";
    }

    private static String shown(String output) {
        var line = Texts.cut(Secrets.text(output), SHOWN);
        return line.isEmpty() ? "" : ": " + line;
    }

    /** Ends what still runs; a command that ended may have left something running on purpose. */
    private static void kill(Process process) {
        if (process.isAlive()) {
            // Listed first: orphans are no longer descendants.
            var descendants = process.descendants().toList();
            process.destroyForcibly();
            descendants.forEach(descendant -> {
                descendant.descendants().forEach(ProcessHandle::destroyForcibly);
                descendant.destroyForcibly();
            });
        }
    }
}
