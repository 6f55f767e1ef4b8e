package org.dpstck.cli;

import org.dpstck.cli.console.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all commands stand below. */
@Command(
        name = "dps-tck",
        versionProvider = SuiteVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Decides whether a data plane or a control plane speaks Data Plane Signaling, and shows why.%n",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            ExitCode.OK_HELP,
            ExitCode.NOT_CONFORMANT_HELP,
            ExitCode.USAGE_HELP,
            ExitCode.INCONCLUSIVE_HELP,
            ExitCode.BROKEN_HELP,
            ExitCode.SIGNAL_HELP
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  dps-tck run",
            "      judges the reference data plane that comes with the kit",
            "  dps-tck demo",
            "      shows a push and a pull between two participants, message by message",
            "  dps-tck run --url http://localhost:8080/signaling",
            "      judges your data plane",
            "  dps-tck doctor --config sut.yaml",
            "      says, before a run, what stands in its way and what to change",
            "  dps-tck run --config sut.yaml --only 'START-*'",
            "      judges a part of it, described in a file",
            "  dps-tck report build/run-1 --format html",
            "      renders the report of a run again, without the system",
            "  dps-tck repeat build/run-1 START-200.provider-push",
            "      prints a shell script that repeats a case without the kit",
            "  dps-tck certify build/run-1 --key key.pem --applicant applicant.yaml",
            "      signs what a run showed; `dps-tck verify` checks it",
            "  dps-tck explain START-200",
            "      says what the document demands and what the suite does about it"
        })
final class RootCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version of the kit, its editions and its Java.")
    private boolean version;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "name a command: " + String.join(", ", spec.subcommands().keySet()));
    }
}
