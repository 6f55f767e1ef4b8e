package org.dpstck.cli.console;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that a command takes from the process it runs in, so that it can be run without one.
 *
 * @param out for results
 * @param err for what went wrong
 * @param in what a person types
 * @param environment every environment variable
 * @param tty what input and output are connected to
 * @param hooks what happens when the process is asked to end
 */
public record Surroundings(
        PrintWriter out,
        PrintWriter err,
        BufferedReader in,
        Map<String, String> environment,
        Tty tty,
        ShutdownHooks hooks) {

    /** Variables of the start script: they look like keys of a description and are none. */
    private static final Set<String> OWN_VARIABLES = Set.of("DPS_TCK_JAVA_OPTS", "DPS_TCK_ARCHIVE");

    /** Without a terminal, input and signals. */
    public static Surroundings of(PrintWriter out, PrintWriter err, Map<String, String> environment) {
        var nothing = new BufferedReader(Reader.nullReader());
        return new Surroundings(out, err, nothing, environment, Tty.none(), ShutdownHooks.none());
    }

    /** The environment without the variables of the start script. */
    public Map<String, String> settings() {
        return environment.entrySet().stream()
                .filter(variable -> !OWN_VARIABLES.contains(variable.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** One line that says what went wrong. */
    public void complain(String message) {
        SafeText.lines(message).forEach(err::println);
        err.flush();
    }
}
