package org.dpstck.cli;

import java.util.List;
import org.dpstck.cli.console.ExitCode;
import org.dpstck.cli.console.SafeText;
import org.dpstck.cli.console.Surroundings;
import org.dpstck.cli.suite.Nearest;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells in one line what is wrong with a command line. */
final class UsageProblems implements IParameterExceptionHandler {

    private static final int SUGGESTIONS = 3;

    private final Surroundings surroundings;

    UsageProblems(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        var command = e.getCommandLine().getCommandSpec().qualifiedName();
        surroundings.complain(command + ": " + message(e) + " (see " + command + " --help)");
        return ExitCode.USAGE;
    }

    private static String message(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched)) {
            return SafeText.line(e.getMessage());
        }
        var command = e.getCommandLine();
        var words = unmatched.getUnmatched();
        if (!command.getSubcommands().isEmpty() && !words.get(0).startsWith("-")) {
            return "there is no command '" + SafeText.line(words.get(0)) + "'"
                    + near(Nearest.to(words.get(0), command.getSubcommands().keySet()));
        }
        return SafeText.line(e.getMessage()) + near(unmatched.getSuggestions());
    }

    private static String near(List<String> suggestions) {
        return suggestions.isEmpty()
                ? ""
                : "; did you mean "
                        + String.join(
                                ", ", suggestions.stream().limit(SUGGESTIONS).toList()) + "?";
    }
}
