package org.dpstck.cli.console;

import java.util.ArrayList;
import java.util.List;

/** Makes text that a system under test had a hand in harmless to a terminal, and fits it into lines. */
public final class SafeText {

    private SafeText() {}

    /** The text on one line: line ends and tabs become blanks, other control characters become visible. */
    public static String line(String text) {
        return visible(text == null ? "" : text.strip().replaceAll("\\s+", " "));
    }

    /** The text on one line of at most so many characters. */
    public static String line(String text, int most) {
        var line = line(text);
        return line.length() <= most ? line : line.substring(0, Math.max(0, most - 1)) + "…";
    }

    /** The text with its line ends; control characters become visible. */
    public static List<String> lines(String text) {
        return text.lines().map(line -> visible(line.replace("\t", "    "))).toList();
    }

    /**
     * The text in lines of at most so many characters, broken at blanks; a longer word keeps a line of its own.
     *
     * @param width of every line, 1 or more
     */
    public static List<String> wrap(String text, int width) {
        var wrapped = new ArrayList<String>();
        for (var line : lines(text)) {
            wrapLine(line, width, wrapped);
        }
        return wrapped.isEmpty() ? List.of("") : wrapped;
    }

    private static void wrapLine(String line, int width, List<String> wrapped) {
        var rest = line.stripTrailing();
        while (rest.length() > width) {
            var end = rest.lastIndexOf(' ', width);
            end = end > 0 ? end : rest.indexOf(' ', width);
            if (end < 0) {
                break;
            }
            wrapped.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).strip();
        }
        wrapped.add(rest);
    }

    private static String visible(String text) {
        var safe = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (harmless(point)) {
                safe.appendCodePoint(point);
            } else {
                safe.append(point < 0x100 ? String.format("\\x%02x", point) : String.format("\\u%04x", point));
            }
        });
        return safe.toString();
    }

    /** Besides control characters, marks that reverse text are left out: they make a refusal read like its opposite. */
    private static boolean harmless(int point) {
        var reverses = point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
        var kind = Character.getType(point);
        return !Character.isISOControl(point)
                && !reverses
                && kind != Character.SURROGATE
                && kind != Character.LINE_SEPARATOR
                && kind != Character.PARAGRAPH_SEPARATOR;
    }
}
