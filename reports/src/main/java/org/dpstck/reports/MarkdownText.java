package org.dpstck.reports;

import org.dpstck.reports.base.Printable;

/** Text in a line of Markdown that shows as it is: nothing in it is markup, a link, a picture or a mention. */
public final class MarkdownText {

    private static final String ESCAPED = "\\`*_{}[]()#+-!|~$";

    private MarkdownText() {}

    /** Any text on one line. */
    public static String of(String raw) {
        var line = Printable.line(raw);
        var text = new StringBuilder(line.length() + 32);
        for (int at = 0; at < line.length(); at++) {
            var c = line.charAt(at);
            switch (c) {
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '&' -> text.append("&amp;");
                // What services make links of by themselves: addresses and people.
                case '@' -> text.append("&#64;");
                case ':' -> text.append(line.startsWith("://", at) ? "&#58;" : ":");
                case '.' -> text.append(at >= 3 && line.regionMatches(true, at - 3, "www", 0, 3) ? "&#46;" : ".");
                default -> {
                    if (ESCAPED.indexOf(c) >= 0) {
                        text.append('\\');
                    }
                    text.append(c);
                }
            }
        }
        return text.toString();
    }
}
