package org.dpstck.reports.html;

import org.dpstck.reports.base.Json;
import org.dpstck.reports.base.Printable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.ObjectWriter;

/** JSON inside HTML: no character of it can end a script element, begin a comment or reach a terminal. */
final class Embedded extends CharacterEscapes {

    static final ObjectWriter WRITER = Json.RECORDS.writer().with(new Embedded());

    private static final long serialVersionUID = 1L;
    private static final int LINE_SEPARATOR = 0x2028;
    private static final int PARAGRAPH_SEPARATOR = 0x2029;

    private Embedded() {}

    @Override
    public int[] getEscapeCodesForAscii() {
        var codes = CharacterEscapes.standardAsciiEscapesForJSON();
        for (var c : "<>&'\u007f".toCharArray()) {
            codes[c] = CharacterEscapes.ESCAPE_STANDARD;
        }
        return codes;
    }

    @Override
    public SerializableString getEscapeSequence(int ch) {
        var half = Character.getType(ch) == Character.SURROGATE;
        var line = ch == LINE_SEPARATOR || ch == PARAGRAPH_SEPARATOR;
        return half || (Printable.printable(ch) && !line) ? null : new SerializedString(String.format("\\u%04x", ch));
    }
}
