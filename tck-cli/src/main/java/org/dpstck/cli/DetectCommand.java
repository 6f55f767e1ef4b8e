package org.dpstck.cli;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.dpstck.cli.console.ExitCode;
import org.dpstck.cli.console.Surroundings;
import org.dpstck.cli.run.DetectionRun;
import org.dpstck.cli.run.RunRequest;
import org.dpstck.cli.suite.Suites;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells which edition a system speaks. */
@Command(
        name = "detect",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Tells which edition of the protocol a system speaks, with the evidence for and against each.%n",
            "A handful of exchanges: each form of the message that makes a flow, a look at the answer and the status, and,"
                    + " only where that leaves a choice, an operation that some editions have and others have not. Every flow"
                    + " that was made is terminated, callbacks are not needed, and nothing is judged.%n",
            "Of a control plane it also tells the form of the transfer process. Questions that change nothing come first; what"
                    + " shows in signals alone takes a transfer or two, which are terminated.%n",
            "The system is described as for `run`; the edition of the description plays no part. Without --config, --url and"
                    + " DPS_TCK_URL, the reference implementation that comes with the kit is asked, in the role of --role; it speaks --edition.%n",
            "docs/editions.md describes the members of --format json.%n"
        },
        optionListHeading = "Options:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:exactly one edition fits",
            ExitCode.USAGE_HELP,
            "3:none fits, several do, or the system cannot be asked",
            ExitCode.BROKEN_HELP
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  dps-tck detect --url http://localhost:8080/signaling",
            "  dps-tck detect --config sut.yaml --format json",
            "  dps-tck detect --url https://plane.example/signaling --header 'Authorization: Bearer abc' \\",
            "                 --push-type com.example.s3-PUSH",
            "  dps-tck detect --role control-plane --url http://localhost:8081/signaling --dsp-url http://localhost:8081/dsp",
            "  dps-tck detect --edition 1.0-RC2",
            "      asks the bundled reference data plane, which speaks 1.0-RC2"
        })
final class DetectCommand implements Callable<Integer> {

    private final Surroundings surroundings;
    private final Supplier<Suites> suites;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SystemOptions system;

    @Mixin
    private FormOption format;

    @Mixin
    private CommonOptions common;

    DetectCommand(Surroundings surroundings, Supplier<Suites> suites) {
        this.surroundings = surroundings;
        this.suites = suites;
    }

    @Override
    public Integer call() {
        var request = RunRequest.of(system.config(), SutOptions.given(spec));
        return new DetectionRun(request, surroundings, suites.get(), common.palette(surroundings), format.form())
                .execute();
    }
}
