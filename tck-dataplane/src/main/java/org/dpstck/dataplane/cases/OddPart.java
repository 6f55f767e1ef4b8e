package org.dpstck.dataplane.cases;

import java.util.Locale;
import org.dpstck.core.plan.Worded;

/** Parts of a URL that careless software writes in another way, which makes it another URL (RFC 3986, 6.2.2). */
enum OddPart implements Worded {
    /** Paths are case-sensitive. */
    CAPITALS("capitals", "/CallBacks"),
    /** An encoded slash is no slash, and a plus no blank. */
    ESCAPES("escapes and a plus", "/a%2Fb%20c+d");

    private final String text;
    private final String part;

    OddPart(String text, String part) {
        this.text = text;
        this.part = part;
    }

    @Override
    public String text() {
        return text;
    }

    /** The part of the path, with its slash. */
    String part() {
        return part;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
