package org.dpstck.core.verdict;

import java.util.List;

/**
 * How long access to data has outlived what was to end it: from the answer to the signal, or the end that was observed, to
 * the last data that came for the token.
 *
 * @param longestMillis the longest time of all trials, milliseconds; 0 if nothing came afterwards
 * @param trials how often it was measured
 * @param by what ended access, in alphabetical order
 */
public record Revocation(long longestMillis, int trials, List<Trials> by) {

    /** Copies the list. */
    public Revocation {
        by = List.copyOf(by);
    }

    /**
     * The trials of one kind.
     *
     * @param what ended access: a signal, or a stream and a signal
     * @param longestMillis the longest of their times, milliseconds
     * @param trials how many there were
     */
    public record Trials(String what, long longestMillis, int trials) {}

    /** The time and the trials, for a line that says what they are. */
    public String text() {
        return longestMillis + " ms (max of " + trials + (trials == 1 ? " trial)" : " trials)");
    }
}
