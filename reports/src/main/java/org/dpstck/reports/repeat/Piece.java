package org.dpstck.reports.repeat;

/**
 * A part of a text that is sent: as it is, or the value of a variable.
 *
 * @param text as it is, or the name of the variable
 * @param kind which of them
 */
record Piece(String text, Kind kind) {

    /** What stands there when the script runs. */
    enum Kind {
        /** The text. */
        LITERAL,
        /** The value of the variable. */
        VALUE,
        /** The same, percent-encoded. */
        ENCODED
    }

    static Piece literal(String text) {
        return new Piece(text, Kind.LITERAL);
    }

    static Piece value(String variable) {
        return new Piece(variable, Kind.VALUE);
    }

    static Piece encoded(String variable) {
        return new Piece(variable, Kind.ENCODED);
    }
}
