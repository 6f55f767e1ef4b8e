package org.dpstck.dataplane.cases;

import java.util.Locale;
import org.dpstck.core.plan.Worded;

/** What can be wrong with the token that comes with a response. */
enum TokenDefect implements Worded {
    /** There is none. */
    MISSING("without a token"),
    /** Some of its characters are others. */
    ALTERED("with its token altered"),
    /** It is that of another flow. */
    FOREIGN("with the token of another flow's response channel");

    private static final int FROM_THE_END = 10;
    private static final int CHANGED = 4;

    private final String text;

    TokenDefect(String text) {
        this.text = text;
    }

    /** What is wrong, for people. */
    @Override
    public String text() {
        return text;
    }

    /** The token with other characters near its end. */
    static String altered(String token) {
        var from = Math.max(0, token.length() - FROM_THE_END);
        var changed = new StringBuilder(token);
        for (int i = from; i < Math.min(token.length(), from + CHANGED); i++) {
            changed.setCharAt(i, token.charAt(i) == 'A' ? 'B' : 'A');
        }
        return changed.toString();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
