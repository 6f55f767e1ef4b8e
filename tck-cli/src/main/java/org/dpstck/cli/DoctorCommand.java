package org.dpstck.cli;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.dpstck.cli.console.ExitCode;
import org.dpstck.cli.console.Surroundings;
import org.dpstck.cli.run.DoctorRun;
import org.dpstck.cli.run.RunRequest;
import org.dpstck.cli.suite.Suites;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks, before a run, at everything that it stands on. */
@Command(
        name = "doctor",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Looks, before a run, at everything that a run stands on, and says what it means and what to change: the"
                    + " description, the address of the system, TLS, authentication, edition, ids, whether the system"
                    + " reaches this kit, every trigger, and the clocks. It judges nothing; flows and transfers that it"
                    + " makes are terminated.%n",
            "The system is described as for `run`. Without --config, --url and DPS_TCK_URL, the reference implementation that"
                    + " comes with the kit is started and examined, in the role of --role.%n",
            "--format json prints {format, ready, problems, warnings, notChecked, kit, at, system, checks: [{check, outcome,"
                    + " observed, meaning, change, settings, millis}]}.%n"
        },
        optionListHeading = "The examination:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing stands in the way of a run; there may be warnings",
            "2:wrong usage, or the description cannot be used",
            "3:at least one problem stands in the way of a run",
            ExitCode.BROKEN_HELP
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  dps-tck doctor",
            "  dps-tck doctor --config sut.yaml",
            "  dps-tck doctor --config sut.yaml --format json",
            "  dps-tck doctor --role control-plane",
            "  dps-tck doctor --url http://localhost:8080/signaling --callback-bind 0.0.0.0:9090 \\",
            "                 --callback-advertise http://host.docker.internal:9090",
            "      proves that the system, in its container, reaches the kit"
        })
final class DoctorCommand implements Callable<Integer> {

    private final Surroundings surroundings;
    private final Supplier<Suites> suites;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SystemOptions system;

    @Mixin
    private FormOption format;

    @Mixin
    private ReferenceHooks reference;

    @Mixin
    private CommonOptions common;

    DoctorCommand(Surroundings surroundings, Supplier<Suites> suites) {
        this.surroundings = surroundings;
        this.suites = suites;
    }

    @Override
    public Integer call() {
        var request =
                RunRequest.about(system.config(), SutOptions.given(spec), reference.faults(), reference.variants());
        return new DoctorRun(
                        request,
                        format.form(),
                        surroundings,
                        suites.get(),
                        common.palette(surroundings),
                        SuiteVersion.get())
                .execute();
    }
}
