package org.dpstck.cli.run;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.dpstck.cli.console.Palette;
import org.dpstck.cli.summary.CaseLine;
import org.dpstck.core.plan.CaseSpec;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.Outcome;

/** Shows progress in plain lines, for files and other programs. */
final class ProgressLines implements Progress {

    private static final int STEP_PERCENT = 10;
    private static final long MOST_SILENCE = Duration.ofSeconds(5).toNanos();

    private final PrintWriter out;
    private final Palette palette;
    private final Tally tally;
    private final boolean everyCase;
    private final Set<String> told = new HashSet<>();
    private int nextPercent = STEP_PERCENT;
    private int shownAt = -1;
    private long lastLine = System.nanoTime();
    private boolean begun;
    private boolean over;

    ProgressLines(PrintWriter out, Palette palette, Tally tally, boolean everyCase) {
        this.out = out;
        this.palette = palette;
        this.tally = tally;
        this.everyCase = everyCase;
    }

    @Override
    public synchronized void begin(String headline) {
        begun = true;
        line(headline);
    }

    @Override
    public synchronized void started(CaseSpec spec) {
        tally.started(spec);
    }

    @Override
    public synchronized void ended(CaseResult result) {
        tally.ended(result);
        if (!begun || over) {
            return;
        }
        if (everyCase || worthALine(result)) {
            line(CaseLine.of(result, palette));
        }
        if (tally.percent() >= nextPercent) {
            progress();
        }
    }

    @Override
    public synchronized void tick() {
        if (begun && !over && System.nanoTime() - lastLine >= MOST_SILENCE) {
            progress();
        }
    }

    @Override
    public synchronized void aside(Runnable action) {
        action.run();
    }

    @Override
    public synchronized void end() {
        over = true;
        out.flush();
    }

    /** One reason that stops everything is told once, not once a case. */
    private boolean worthALine(CaseResult result) {
        return result.outcome() == Outcome.FAILED
                || result.outcome() == Outcome.INCONCLUSIVE && told.add(result.message());
    }

    private void progress() {
        nextPercent = (tally.percent() / STEP_PERCENT + 1) * STEP_PERCENT;
        var waiting = tally.ended() == shownAt && !tally.oldest().isEmpty() ? "; running " + tally.oldest() : "";
        shownAt = tally.ended();
        line("%d of %d (%d %%): %s%s"
                .formatted(tally.ended(), tally.total(), tally.percent(), tally.counts(palette), waiting));
    }

    private void line(String text) {
        out.println(text);
        out.flush();
        lastLine = System.nanoTime();
    }
}
