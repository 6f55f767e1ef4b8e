package org.dpstck.reports.repeat;

/**
 * A line of a script.
 *
 * @param text of it
 * @param variable without whose use elsewhere it is left out; null if it stays in any case
 */
record Line(String text, String variable) {

    static Line of(String text) {
        return new Line(text, null);
    }

    static Line needing(String variable, String text) {
        return new Line(text, variable);
    }
}
