package org.dpstck.reports.base;

import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/**
 * Escapes in JSON what {@link Printable} would, so that looking at a record is safe and reading it loses nothing.
 *
 * <p>JSON itself demands escapes only below U+0020; the second block of control characters and the marks that reverse text
 * would reach the terminal of whoever prints the file.
 */
final class ControlEscapes extends CharacterEscapes {

    private static final long serialVersionUID = 1L;
    private static final int DELETE = 0x7F;

    @Override
    public int[] getEscapeCodesForAscii() {
        var codes = CharacterEscapes.standardAsciiEscapesForJSON();
        codes[DELETE] = CharacterEscapes.ESCAPE_STANDARD;
        return codes;
    }

    @Override
    public SerializableString getEscapeSequence(int ch) {
        // Halves of surrogate pairs come here one by one; most belong together, and the file writer sees to the others.
        var half = Character.getType(ch) == Character.SURROGATE;
        return half || Printable.printable(ch) ? null : new SerializedString(String.format("\\u%04x", ch));
    }
}
