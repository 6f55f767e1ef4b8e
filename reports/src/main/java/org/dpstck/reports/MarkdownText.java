package org.dpstck.reports;

import org.dpstck.reports.base.Printable;

/**
 * Text in a line of Markdown that shows as it is: nothing in it is markup, a link, a picture or a mention.
 *
 * <p>Only what Markdown (CommonMark, and what GitHub adds to it) would take where it stands is escaped, so that the text can
 * be read without a program, too.
 */
public final class MarkdownText {

    /** Rarely just themselves: code, emphasis, cells, strokes, formulas, and the escape. */
    private static final String ALWAYS = "\\`*|~$";

    /** What begins a block: headings, lists, rules, underlines of headings. */
    private static final String OPENING = "#+-=";

    /** What a tag of an inline comparison, a template or an attribute begins with. */
    private static final String IN_BRACES = "+-{%#:.";

    private final String line;
    private final boolean linking;

    private MarkdownText(String line, boolean linking) {
        this.line = line;
        this.linking = linking;
    }

    /** Any text on one line. */
    public static String of(String raw) {
        return new MarkdownText(Printable.line(raw), false).escaped();
    }

    /** The same of whoever writes the page: addresses and people in it may become links. */
    public static String ofAuthor(String raw) {
        return new MarkdownText(Printable.line(raw), true).escaped();
    }

    private String escaped() {
        var text = new StringBuilder(line.length() + 32);
        for (int at = 0; at < line.length(); at++) {
            var c = line.charAt(at);
            switch (c) {
                case '<' -> text.append("&lt;");
                case '>' -> text.append(at == 0 ? "&gt;" : ">");
                case '&' -> text.append(isEntity(at) ? "&amp;" : "&");
                // What services make links of by themselves: addresses and people.
                case '@' -> text.append(linking ? "@" : "&#64;");
                case ':' -> text.append(!linking && line.startsWith("://", at) ? "&#58;" : ":");
                default -> text.append(!linking && isWww(at) ? "&#46;" : isTaken(c, at) ? "\\" + c : String.valueOf(c));
            }
        }
        return text.toString();
    }

    private boolean isTaken(char c, int at) {
        return ALWAYS.indexOf(c) >= 0
                || at == 0 && OPENING.indexOf(c) >= 0
                || switch (c) {
                    case '_' -> !isWord(at - 1) || !isWord(at + 1);
                    case '#' -> isWord(at + 1); // a ticket
                    case '!' -> at(at + 1) == '[' || at(at + 1) == 0;
                    // A link has its brackets, a definition or a box of a list begins with one.
                    case '[' -> at == 0 || "[^ ".indexOf(at(at + 1)) >= 0;
                    case ']' -> at(at + 1) == 0 || "([:".indexOf(at(at + 1)) >= 0;
                    case '{' -> IN_BRACES.indexOf(at(at + 1)) >= 0;
                    case '.', ')' -> isNumber(at);
                    default -> false;
                };
    }

    /** Whether everything before is the number of an item of a list. */
    private boolean isNumber(int end) {
        return end > 0
                && line.chars().limit(end).allMatch(c -> c >= '0' && c <= '9')
                && (at(end + 1) == 0 || at(end + 1) == ' ');
    }

    private boolean isEntity(int at) {
        var end = line.indexOf(';', at);
        return at(at + 1) == '#'
                || end > 0 && line.substring(at + 1, end).chars().allMatch(Character::isLetterOrDigit);
    }

    private boolean isWww(int at) {
        return at >= 3 && line.charAt(at) == '.' && line.regionMatches(true, at - 3, "www", 0, 3);
    }

    private boolean isWord(int at) {
        return Character.isLetterOrDigit(at(at));
    }

    /** The character at a place; 0 where there is none. */
    private char at(int at) {
        return at < 0 || at >= line.length() ? 0 : line.charAt(at);
    }
}
