package org.dpstck.cli.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dpstck.cli.console.ExitCode;
import org.dpstck.cli.console.Form;
import org.dpstck.cli.console.Palette;
import org.dpstck.cli.console.Surroundings;
import org.dpstck.cli.console.TerminalPrompt;
import org.dpstck.cli.console.UsageException;
import org.dpstck.cli.suite.Suites;
import org.dpstck.cli.summary.CheckList;
import org.dpstck.cli.summary.CheckRecord;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.exchange.ExchangeIds;
import org.dpstck.core.exchange.Redactor;
import org.dpstck.core.junit.Check;
import org.dpstck.core.junit.RunContext;
import org.dpstck.core.junit.RunGate;
import org.dpstck.core.junit.Suite;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.sut.ConfigurationException;
import org.dpstck.core.sut.Prompt;
import org.dpstck.core.sut.SutConfiguration;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.sut.TriggerPoint;

/** One examination, from the description to the exit code. */
public final class DoctorRun {

    private static final String CONFIGURATION = "configuration";

    private final RunRequest request;
    private final Form format;
    private final Surroundings surroundings;
    private final Suites suites;
    private final CheckList list;
    private final String version;
    private final List<Check> checks = new ArrayList<>();

    private record Patient(SystemUnderTest system, Suite suite, Edition edition) {}

    /**
     * An examination.
     *
     * @param request of which only what describes the system counts
     * @param suites to choose from
     * @param version of this kit
     */
    public DoctorRun(
            RunRequest request,
            Form format,
            Surroundings surroundings,
            Suites suites,
            Palette palette,
            String version) {
        this.request = request;
        this.format = format;
        this.surroundings = surroundings;
        this.suites = suites;
        this.list = new CheckList(palette, surroundings.tty().columns());
        this.version = version;
    }

    /**
     * Examines and shows what is found.
     *
     * @return the exit code: 0, 2 or 3
     * @throws UsageException and the exceptions of the reference if there is nothing to examine
     */
    public int execute() {
        var at = Instant.now();
        try (var target = Target.of(request, surroundings.settings())) {
            var described = patient(target.describe());
            var patient = new Patient(target.ready(), described.suite(), described.edition());
            begin(patient);
            report(configuration(patient.system()));
            patient.suite().examine(context(patient), this::report);
            return end(at, Optional.of(patient.system()));
        } catch (ConfigurationException e) {
            return unusable(at, e.problems());
        }
    }

    private Patient patient(SystemUnderTest system) {
        try {
            var suite = suites.suite(system.role());
            var form = system.controlPlane().form();
            return new Patient(system, suite, suites.edition(suite, system.edition(), form));
        } catch (UsageException e) {
            throw new ConfigurationException(e.getMessage());
        }
    }

    private RunContext context(Patient patient) {
        // A question would spoil what a program reads.
        var prompt = format == Form.JSON ? Prompt.none() : new TerminalPrompt(surroundings, Runnable::run);
        return new RunContext(
                patient.edition(),
                patient.system(),
                new Redactor(SutConfiguration.secrets(patient.system())),
                new ExchangeIds(),
                new RunGate(),
                prompt);
    }

    private int unusable(Instant at, List<String> problems) {
        report(new Check(
                CONFIGURATION,
                Check.Outcome.PROBLEM,
                "the description cannot be used",
                "Nothing was sent; nothing else can be checked before it is right.",
                problems,
                List.of(),
                0));
        end(at, Optional.empty());
        return ExitCode.USAGE;
    }

    private Check configuration(SystemUnderTest system) {
        var source = request.config() == null
                ? "options and environment"
                : request.config().toString();
        if (request.bundled(surroundings.settings())) {
            source = "the bundled description";
        }
        var triggers = system.triggers().keySet().stream().map(TriggerPoint::id).collect(Collectors.joining(", "));
        var observed = source + ": "
                + system.capabilities().stream().map(Capability::id).collect(Collectors.joining(", "))
                + (triggers.isEmpty() ? "; no triggers" : "; triggers " + triggers);
        return new Check(CONFIGURATION, Check.Outcome.OK, observed, "", List.of(), List.of(), 0);
    }

    private void begin(Patient patient) {
        if (format == Form.TEXT) {
            list.head(patient.system(), patient.edition().id()).forEach(surroundings.out()::println);
            surroundings.out().flush();
        }
    }

    private void report(Check check) {
        checks.add(check);
        if (format == Form.TEXT) {
            list.lines(check).forEach(surroundings.out()::println);
            surroundings.out().flush();
        }
    }

    private int end(Instant at, Optional<SystemUnderTest> system) {
        var out = surroundings.out();
        if (format == Form.TEXT) {
            list.end(checks).forEach(out::println);
        } else {
            out.println(CheckRecord.json(checks, system, version, at));
        }
        out.flush();
        var ready = checks.stream().noneMatch(check -> check.outcome() == Check.Outcome.PROBLEM);
        return ready ? ExitCode.OK : ExitCode.INCONCLUSIVE;
    }
}
