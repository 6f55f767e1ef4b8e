package org.dpstck.cli.run;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dpstck.cli.console.Palette;
import org.dpstck.cli.summary.Words;
import org.dpstck.core.plan.CaseSpec;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.Outcome;

/** Counts what has ended and knows what is running; its user sees to it that one thread is in it at a time. */
final class Tally {

    private final int total;
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private final Set<String> running = new LinkedHashSet<>();
    private int ended;

    Tally(int total) {
        this.total = total;
    }

    void started(CaseSpec spec) {
        running.add(spec.id());
    }

    void ended(CaseResult result) {
        running.remove(result.id());
        counts.merge(result.outcome(), 1, Integer::sum);
        ended++;
    }

    int ended() {
        return ended;
    }

    int total() {
        return total;
    }

    /** From 0 to 100; 100 only when everything has ended. */
    int percent() {
        return total == 0 ? 100 : (int) (100L * ended / total);
    }

    /** The case that runs longest. */
    String oldest() {
        return running.isEmpty() ? "" : running.iterator().next();
    }

    /** The numbers of the outcomes there are: {@code 12 passed, 1 failed}. */
    String counts(Palette palette) {
        return Arrays.stream(Outcome.values())
                .filter(counts::containsKey)
                .map(outcome -> palette.paint(Words.style(outcome), counts.get(outcome) + " " + Words.of(outcome)))
                .collect(Collectors.joining(", "));
    }
}
