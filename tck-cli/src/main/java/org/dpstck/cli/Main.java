package org.dpstck.cli;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.dpstck.cli.console.ExitCode;
import org.dpstck.cli.console.ShutdownHooks;
import org.dpstck.cli.console.Surroundings;
import org.dpstck.cli.console.Tty;
import org.dpstck.cli.suite.Suites;

/** The process: gives the command its surroundings and always ends with its code. */
public final class Main {

    private Main() {}

    /** Runs the command and ends the process. */
    public static void main(String[] args) {
        int code = ExitCode.BROKEN;
        try {
            code = run(args);
        } finally {
            // Threads of servers would keep a process alive whose command is over, or broke.
            // checkstyle:off RegexpSingleline
            System.exit(code);
            // checkstyle:on RegexpSingleline
        }
    }

    private static int run(String[] args) {
        var environment = System.getenv();
        // UTF-8 whatever the locale says: a container without one has a terminal that knows it all the same.
        var surroundings = new Surroundings(
                writer(FileDescriptor.out),
                writer(FileDescriptor.err),
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                environment,
                Tty.detect(environment),
                ShutdownHooks.ofProcess());
        var code = new DpsTck(surroundings, Suites::installed).execute(args);
        surroundings.out().flush();
        surroundings.err().flush();
        return code;
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), false);
    }
}
