package org.dpstck.core.plan;

import java.util.Locale;

/** Ends of ids that careless software shortens, normalises, decodes or breaks on, each with an id that it would take it for. */
public enum OddText implements Worded {
    /** 255 characters with the beginning that every id of the suite has: the width of many a database column. */
    LONG("255 characters", filled(214) + "a", filled(214) + "b"),
    /** 4 KiB. */
    VERY_LONG("4096 characters", filled(4055) + "a", filled(4055) + "b"),
    /** A letter that is decomposed, and the same one composed. */
    UNICODE("letters beyond ASCII", "cafe\u0301-\u6570\u636e-\u0434", "caf\u00e9-\u6570\u636e-\u0434"),
    /** Beyond the basic plane. */
    EMOJI("emoji", "\ud83d\ude00", "\ud83d\ude01"),
    /** Capitals. */
    CASE("letters in both cases", "aBcD", "AbCd"),
    /** Blanks in a row and at the end, where the other one has none: the beginning of an id is never blank. */
    SPACES("spaces", "a  b ", "a  b"),
    /** A plus is a space in forms only. */
    PLUS("a plus", "a+b", "a b"),
    /** What ends a path. */
    RESERVED("characters that URLs reserve", "a?b=c&d#e;f:@", "a"),
    /** A percent sign that begins no escape. */
    PERCENT("a percent sign", "100%-a", "100%25-a"),
    /** What looks like an escape already. */
    ESCAPE("%2F", "a%2Fb", "a/b"),
    /** Segments that paths drop, behind one that holds the beginning of the id. */
    DOTS("../", "a/x/../y", "a/y"),
    /** What ends strings in JSON, SQL and shells. */
    QUOTES("quotes and a backslash", "a\"b'c\\d`e", "a'b\"c\\d`e");

    private final String text;
    private final String value;
    private final String sibling;

    OddText(String text, String value, String sibling) {
        this.text = text;
        this.value = value;
        this.sibling = sibling;
    }

    /** What is odd, for people. */
    @Override
    public String text() {
        return text;
    }

    /** The end of an id. */
    public String value() {
        return value;
    }

    /** The end of another one, which is to be told from it. */
    public String sibling() {
        return sibling;
    }

    private static String filled(int length) {
        return "0123456789".repeat(length / 10 + 1).substring(0, length);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
