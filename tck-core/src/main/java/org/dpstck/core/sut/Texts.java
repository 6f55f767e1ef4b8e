package org.dpstck.core.sut;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Texts for messages: shortened quotations and the nearest known word. */
final class Texts {

    private static final int SHOWN = 80;

    private Texts() {}

    /** A text in one bounded line and without secrets. */
    static String shown(String text) {
        return cut(Secrets.text(text), SHOWN);
    }

    /** A text in one line of at most so many characters. */
    static String cut(String text, int length) {
        var bounded = text.length() > 4 * length ? text.substring(0, 4 * length) : text;
        var line = bounded.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
        return line.length() <= length && bounded.length() == text.length()
                ? line
                : line.substring(0, Math.min(length, line.length())) + "…";
    }

    /** {@code , did you mean 'x'?} for the nearest known word; empty when none is near. */
    static String didYouMean(String word, Collection<String> known) {
        return nearest(word, known)
                .map(near -> ", did you mean '" + near + "'?")
                .orElse("");
    }

    /** The known word that a misspelt one most likely is. */
    static Optional<String> nearest(String word, Collection<String> known) {
        var limit = Math.max(1, Math.min(4, word.length() / 3));
        return known.stream()
                .filter(candidate -> distance(word, candidate) <= limit)
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
    }

    /** How many characters to insert, delete or replace, whatever the case and the separators. */
    static int distance(String left, String right) {
        var from = normal(left);
        var to = normal(right);
        if (Math.abs(from.length() - to.length()) > SHOWN) {
            return SHOWN;
        }
        var row = new int[to.length() + 1];
        for (var column = 0; column <= to.length(); column++) {
            row[column] = column;
        }
        for (var line = 1; line <= from.length(); line++) {
            var diagonal = row[0];
            row[0] = line;
            for (var column = 1; column <= to.length(); column++) {
                var replaced = diagonal + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[to.length()];
    }

    private static String normal(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[-_\\s]", "");
    }
}
