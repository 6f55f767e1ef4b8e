package org.dpstck.cli;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.dpstck.cli.console.ExitCode;
import org.dpstck.cli.console.Palette;
import org.dpstck.cli.console.Palette.Style;
import org.dpstck.cli.console.SafeText;
import org.dpstck.cli.console.Surroundings;
import org.dpstck.cli.console.UsageException;
import org.dpstck.core.sut.Durations;
import org.dpstck.reference.Faults;
import org.dpstck.reference.ReferenceControlPlane;
import org.dpstck.reference.ReferenceDataPlane;
import org.dpstck.reference.ReferenceOptions;
import org.dpstck.reference.ReferenceRole;
import org.dpstck.reference.Variants;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Runs the reference implementation. */
@Command(
        name = "reference",
        sortOptions = false,
        description = {
            "Runs the reference data plane or control plane that comes with the kit until it is interrupted: small, in"
                    + " memory, and real. Faults make it violate a clause on purpose; variants make it unusual and keep"
                    + " it legal.%n"
        },
        optionListHeading = "Options:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:listed",
            "2:wrong usage, an unknown fault or variant, or a port in use",
            "130:ended by Ctrl-C, or 143 by SIGTERM"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  dps-tck reference --role data-plane --port 8080",
            "  dps-tck reference --port 8080 --mode async --delay 200ms",
            "  dps-tck reference --port 8080 --fault PREPARE-201",
            "  dps-tck reference --port 8080 --edition 1.0-RC3",
            "  dps-tck reference --port 8080 --edition 1.0-RC3 --control-plane http://127.0.0.1:9090/callbacks",
            "  dps-tck reference --role control-plane --port 8081 --data-plane http://127.0.0.1:8080/signaling",
            "  dps-tck reference --list-faults",
            "  dps-tck reference --role control-plane --list-faults"
        })
final class ReferenceCommand implements Callable<Integer> {

    private static final int MOST_PORT = 65_535;

