package org.dpstck.dataplane.cases;

import java.util.Locale;

/** Parts of a URL that careless software writes in another way, which makes it another URL (RFC 3986, 6.2.2). */
enum OddAddress {
    /** Paths are case-sensitive. */
    CAPITALS("/CallBacks"),
    /** An encoded slash is no slash, and a plus no blank. */
    ESCAPES("/a%2Fb%20c+d");

    private final String part;

    OddAddress(String part) {
        this.part = part;
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
