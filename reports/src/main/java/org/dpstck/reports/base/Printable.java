package org.dpstck.reports.base;

/** Makes text from a system under test safe to show: what a terminal, XML or an eye would stumble over becomes visible. */
public final class Printable {

    private Printable() {}

    /**
     * Escapes what cannot be printed.
     *
     * <p>Line feeds and tabs stay, a CR LF becomes a line feed; every other control character (so every ANSI sequence),
     * lone surrogates, non-characters, byte order marks and marks that reverse the direction of text become a backslash,
     * a u and four digits. The outcome is legal in XML 1.0.
     */
    public static String text(String raw) {
        if (raw == null) {
            return "";
        }
        var at = firstUnprintable(raw);
        if (at < 0) {
            return raw;
        }
        var out = new StringBuilder(raw.length() + 32).append(raw, 0, at);
        while (at < raw.length()) {
            var point = raw.codePointAt(at);
            var next = at + Character.charCount(point);
            if (printable(point)) {
                out.appendCodePoint(point);
            } else if (point != '\r' || next >= raw.length() || raw.charAt(next) != '\n') {
                out.append(String.format("\\u%04x", point));
            }
            at = next;
        }
        return out.toString();
    }

    /** The same on one line: line feeds and tabs become blanks. */
    public static String line(String raw) {
        return text(raw).replace('\n', ' ').replace('\t', ' ').strip();
    }

    /** The first line that holds anything, made printable; empty if there is none. */
    public static String firstLine(String raw) {
        return text(raw)
                .lines()
                .filter(it -> !it.isBlank())
                .findFirst()
                .map(Printable::line)
                .orElse("");
    }

    private static int firstUnprintable(String raw) {
        for (int at = 0; at < raw.length(); ) {
            var point = raw.codePointAt(at);
            if (!printable(point)) {
                return at;
            }
            at += Character.charCount(point);
        }
        return -1;
    }

    /** Whether a character can be shown as it is. */
    public static boolean printable(int point) {
        if (point == '\n' || point == '\t') {
            return true;
        }
        return !Character.isISOControl(point)
                && Character.getType(point) != Character.SURROGATE
                && (point & 0xFFFE) != 0xFFFE
                && point != 0xFEFF
                && !reversesText(point);
    }

    /** Embeddings, overrides and isolates: with them a refusal can be made to look like its opposite. */
    private static boolean reversesText(int point) {
        return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    }
}
