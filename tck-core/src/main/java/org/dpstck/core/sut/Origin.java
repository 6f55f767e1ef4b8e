package org.dpstck.core.sut;

import java.nio.file.Path;

/**
 * Where a value came from, for messages.
 *
 * @param kind which source
 * @param text how a message names the place; empty for a default
 */
record Origin(Kind kind, String text) {

    /** The sources, the weakest first. */
    enum Kind {
        DEFAULT,
        FILE,
        ENVIRONMENT,
        OPTION
    }

    static Origin none() {
        return new Origin(Kind.DEFAULT, "");
    }

    static Origin file(Path file, int line) {
        return new Origin(Kind.FILE, line > 0 ? file + ":" + line : file.toString());
    }

    static Origin environment(String variable) {
        return new Origin(Kind.ENVIRONMENT, "environment variable " + variable);
    }

    static Origin option(String option) {
        return new Origin(Kind.OPTION, "option " + option);
    }

    /** Whether lists and maps come as text here. */
    boolean isInline() {
        return kind == Kind.ENVIRONMENT || kind == Kind.OPTION;
    }

    @Override
    public String toString() {
        return text.isEmpty() ? "default" : text;
    }
}
