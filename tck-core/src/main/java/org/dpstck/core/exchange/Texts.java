package org.dpstck.core.exchange;

/** Small helpers for text that a system under test had a hand in. */
public final class Texts {

    private Texts() {}

    /** The first characters of a text, with a mark if there were more; null stays null. */
    public static String cut(String text, int limit) {
        if (text == null || text.length() <= limit) {
            return text;
        }
        return text.substring(0, limit) + "… (" + text.length() + " characters)";
    }

    /** A text on one line, without control characters, short enough for a message. */
    public static String oneLine(String text, int limit) {
        return cut(text.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "�").strip(), limit);
    }
}
