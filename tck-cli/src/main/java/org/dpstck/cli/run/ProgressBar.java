package org.dpstck.cli.run;

import java.io.PrintWriter;
import java.time.Duration;
import org.dpstck.cli.console.Palette;
import org.dpstck.cli.console.Palette.Style;
import org.dpstck.cli.console.SafeText;
import org.dpstck.cli.console.Surroundings;
import org.dpstck.cli.summary.CaseLine;
import org.dpstck.core.plan.CaseSpec;
import org.dpstck.core.verdict.CaseResult;

/** Shows progress on one line of a terminal: a bar, the counts, the running case. */
final class ProgressBar implements Progress {

    private static final long LEAST_PAUSE = Duration.ofMillis(100).toNanos();
    private static final String TO_LINE_START_AND_CLEAR = "\r\u001b[K";
    private static final int BAR = 20;

    private final PrintWriter out;
    private final int columns;
    private final Palette palette;
    private final Tally tally;
    private final boolean everyCase;
    private long drawnAt = System.nanoTime() - LEAST_PAUSE;
    private boolean begun;
    private boolean over;

    ProgressBar(Surroundings surroundings, Palette palette, Tally tally, boolean everyCase) {
        this.out = surroundings.out();
        this.columns = surroundings.tty().columns();
        this.palette = palette;
        this.tally = tally;
        this.everyCase = everyCase;
    }

    @Override
    public synchronized void begin(String headline) {
        begun = true;
        out.println(headline);
        draw();
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
        if (everyCase) {
            out.println(TO_LINE_START_AND_CLEAR + CaseLine.of(result, palette));
            draw();
        } else if (System.nanoTime() - drawnAt >= LEAST_PAUSE) {
            draw();
        }
    }

    @Override
    public synchronized void tick() {
        if (begun && !over) {
            draw();
        }
    }

    @Override
    public synchronized void aside(Runnable action) {
        clear();
        action.run();
    }

    @Override
    public synchronized void end() {
        if (begun && !over) {
            clear();
        }
        over = true;
    }

    private void clear() {
        out.print(TO_LINE_START_AND_CLEAR);
        out.flush();
    }

    private void draw() {
        drawnAt = System.nanoTime();
        var filled = tally.total() == 0 ? BAR : BAR * tally.ended() / tally.total();
        var bar = "[" + "#".repeat(filled) + "-".repeat(BAR - filled) + "]";
        var numbers = " %3d %% of %d".formatted(tally.percent(), tally.total());
        var counts = tally.ended() == 0 ? "" : ", " + tally.counts(palette);
        var plain = bar + numbers + (tally.ended() == 0 ? "" : ", " + tally.counts(Palette.none()));
        // A line that reaches the last column may wrap, and then it cannot be taken back.
        var room = columns - 1 - plain.length() - 2;
        out.print(TO_LINE_START_AND_CLEAR);
        if (room < 0) {
            out.print(SafeText.line(plain, columns - 1));
        } else {
            var running = SafeText.line(tally.oldest(), room);
            out.print(bar + numbers + counts + "  " + palette.paint(Style.FAINT, running));
        }
        out.flush();
    }
}
