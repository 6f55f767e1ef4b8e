package org.dpstck.reports.repeat;

import java.util.List;
import java.util.stream.Collectors;
import org.dpstck.reports.base.Printable;

/** Writes words for a POSIX shell. */
final class Shell {

    private Shell() {}

    /** Text that means itself. */
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** Text for people, as one word: nothing in it controls a terminal. */
    static String said(String text) {
        return quoted(Printable.line(text));
    }

    /** Text with variables in it, as one word. */
    static String word(List<Piece> pieces) {
        return pieces.stream().map(Shell::word).collect(Collectors.joining());
    }

    /** Text for a comment: one line without anything that controls a terminal. */
    static String comment(String text) {
        return "# " + Printable.line(text);
    }

    private static String word(Piece piece) {
        return switch (piece.kind()) {
            case LITERAL -> quoted(piece.text());
            case VALUE -> "\"$" + piece.text() + "\"";
            case ENCODED -> "\"$(encoded \"$" + piece.text() + "\")\"";
        };
    }
}
