package org.dpstck.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.dpstck.cli.console.ExitCode;
import org.dpstck.cli.console.Form;
import org.dpstck.cli.console.Surroundings;
import org.dpstck.cli.console.UsageException;
import org.dpstck.cli.selftest.MatrixFiles;
import org.dpstck.cli.selftest.ReportJson;
import org.dpstck.cli.selftest.ReportText;
import org.dpstck.cli.selftest.SelfTestReport;
import org.dpstck.cli.selftest.SelfTestRequest;
import org.dpstck.cli.selftest.SelfTestRequest.Depth;
import org.dpstck.cli.selftest.SelfTests;
import org.dpstck.cli.selftest.TrialProgress;
import org.dpstck.cli.selftest.TrustPage;
import org.dpstck.cli.suite.Suites;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Judges the suite. */
@Command(
        name = "self-test",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Judges the suite itself: it has to find every deliberate fault of the reference planes, under a requirement"
                    + " that the fault breaks and in words that name it, and to hold no legal variant against it.%n",
            "Each fault is tried in every edition in which it is one, by the cases of the requirements it breaks, and by the"
                    + " whole suite on a sample; each variant by the whole suite in every edition. The self-test fails on a"
                    + " fault that nobody caught, one that only cases of unrelated requirements caught, a message that does"
                    + " not name the defect, a variant that is flagged, a case that no fault can make fail, and a suite that"
                    + " crashes or does not end. An inconclusive case is no catch.%n",
            "A control plane speaks a form of the transfer process besides: all editions are tried in the default one, and one"
                    + " of them, which the seed chooses, in each other form. --edition names that as well, as in 2026-02/dsp-tp.%n",
            "--format json prints {faults: [{id, edition, role, requirements, caught, by}], variants: [{id, flagged, by}],"
                    + " survivors, flagged, uselessCases, seconds} and more.%n"
        },
        optionListHeading = "Options:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the suite passed its self-test, as far as it was asked for",
            "1:the suite failed it; each reason is a line",
            "2:wrong usage: nothing has this name; nothing was tried",
            "4:the self-test itself broke",
            "130:ended by Ctrl-C, or 143 by SIGTERM"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  dps-tck self-test",
            "  dps-tck self-test --format json --out build/self-test",
            "  dps-tck self-test --fault 'PREPARE-*' --edition 1.0-RC3",
            "  dps-tck self-test --role control-plane",
            "  dps-tck self-test --variant '*'",
            "  dps-tck self-test --full --trust docs/trust.md"
        })
final class SelfTestCommand implements Callable<Integer> {

    private static final int MOST_LANES = 32;

    private final Surroundings surroundings;
    private final Supplier<Suites> suites;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--fault",
            paramLabel = "GLOB",
            description = "Only faults like this, and no variants unless --variant names some. May be repeated.")
    private List<String> faults = List.of();

    @Option(
            names = "--variant",
            paramLabel = "GLOB",
            description = "Only variants like this, and no faults unless --fault names some. May be repeated.")
    private List<String> variants = List.of();

    @Option(names = "--edition", paramLabel = "GLOB", description = "Only editions like this. May be repeated.")
    private List<String> editions = List.of();

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description = "Only the suite of this role: data-plane or control-plane. Default: both")
    private String role;

    @Option(names = "--full", description = "Run the whole suite on every fault, not only on a sample; much slower.")
    private boolean full;

    @Option(
            names = "--quick",
            description =
                    "Try every fault and variant in one of its editions, which the seed chooses, instead of in all; no"
                            + " case is called useless then.")
    private boolean quick;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Chooses the sample and the order; printed at the end. Default: by chance")
    private Long seed;

    @Option(
            names = "--lanes",
            paramLabel = "N",
            description =
                    "How many planes are judged at a time, 1 to " + MOST_LANES + ". Default: three for each processor")
    private Integer lanes;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Folder for matrix.json, matrix.csv and matrix.md: fault × requirement × cases that failed.")
    private Path out;

    @Option(
            names = "--trust",
            paramLabel = "FILE",
            description =
                    "Write the page for readers, docs/trust.md; where both roles are tried, that of the control plane"
                            + " stands beside it, docs/trust-control-plane.md.")
    private Path trust;

    @Mixin
    private FormOption format;

    @Mixin
    private CommonOptions common;

    SelfTestCommand(Surroundings surroundings, Supplier<Suites> suites) {
        this.surroundings = surroundings;
        this.suites = suites;
    }

    @Override
    public Integer call() {
        var request = request();
        if (trust != null && !request.complete()) {
            throw new UsageException(
                    "--trust tells of all faults and variants; leave out --fault, --variant, --edition and --quick");
        }
        // Results alone go to standard output when a program reads them.
        var progress = format.form() == Form.JSON ? surroundings.err() : surroundings.out();
        var reports = SelfTests.execute(request, suites.get(), () -> new TrialProgress(progress));
        if (format.form() == Form.JSON) {
            surroundings.out().println(ReportJson.of(reports));
        } else {
            var palette = common.palette(surroundings);
            reports.forEach(report -> ReportText.of(report, palette).forEach(surroundings.out()::println));
        }
        write(reports);
        return reports.stream().allMatch(SelfTestReport::passed) ? ExitCode.OK : ExitCode.NOT_CONFORMANT;
    }

    private SelfTestRequest request() {
        var most = lanes == null ? 3 * Runtime.getRuntime().availableProcessors() : lanes;
        if (most < 1 || most > MOST_LANES && lanes != null) {
            throw new ParameterException(spec.commandLine(), "--lanes " + most + " is not from 1 to " + MOST_LANES);
        }
        var some = !faults.isEmpty() || !variants.isEmpty();
        return new SelfTestRequest(
                some && faults.isEmpty() ? null : Lists.of("--fault", faults),
                some && variants.isEmpty() ? null : Lists.of("--variant", variants),
                Lists.of("--edition", editions),
                role,
                depth(),
                1,
                seed == null ? ThreadLocalRandom.current().nextLong(1_000_000) : seed,
                Math.min(most, MOST_LANES));
    }

    private Depth depth() {
        if (full && quick) {
            throw new ParameterException(spec.commandLine(), "--full and --quick exclude each other; leave one out");
        }
        if (full) {
            return Depth.FULL;
        }
        return quick ? Depth.QUICK : Depth.NORMAL;
    }

    private void write(List<SelfTestReport> reports) {
        try {
            if (out != null) {
                MatrixFiles.write(reports, out);
            }
            if (trust != null) {
                TrustPage.write(reports, trust);
            }
        } catch (IOException e) {
            throw new UsageException("the results cannot be written: " + e.getMessage() + "; choose another place", e);
        }
    }
}
