package org.dpstck.reports.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.Outcome;

/**
 * How many cases ended in an outcome, and their place in the bar that shows all of them.
 *
 * @param mark the outcome
 * @param count of cases
 * @param start where its part of the bar begins, in thousandths
 * @param length of its part, in thousandths
 */
public record Tally(Mark mark, int count, double start, double length) {

    private static final List<Outcome> ORDER = List.of(
            Outcome.PASSED,
            Outcome.FAILED,
            Outcome.WARNED,
            Outcome.INCONCLUSIVE,
            Outcome.UNTESTED,
            Outcome.NOT_APPLICABLE);

    private static final double WHOLE = 1000;

    /** A single failure of a thousand cases is seen, too. */
    private static final double LEAST = 8;

    /** Shows these cases. */
    public String link() {
        return Link.toOutcome(mark);
    }

    /** The outcomes that some cases have, in the order of the bar. */
    static List<Tally> of(Collection<CaseResult> cases) {
        var counts = new int[Outcome.values().length];
        cases.forEach(result -> counts[result.outcome().ordinal()]++);
        var tallies = new ArrayList<Tally>();
        var start = 0.0;
        var scale = WHOLE
                / Arrays.stream(counts)
                        .mapToDouble(it -> length(it, cases.size()))
                        .sum();
        for (var outcome : ORDER) {
            var count = counts[outcome.ordinal()];
            if (count > 0) {
                var length = scale * length(count, cases.size());
                tallies.add(new Tally(Mark.of(outcome), count, start, length));
                start += length;
            }
        }
        return tallies;
    }

    private static double length(int count, int all) {
        return count == 0 ? 0 : Math.max(LEAST, WHOLE * count / all);
    }
}
