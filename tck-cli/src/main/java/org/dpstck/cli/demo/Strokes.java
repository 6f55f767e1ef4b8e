package org.dpstck.cli.demo;

/**
 * The characters that a sequence diagram is drawn with.
 *
 * @param life a lifeline
 * @param asked the line of a request
 * @param answered the line of an answer
 * @param crossing where either crosses a lifeline
 * @param right the head of an arrow to the right
 * @param left the head of an arrow to the left
 * @param cut what stands for the end of a text that is too long
 * @param times what stands before a number of repetitions
 * @param order before what the operator does
 * @param holds before what was found to hold
 * @param broken before what was not
 */
record Strokes(
        char life,
        char asked,
        char answered,
        char crossing,
        char right,
        char left,
        String cut,
        String times,
        String order,
        String holds,
        String broken) {

    static final Strokes LINES = new Strokes('│', '─', '┄', '┼', '▶', '◀', "…", "×", "▸", "✓", "✗");
    static final Strokes ASCII = new Strokes('|', '-', '.', '+', '>', '<', "~", "x", ">>", "ok", "!!");
}
