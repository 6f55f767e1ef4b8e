package org.dpstck.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.dpstck.cli.console.ExitCode;
import org.dpstck.cli.console.SafeText;
import org.dpstck.cli.console.Surroundings;
import org.dpstck.cli.run.EditionsRun;
import org.dpstck.cli.run.EventStream;
import org.dpstck.cli.run.Events;
import org.dpstck.cli.run.KnownFailures;
import org.dpstck.cli.run.Repetition;
import org.dpstck.cli.run.RunRequest;
import org.dpstck.cli.suite.Suites;
import org.dpstck.core.verdict.RunRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Judges a system. */
@Command(
        name = "run",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Judges a data plane or a control plane, case by case, and says whether it is conformant.%n",
            "The system is described by options, environment variables and a file, the first of them that says something"
                    + " winning. Without --config, --url and DPS_TCK_URL, the reference implementation that comes with the kit is"
                    + " started and judged, as a data plane or, with --role control-plane, as a control plane.%n",
            "A run leaves its records in a folder: run.json (everything), junit.xml, allure-results/.%n",
            "Several editions, as in --edition 1.0-RC2,1.0-RC3, are judged one after the other, each with a folder of its"
                    + " own; comparison.json beside them and the end of the output show where the system behaves differently."
                    + " The exit code is then the worst, in the order 4, 1, 3, 0; an edition that the system does not speak"
                    + " does not count unless it speaks none of them.%n",
            "If the first exchanges show that the system speaks another edition than the one asked for, the run stops and"
                    + " names it (exit code 3); `dps-tck detect` shows the evidence.%n"
        },
        optionListHeading = "The run:%n",
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
            "  dps-tck run --url http://localhost:8080/signaling --header 'Authorization: Bearer abc'",
            "  dps-tck run --config sut.yaml --out build/run-1 --parallel 4",
            "  dps-tck run --config sut.yaml --only 'START-*,PREPARE-202' --verbose",
            "  dps-tck run --url http://localhost:8080/signaling --capabilities provider,pull",
            "  dps-tck run --url http://localhost:8080/signaling --callback-bind 0.0.0.0:9090 \\",
            "              --callback-advertise http://host.docker.internal:9090",
            "  dps-tck run --role control-plane",
            "  dps-tck run --config sut.yaml --repeat 50",
            "  dps-tck run --config sut.yaml --edition 1.0-RC2,1.0-RC3",
            "      judges by both, and compares",
            "  dps-tck run --reference-fault PREPARE-201",
            "      shows what a failure looks like; `dps-tck reference --list-faults` lists the faults"
        })
final class RunCommand implements Callable<Integer> {

    private final Surroundings surroundings;
    private final Supplier<Suites> suites;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SystemOptions system;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Folder for the records of the run. Default: build/dps-tck/<time>")
    private Path out;

    @Option(
            names = "--only",
            paramLabel = "GLOB",
            description =
                    "Run only cases whose id, id without the row, or requirement is like this; * stands for anything,"
                            + " ? for one character. May be repeated. What passes is then PARTIAL, never CONFORMANT.")
    private List<String> only = List.of();

    @Option(
            names = {"-p", "--parallel"},
            paramLabel = "N",
            defaultValue = "24",
            description = "How many cases run at a time, 1 to " + RunRequest.MOST_PARALLEL
                    + "; most of them wait most of the time. Default: 24")
    private int parallel;

