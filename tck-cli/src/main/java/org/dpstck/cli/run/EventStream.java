package org.dpstck.cli.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dpstck.cli.console.Surroundings;
import org.dpstck.cli.console.Tty;
import org.dpstck.cli.console.UsageException;
import org.dpstck.core.plan.CaseSpec;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.reports.base.Json;
import tools.jackson.databind.ObjectWriter;

/**
 * Writes what happens as JSON lines, each as soon as it has happened. A watcher that goes away does not end the run.
 *
 * <p>Results come here as they are kept, without secrets.
 */
public final class EventStream implements Events, AutoCloseable {

    private static final String STANDARD_OUTPUT = "-";
    private static final ObjectWriter LINES = Json.LINE_WRITER;

    private final PrintWriter out;
    private final boolean owned;

    private EventStream(PrintWriter out, boolean owned) {
        this.out = out;
        this.owned = owned;
    }

    /**
     * A stream.
     *
     * @param target a file, which is written anew; {@code -} for standard output; null for nothing at all
     * @throws UsageException if the file cannot be written
     */
    public static EventStream open(Path target, Surroundings surroundings) {
        if (target == null) {
            return new EventStream(null, false);
        }
        if (target.toString().equals(STANDARD_OUTPUT)) {
            return new EventStream(surroundings.out(), false);
        }
        try {
            return new EventStream(new PrintWriter(Files.newBufferedWriter(target, StandardCharsets.UTF_8)), true);
        } catch (IOException e) {
            throw new UsageException(
                    "--events " + target + " cannot be written (" + e.getClass().getSimpleName()
                            + "); name a file in a folder that exists, or - for standard output",
                    e);
        }
    }

    /** The surroundings of a run beside this stream: what people read leaves standard output to it. */
    public Surroundings surroundings(Surroundings usual) {
        if (out == null || owned) {
            return usual;
        }
        var tty = new Tty(usual.tty().in(), false, usual.tty().columns());
        return new Surroundings(usual.err(), usual.err(), usual.in(), usual.environment(), tty, usual.hooks());
    }

    @Override
    public void begun(Briefing briefing) {
        if (out != null) {
            var event = event("run-began");
            event.put("edition", briefing.edition().id());
            event.put("role", briefing.system().role());
            event.put("system", briefing.about());
            event.put("suiteVersion", briefing.suiteVersion());
            event.put("cases", briefing.plan().cases().size());
            write(event);
        }
    }

    @Override
    public void started(CaseSpec spec) {
        if (out != null) {
            var event = event("case-began");
            event.put("edition", spec.edition());
            event.put("id", spec.id());
            write(event);
        }
    }

    @Override
    public void ended(CaseResult result) {
        if (out != null) {
            var event = event("case-ended");
            event.put("id", result.id());
            event.put("outcome", result.outcome());
            event.put("level", result.level());
            event.put("section", result.section());
            event.put("requirements", result.requirements());
            event.put("durationMs", result.durationMs());
            event.put("message", result.message());
            write(event);
        }
    }

    @Override
    public void ended(RunRecord record, Path folder) {
        if (out != null) {
            var event = event("run-ended");
            event.put("edition", record.edition());
            event.put("verdict", record.verdict());
            event.put("status", record.status());
            event.put("reason", record.reason());
            event.put("counts", record.counts());
            event.put("folder", folder.toString());
            write(event);
        }
    }

    @Override
    public void close() {
        if (owned) {
            out.close();
        }
    }

    private static Map<String, Object> event(String name) {
        var event = new LinkedHashMap<String, Object>();
        event.put("event", name);
        event.put("at", Instant.now());
        return event;
    }

    private void write(Map<String, Object> event) {
        var line = LINES.writeValueAsString(event);
        synchronized (out) {
            out.print(line + "\n");
            out.flush();
        }
    }
}
