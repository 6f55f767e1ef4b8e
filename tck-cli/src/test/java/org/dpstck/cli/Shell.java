package org.dpstck.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.dpstck.cli.console.ShutdownHooks;
import org.dpstck.cli.console.Surroundings;
import org.dpstck.cli.console.Tty;
import org.dpstck.cli.suite.Suites;
import org.dpstck.core.edition.Editions;
import org.dpstck.core.junit.Suite;

/** Runs commands within the test and keeps what they print. */
final class Shell {

    private final Map<String, String> environment;
    private final Tty tty;
    private final Supplier<Suites> suites;
    private final CompletableFuture<Runnable> ending = new CompletableFuture<>();

    private Shell(Map<String, String> environment, Tty tty, Supplier<Suites> suites) {
        this.environment = environment;
        this.tty = tty;
        this.suites = suites;
    }

    /** What a command left. */
    record Result(int code, String out, String err) {

        List<String> errLines() {
            return err.lines().toList();
        }
    }

    static Shell plain() {
        return new Shell(Map.of(), Tty.none(), Suites::installed);
    }

    static Shell with(Map<String, String> environment) {
        return new Shell(environment, Tty.none(), Suites::installed);
    }

    static Shell judgingWith(Suite suite) {
        return new Shell(Map.of(), Tty.none(), () -> new Suites(List.of(suite), new Editions()));
    }

    /** The same, on a terminal. */
    Shell onTerminal(Map<String, String> variables) {
        return new Shell(variables, new Tty(true, true, 100), suites);
    }

    Result run(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        ShutdownHooks hooks = action -> {
            ending.complete(action);
            return () -> {};
        };
        var nothing = new BufferedReader(Reader.nullReader());
        var surroundings =
                new Surroundings(new PrintWriter(out), new PrintWriter(err), nothing, environment, tty, hooks);
        var code = new DpsTck(surroundings, suites).execute(args);
        return new Result(code, out.toString(), err.toString());
    }

    CompletableFuture<Result> inBackground(String... args) {
        return CompletableFuture.supplyAsync(() -> run(args));
    }

    /** Does what the process does on Ctrl-C, once the command is ready for it. */
    void interrupt() {
        ending.join().run();
    }
}