    @Option(
            names = "--repeat",
            paramLabel = "N",
            description =
                    "Run all of it N times, each time in another order, and report every case whose outcome changed;"
                            + " the exit code is then not 0. Each round leaves its records in a folder of its own.")
    private Integer repeat;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Run the cases in the order that this number decides; with --repeat, that of the first round."
                    + " Default: the order of the suite, and chance with --repeat. run.json has it.")
    private Long seed;

    @Option(
            names = "--known-failures",
            paramLabel = "FILE",
            description = "YAML list of failures that do not fail the pipeline: each with `case` or `requirement`, a"
                    + " `reason`, and perhaps `until: 2027-01-31`. The verdict stays what it is; the exit code is 0 if"
                    + " every failure is in the list, and 1 if one is not, or an entry passes, is gone or has expired."
                    + " `sometimes: true` lets an entry pass: it is a matter of moments.")
    private Path knownFailures;

    @Option(
            names = "--events",
            paramLabel = "FILE",
            description =
                    "Write what happens as it happens, one JSON object a line, for programs that watch: run-began,"
                            + " case-began, case-ended, run-ended. With - they go to standard output, and everything for people to"
                            + " standard error.")
    private Path events;

    @Option(
            names = {"-q", "--quiet"},
            description = "Show the verdict alone.")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "Show every case as it ends, too.")
    private boolean verbose;

    @Option(
            names = "--any-edition",
            description = "Judge by the edition asked for even if the system seems to speak another one.")
    private boolean anyEdition;

    @Mixin
    private ReferenceHooks reference;

    @Option(
            names = "--allure-html",
            description =
                    "Make the static Allure report, too: one page, allure-report.html. Allure's generator is fetched"
                            + " once, by Maven, if it is not on this machine.")
    private boolean allureHtml;

    @Mixin
    private AllureOptions allure;

    @Mixin
    private CommonOptions common;

    RunCommand(Surroundings surroundings, Supplier<Suites> suites) {
        this.surroundings = surroundings;
        this.suites = suites;
    }

    @Override
    public Integer call() {
        check();
        try (var watched = EventStream.open(events, surroundings)) {
            var told = watched.surroundings(surroundings);
            return run(request(allureHtml ? watched.and(allurePages(told)) : watched), told);
        }
    }

    /** Makes the page of every run that came to an end; that it cannot be written changes no verdict. */
    private BiConsumer<RunRecord, Path> allurePages(Surroundings told) {
        var tool = AllureOptions.tool(surroundings);
        return (record, folder) -> {
            if (record.status() == RunRecord.Status.INTERRUPTED) {
                return;
            }
            try {
                told.out().println("  Allure: " + allure.write(tool, record, folder, folder));
            } catch (IOException e) {
                told.complain("the Allure report of " + folder + " could not be made: " + e.getMessage());
            }
        };
    }

    private RunRequest request(Events watched) {
        return new RunRequest(
                system.config(),
                SutOptions.given(spec),
                out,
                Lists.of("--only", only),
                parallel,
                repeat != null && seed == null
                        ? Long.valueOf(ThreadLocalRandom.current().nextInt(1_000_000))
                        : seed,
                detail(),
                reference.faults(),
                reference.variants(),
                anyEdition,
                watched);
    }

    private int run(RunRequest request, Surroundings told) {
        var run = new EditionsRun(request, told, suites.get(), common.palette(told), SuiteVersion.get());
        if (knownFailures != null) {
            var known = KnownFailures.read(knownFailures);
            var judged = known.judge(run.single("--known-failures").apply(request), LocalDate.now(ZoneOffset.UTC));
            judged.lines().forEach(line -> told.out().println(SafeText.line(line)));
            return judged.code();
        }
        return repeat == null
                ? run.execute()
                : new Repetition(request, repeat, run.single("--repeat"), told.out()).execute();
    }

    private void check() {
        if (parallel < 1 || parallel > RunRequest.MOST_PARALLEL) {
            throw new ParameterException(
                    spec.commandLine(), "--parallel " + parallel + " is not from 1 to " + RunRequest.MOST_PARALLEL);
        }
        if (repeat != null && repeat < 1) {
            throw new ParameterException(spec.commandLine(), "--repeat " + repeat + " is not 1 or more");
        }
        if (repeat != null && knownFailures != null) {
            throw new ParameterException(spec.commandLine(), "--repeat and --known-failures exclude each other");
        }
        if (quiet && verbose) {
            throw new ParameterException(spec.commandLine(), "--quiet and --verbose exclude each other");
        }
    }

    private RunRequest.Detail detail() {
        if (quiet) {
            return RunRequest.Detail.QUIET;
        }
        return verbose ? RunRequest.Detail.VERBOSE : RunRequest.Detail.NORMAL;
    }
}
