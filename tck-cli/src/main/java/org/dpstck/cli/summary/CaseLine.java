package org.dpstck.cli.summary;

import org.dpstck.cli.console.Palette;
import org.dpstck.cli.console.SafeText;
import org.dpstck.core.verdict.CaseResult;

/** One case on one line, while a run goes on. */
public final class CaseLine {

    private static final int OUTCOME_WIDTH = 14;
    private static final int LONGEST = 200;

    private CaseLine() {}

    /** Outcome, id and, unless it passed, why. */
    public static String of(CaseResult result, Palette palette) {
        var outcome = Words.of(result.outcome());
        var padded = palette.paint(Words.style(result.outcome()), outcome)
                + " ".repeat(Math.max(1, OUTCOME_WIDTH - outcome.length()));
        return padded + result.id() + why(result);
    }

    private static String why(CaseResult result) {
        if (!result.findings().isEmpty()) {
            return ": " + SafeText.line(result.findings().get(0).observed(), LONGEST);
        }
        if (!result.message().isEmpty()) {
            return ": " + SafeText.line(result.message(), LONGEST);
        }
        return result.startedAt() == null ? "" : " (" + result.durationMs() + " ms)";
    }
}