    private final Surroundings surroundings;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            defaultValue = "data-plane",
            description = "What it plays: data-plane, the default, or control-plane.")
    private String role;

    @Option(
            names = "--edition",
            paramLabel = "EDITION",
            defaultValue = ReferenceOptions.DEFAULT_EDITION,
            description =
                    "Edition that it speaks: edc-1, 2025-08, 2026-02, 1.0-RC1, 1.0-RC2 or 1.0-RC3. Default: 2026-02")
    private String edition;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port to listen on; 0 takes any free one. Default: 8080")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Address to listen on; 0.0.0.0 is every one. Default: 127.0.0.1")
    private String host;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "SYNC",
            description = "Whether prepare and start end at once (sync, the default) or later (async).")
    private ReferenceOptions.Mode mode;

    @Option(
            names = "--delay",
            paramLabel = "TIME",
            defaultValue = "200ms",
            converter = Delay.class,
            description = "How long an asynchronous prepare or start takes. Default: 200ms")
    private Duration delay;

    @Option(
            names = "--control-plane",
            paramLabel = "URL",
            description = "Where callbacks go while no control plane is registered and messages name no address.")
    private URI controlPlane;

    @ArgGroup(exclusive = false, validate = false, heading = "%nOptions of the control plane:%n")
    private ControlPlaneArguments control = new ControlPlaneArguments();

    @Option(names = "--fault", paramLabel = "ID", split = ",", description = "A deliberate defect. May be repeated.")
    private List<String> faults = List.of();

    @Option(names = "--variant", paramLabel = "ID", description = "An unusual but legal behaviour. May be repeated.")
    private List<String> variants = List.of();

    @Option(names = "--list-faults", description = "List the faults and end.")
    private boolean listFaults;

    @Option(names = "--list-variants", description = "List the variants and end.")
    private boolean listVariants;

    @Mixin
    private CommonOptions common;

    ReferenceCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        var plays = ReferenceRole.of(role)
                .orElseThrow(() -> new UsageException("there is no reference implementation for the role '" + role
                        + "'; use --role data-plane or --role control-plane"));
        if (listFaults || listVariants) {
            return list(plays, common.palette(surroundings));
        }
        if (port < 0 || port > MOST_PORT) {
            throw new UsageException("--port " + port + " is not from 0 to " + MOST_PORT);
        }
        if (controlPlane != null) {
            HttpUrls.check("--control-plane", controlPlane, "http://127.0.0.1:9090/callbacks");
        }
        var ended = new CountDownLatch(1);
        var hook = surroundings.hooks().register(ended::countDown);
        try {
            if (plays == ReferenceRole.DATA_PLANE) {
                playDataPlane(ended);
            } else {
                playControlPlane(ended);
            }
        } finally {
            hook.close();
        }
        return ExitCode.OK;
    }

    private void playDataPlane(CountDownLatch ended) throws InterruptedException {
        control.checkUnused();
        try (var plane = ReferenceDataPlane.start(options())) {
            introduce(plane);
            ended.await();
        }
    }

    private void playControlPlane(CountDownLatch ended) throws InterruptedException {
        if (controlPlane != null) {
            throw new UsageException(
                    "--control-plane is for --role data-plane; a control plane takes --data-plane URL");
        }
        var options = control.options()
                .withEdition(edition)
                .withHost(host)
                .withPort(port)
                .withFaults(Lists.of("--fault", faults))
                .withVariants(Lists.of("--variant", variants));
        try (var plane = ReferenceControlPlane.start(options)) {
            introduce(plane);
            ended.await();
        }
    }

    private ReferenceOptions options() {
        var options = ReferenceOptions.defaults();
        return (controlPlane == null ? options : options.withControlPlane(controlPlane))
                .withEdition(edition)
                .withHost(host)
                .withPort(port)
                .withMode(mode)
                .withDelay(delay)
                .withFaults(Lists.of("--fault", faults))
                .withVariants(Lists.of("--variant", variants));
    }

    private void introduce(ReferenceDataPlane plane) {
        var out = surroundings.out();
        out.println(
                "reference data plane, edition " + edition + ", " + mode.name().toLowerCase(Locale.ROOT));
        out.println("  signaling  " + plane.baseUrl());
        out.println("  admin      " + plane.adminUrl()
                + "  (POST …/dataflows/{id}/complete, …/fail or …/proceed; GET …/dataflows/{id})");
        faults.forEach(id -> out.println("  fault      " + id));
        variants.forEach(id -> out.println("  variant    " + id));
        out.println("Judge it from another terminal:  dps-tck run --edition " + edition + " --url " + plane.baseUrl());
        out.println(
                "With its triggers, for all cases:  --config examples/reference-data-plane.yaml (with this port in it)");
        out.println("Ctrl-C ends it.");
        out.flush();
    }

    private void introduce(ReferenceControlPlane plane) {
        var out = surroundings.out();
        out.println("reference control plane, edition " + edition);
        out.println("  signaling  " + plane.signalingUrl() + "  (callbacks, registration of data planes)");
        out.println("  dsp        " + plane.dspUrl() + "  (the transfer process, as provider)");
        out.println("  callback   " + plane.callbackUrl() + "  (the same, as consumer)");
        out.println("  admin      " + plane.adminUrl()
                + "  (POST …/transfers; POST …/transfers/{id}/suspend, …/resume, …/complete or …/terminate; GET)");
        faults.forEach(id -> out.println("  fault      " + id));
        variants.forEach(id -> out.println("  variant    " + id));
        out.println("Ctrl-C ends it.");
        out.flush();
    }

    private int list(ReferenceRole plays, Palette palette) {
        var out = surroundings.out();
        if (listFaults) {
            Faults.of(plays).forEach(fault -> {
                out.println(palette.paint(Style.STRONG, fault.id()) + "  " + SafeText.line(fault.title()));
                out.println("    violates " + String.join(", ", fault.requirements()) + " (§" + fault.section() + ")");
            });
        }
        if (listVariants) {
            Variants.of(plays).forEach(variant -> {
                out.println(palette.paint(Style.STRONG, variant.id()) + "  " + SafeText.line(variant.title()));
                out.println("    legal because " + SafeText.line(variant.why()));
            });
        }
        return ExitCode.OK;
    }

    /** Reads a time as a description would. */
    static final class Delay implements ITypeConverter<Duration> {

        @Override
        public Duration convert(String text) {
            try {
                return Durations.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(
                        "'" + text + "' " + e.getMessage() + "; write for example 200ms or 2s");
            }
        }
    }
}
