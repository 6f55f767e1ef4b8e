package org.dpstck.dataplane.cases;

import java.util.Locale;
import org.dpstck.core.plan.Worded;

/** Ids in a path, written as they are sent, that name no flow. */
enum OddPath implements Worded {
    /** Letters beyond ASCII, encoded. */
    UNICODE("letters beyond ASCII", "caf%C3%A9-%F0%9F%98%80"),
    /** 4 KiB. */
    VERY_LONG("4096 characters", "0123456789abcdef".repeat(256)),
    /** A slash that belongs to the id. */
    SLASH("encoded slashes", "tck%2Fno%2Fsuch%2Fflow"),
    /** Out of the collection, for whoever decodes first and resolves then. */
    TRAVERSAL("encoded ../", "..%2F..%2Ftck-no-such-flow"),
    /** The end of a string in C. */
    NUL("an encoded NUL", "tck%00no-such-flow"),
    /** Not UTF-8. */
    BROKEN_UTF8("an escape that is no UTF-8", "tck-%C3%28-no-such-flow"),
    /** The end of a string in SQL. */
    QUOTES("encoded quotes", "%27%20OR%20%27tck%27%3D%27tck"),
    /** An escaped percent sign. */
    PERCENT("an encoded percent sign", "100%25-tck"),
    /** Any text at all, in a search with SQL's LIKE. */
    WILDCARD("a wildcard of SQL alone", "%25"),
    /** Any text at all, in a search with a pattern. */
    STAR("an asterisk alone", "*"),
    /** Nothing between two slashes. */
    EMPTY("an empty segment", "");

    private final String text;
    private final String segment;

    OddPath(String text, String segment) {
        this.text = text;
        this.segment = segment;
    }

    /** What is odd, for people. */
    @Override
    public String text() {
        return text;
    }

    /** The segment of the path, as it is sent. */
    String segment() {
        return segment;
    }

    /** Whether many servers read the path as another one, which they may serve. */
    boolean mayBeAnotherPath() {
        return this == EMPTY;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
