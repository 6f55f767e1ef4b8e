package org.dpstck.cli.run;

import org.dpstck.cli.console.ExitCode;
import org.dpstck.cli.console.Form;
import org.dpstck.cli.console.Palette;
import org.dpstck.cli.console.Surroundings;
import org.dpstck.cli.suite.Suites;
import org.dpstck.cli.summary.DetectionReport;
import org.dpstck.core.detect.Inquiry;
import org.dpstck.core.exchange.ExchangeIds;
import org.dpstck.core.exchange.Redactor;
import org.dpstck.core.sut.Prompt;
import org.dpstck.core.sut.SutConfiguration;

/** One look at which edition a system speaks, from the request to the exit code. */
public final class DetectionRun {

    private final RunRequest request;
    private final Surroundings surroundings;
    private final Suites suites;
    private final Palette palette;
    private final Form format;

    /**
     * A look.
     *
     * @param suites to choose from
     * @param format of what is printed
     */
    public DetectionRun(RunRequest request, Surroundings surroundings, Suites suites, Palette palette, Form format) {
        this.request = request;
        this.surroundings = surroundings;
        this.suites = suites;
        this.palette = palette;
        this.format = format;
    }

    /**
     * Looks, and prints what was found.
     *
     * @return 0 if exactly one edition fits, 3 otherwise
     */
    public int execute() {
        try (var target = Target.of(request, surroundings.settings())) {
            var described = target.describe();
            var suite = suites.suite(described.role());
            if (request.bundled(surroundings.settings())) {
                suites.edition(described.edition());
            }
            var system = target.ready();
            var inquiry = new Inquiry(
                    system,
                    suites.allEditions(),
                    new Redactor(SutConfiguration.secrets(system)),
                    new ExchangeIds(),
                    Prompt.none());
            var detection = suite.detect(inquiry);
            var report = new DetectionReport(
                    detection,
                    Briefing.about(system),
                    palette,
                    surroundings.tty().columns());
            if (detection.obstacle() != null && format == Form.TEXT) {
                surroundings.complain("dps-tck detect: " + detection.obstacle());
            } else {
                report.print(surroundings.out(), format);
            }
            return detection.edition().isPresent() ? ExitCode.OK : ExitCode.INCONCLUSIVE;
        }
    }
}
