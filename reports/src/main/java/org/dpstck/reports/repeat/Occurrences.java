package org.dpstck.reports.repeat;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds values in a text, never as a part of a longer word.
 *
 * <p>A script looks for some twenty values in every message; looking for each with {@link String#indexOf} costs a tenth of
 * a regular expression with as many branches.
 */
final class Occurrences {

    /** A value of fewer characters counts only where it is a whole segment of a path or a whole string of JSON. */
    private static final int SHORT = 6;

    private static final int ESCAPE = 3;

    private final String text;
    private final List<String> values;
    private final int[] next;

    private Occurrences(List<String> values, String text) {
        this.values = values;
        this.text = text;
        next = new int[values.size()];
    }

    /**
     * A value in a text.
     *
     * @param start of its first character
     */
    record Found(int start, String value) {

        int end() {
            return start + value.length();
        }
    }

    /** Where values are, in order and without overlaps; of several at the same place the first one of the list. */
    static List<Found> of(List<String> values, String text) {
        var occurrences = new Occurrences(values, text);
        var all = new ArrayList<Found>();
        for (int i = 0; i < values.size(); i++) {
            occurrences.next[i] = occurrences.find(i, 0);
        }
        for (var found = occurrences.from(0); found != null; found = occurrences.from(found.end())) {
            all.add(found);
        }
        return all;
    }

    private Found from(int at) {
        var first = -1;
        for (int i = 0; i < next.length; i++) {
            if (next[i] >= 0 && next[i] < at) {
                next[i] = find(i, at);
            }
            if (next[i] >= 0 && (first < 0 || next[i] < next[first])) {
                first = i;
            }
        }
        return first < 0 ? null : new Found(next[first], values.get(first));
    }

    private int find(int value, int from) {
        var wanted = values.get(value);
        var at = wanted.isEmpty() ? -1 : text.indexOf(wanted, from);
        while (at >= 0 && !stands(wanted, at)) {
            at = text.indexOf(wanted, at + 1);
        }
        return at;
    }

    private boolean stands(String value, int start) {
        var end = start + value.length();
        if (value.length() < SHORT) {
            return start > 0
                    && "/\"".indexOf(text.charAt(start - 1)) >= 0
                    && (end == text.length() || "/\"?".indexOf(text.charAt(end)) >= 0);
        }
        var begins = !Character.isLetterOrDigit(value.charAt(0))
                || start == 0
                || !isWord(text.charAt(start - 1))
                || isEscaped(start);
        var ends = !Character.isLetterOrDigit(value.charAt(value.length() - 1))
                || end == text.length()
                || !isWord(text.charAt(end));
        return begins && ends;
    }

    /** Whether the characters before are a percent escape, which is no part of a word. */
    private boolean isEscaped(int start) {
        return start >= ESCAPE
                && text.charAt(start - ESCAPE) == '%'
                && isHex(text.charAt(start - 2))
                && isHex(text.charAt(start - 1));
    }

    private static boolean isHex(char character) {
        return character >= '0' && character <= '9' || character >= 'A' && character <= 'F';
    }

    private static boolean isWord(char character) {
        return character < 128 && Character.isLetterOrDigit(character);
    }
}
