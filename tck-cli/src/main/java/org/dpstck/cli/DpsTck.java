package org.dpstck.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.function.Supplier;
import org.dpstck.cli.console.ExitCode;
import org.dpstck.cli.console.Palette;
import org.dpstck.cli.console.StackTraces;
import org.dpstck.cli.console.Surroundings;
import org.dpstck.cli.suite.Suites;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** The command line of the kit. */
public final class DpsTck {

    private final Surroundings surroundings;
    private final Supplier<Suites> suites;

    /**
     * The command line in some surroundings.
     *
     * @param suites asked for when a command needs them
     */
    public DpsTck(Surroundings surroundings, Supplier<Suites> suites) {
        this.surroundings = surroundings;
        this.suites = suites;
    }

    /**
     * Runs a command within this process, without a terminal.
     *
     * @param args without the name of the program
     * @param out for results
     * @param err for what went wrong
     * @param environment every environment variable that the command is to see
     * @return the exit code, 0 to 4
     */
    public static int execute(String[] args, PrintWriter out, PrintWriter err, Map<String, String> environment) {
        return new DpsTck(Surroundings.of(out, err, environment), Suites::installed).execute(args);
    }

    /**
     * Runs a command.
     *
     * @param args without the name of the program
     * @return the exit code, 0 to 4
     */
    public int execute(String... args) {
        try {
            return commandLine().execute(args);
        } catch (Error e) {
            // An error leaves picocli as it is.
            return broke(e);
        } finally {
            surroundings.out().flush();
            surroundings.err().flush();
        }
    }

    /** The commands with their options. */
    CommandLine commandLine() {
        var command = new CommandLine(new RootCommand())
                .addSubcommand(SutOptions.addTo(new CommandLine(new RunCommand(surroundings, suites))))
                .addSubcommand(SutOptions.addTo(new CommandLine(new DoctorCommand(surroundings, suites))))
                .addSubcommand(SutOptions.addTo(new CommandLine(new DetectCommand(surroundings, suites))))
                .addSubcommand(SutOptions.addChoiceTo(new CommandLine(new ListCommand(surroundings, suites))))
                .addSubcommand(SutOptions.addChoiceTo(new CommandLine(new ExplainCommand(surroundings, suites))))
                .addSubcommand(new CommandLine(new ReportCommand(surroundings, suites))
                        .addSubcommand(new DiffCommand(surroundings)))
                .addSubcommand(new RejudgeCommand(surroundings, suites))
                .addSubcommand(new CertifyCommand(surroundings, suites))
                .addSubcommand(new VerifyCommand(surroundings, suites))
                .addSubcommand(new RepeatCommand(surroundings, suites))
                .addSubcommand(new ReferenceCommand(surroundings))
                .addSubcommand(new DemoCommand(surroundings))
                .addSubcommand(new SelfTestCommand(surroundings, suites))
                .addSubcommand(new CommandLine.HelpCommand());
        var colours = Palette.of(Palette.Choice.AUTO, surroundings.tty(), surroundings.environment())
                .colours();
        command.getSubcommands()
                .get("help")
                .getCommandSpec()
                .usageMessage()
                .description("Shows the help of a command: `dps-tck help run` is `dps-tck run --help`.");
        return command.setOut(surroundings.out())
                .setErr(surroundings.err())
                .setUsageHelpWidth(surroundings.tty().columns())
                .setUsageHelpLongOptionsMaxWidth(32)
                .setColorScheme(Help.defaultColorScheme(colours ? Help.Ansi.ON : Help.Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new UsageProblems(surroundings))
                .setExecutionExceptionHandler((e, line, result) ->
                        Problems.isOfUser(e) ? Problems.tell(e, line.getCommandName(), surroundings) : broke(e));
    }

    private int broke(Throwable thrown) {
        surroundings.out().flush();
        var err = surroundings.err();
        err.println("dps-tck broke; that says nothing of the system under test.");
        StackTraces.of(thrown).forEach(err::println);
        err.println("Please report this to the maintainers of dps-tck, with the lines above, " + SuiteVersion.get()
                + " and Java " + Runtime.version() + ".");
        err.flush();
        return ExitCode.BROKEN;
    }
}
