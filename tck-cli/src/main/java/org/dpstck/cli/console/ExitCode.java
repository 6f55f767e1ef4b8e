package org.dpstck.cli.console;

/** How the process ends; the first four are the ones of a verdict. */
public final class ExitCode {

    /** Conformant, or a part was selected and nothing in it failed. */
    public static final int OK = 0;

    /** At least one case failed. */
    public static final int NOT_CONFORMANT = 1;

    /** The command line or the configuration is at fault. */
    public static final int USAGE = 2;

    /** Nothing can be said of the system. */
    public static final int INCONCLUSIVE = 3;

    /** The suite itself broke. */
    public static final int BROKEN = 4;

    /** What help says of {@link #OK}. */
    public static final String OK_HELP = "0:conformant; or a part was selected and nothing in it failed";

    /** What help says of {@link #NOT_CONFORMANT}. */
    public static final String NOT_CONFORMANT_HELP = "1:not conformant: at least one case failed";

    /** What help says of {@link #USAGE}. */
    public static final String USAGE_HELP = "2:wrong usage or configuration; nothing was judged";

    /** What help says of {@link #INCONCLUSIVE}. */
    public static final String INCONCLUSIVE_HELP =
            "3:inconclusive: unreachable, nothing mandatory ran, or a prerequisite failed";

    /** What help says of {@link #BROKEN}. */
    public static final String BROKEN_HELP = "4:the suite itself broke, which says nothing of the system";

    /** What help says of the codes that the operating system gives to a process that a signal ended. */
    public static final String SIGNAL_HELP = "130:ended by Ctrl-C, or 143 by SIGTERM; the record says INTERRUPTED";

    private ExitCode() {}
}
