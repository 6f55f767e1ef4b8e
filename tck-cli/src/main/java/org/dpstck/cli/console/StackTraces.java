package org.dpstck.cli.console;

import java.util.ArrayList;
import java.util.List;

/** Writes stack traces: shown only when the suite itself broke. */
public final class StackTraces {

    private static final int DEEPEST = 8;

    private StackTraces() {}

    /** What was thrown and where, with its causes, a line each. */
    public static List<String> of(Throwable thrown) {
        var lines = new ArrayList<String>();
        var lead = "";
        var cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            lines.add(lead + SafeText.line(String.valueOf(cause)));
            for (var frame : cause.getStackTrace()) {
                lines.add("    at " + frame);
            }
            lead = "caused by: ";
            cause = cause.getCause();
        }
        return lines;
    }
}
