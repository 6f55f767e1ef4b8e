package org.dpstck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.dpstck.cli.console.ExitCode;
import org.dpstck.cli.console.Surroundings;
import org.dpstck.cli.console.UsageException;
import org.dpstck.cli.suite.Nearest;
import org.dpstck.cli.suite.Suites;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.reports.ReportForm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Renders the record of a run again. */
@Command(
        name = "report",
        sortOptions = false,
        description = {
            "Renders the record of a run as a report, as often as you like and without the system. `dps-tck run` writes all"
                    + " forms by itself; this is for records from elsewhere, and for a newer kit.%n",
            "The exit code says whether the report was written, not what the run decided.%n"
        },
        parameterListHeading = "The record:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:written", "2:wrong usage: no record there, an unknown form, a folder that cannot be written"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  dps-tck report build/run-1",
            "      every form, into the folder of the run",
            "  dps-tck report build/run-1 --format html,badge --out public",
            "  dps-tck report run.json --format markdown --out - >> \"$GITHUB_STEP_SUMMARY\"",
            "  dps-tck report diff build/run-1 build/run-2",
            "      compares two runs"
        })
final class ReportCommand implements Callable<Integer> {

    private static final String ALL = "all";
    private static final String ALLURE_HTML = "allure-html";
    private static final String STANDARD_OUTPUT = "-";

    private final Surroundings surroundings;
    private final Supplier<Suites> suites;

    @Parameters(arity = "0..1", paramLabel = "RUN", description = "Folder of a run, or its run.json.")
    private Path run;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORM",
            split = ",",
            description = {
                "The form, or several with commas between them. Default: all",
                "html: report.html, one page with every exchange; needs no network",
                "junit: junit.xml, for build servers",
                "markdown: summary.md, for the page of a job",
                "badge: badge.svg, a picture of the verdict",
                "allure: allure-results/, to make an Allure report from",
                "allure-html: allure-report.html, the static Allure report with the history of earlier runs; not among all",
                "scripts: repeat/, a shell script for each case that repeats it without the suite"
            })
    private List<String> formats = List.of(ALL);

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Folder for the reports, or - for standard output. Default: the folder of the record")
    private Path out;

    @Mixin
    private AllureOptions allure;

    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec spec;

    ReportCommand(Surroundings surroundings, Supplier<Suites> suites) {
        this.surroundings = surroundings;
        this.suites = suites;
    }

    @Override
    public Integer call() {
        if (run == null) {
            throw new ParameterException(spec.commandLine(), "name the folder of a run, or its run.json");
        }
        var forms = forms();
        var record = RecordFile.read(run);
        var edition = RecordFile.edition(record, suites.get());
        if (out != null && out.toString().equals(STANDARD_OUTPUT)) {
            print(forms, record, edition);
            return ExitCode.OK;
        }
        var folder = out != null ? out : folderOf(run);
        if (allureHtml()) {
            surroundings.out().println(allureHtml(record, folder));
        }
        for (var form : forms) {
            try {
                form.write(record, edition, folder);
            } catch (IOException e) {
                throw unwritten(folder.resolve(form.file()).toString(), e);
            }
            surroundings.out().println(folder.resolve(form.file()));
        }
        return ExitCode.OK;
    }

    private boolean allureHtml() {
        return Lists.of("--format", formats).stream().anyMatch(ALLURE_HTML::equalsIgnoreCase);
    }

    private Path allureHtml(RunRecord record, Path folder) {
        try {
            return allure.write(AllureOptions.tool(surroundings), record, folderOf(run), folder);
        } catch (IOException e) {
            throw new UsageException("the Allure report could not be made: " + e.getMessage(), e);
        }
    }

    private Set<ReportForm> forms() {
        var forms = EnumSet.noneOf(ReportForm.class);
        for (var format : Lists.of("--format", formats)) {
            if (format.equalsIgnoreCase(ALLURE_HTML)) {
                continue;
            }
            if (format.equalsIgnoreCase(ALL)) {
                forms.addAll(EnumSet.allOf(ReportForm.class));
            } else {
                forms.add(form(format));
            }
        }
        return forms;
    }

    private static ReportForm form(String name) {
        var known = Arrays.stream(ReportForm.values()).map(ReportForm::id).toList();
        return Arrays.stream(ReportForm.values())
                .filter(form -> form.id().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new UsageException("--format '" + name + "' is no form of report; "
                        + Nearest.to(name, known).stream()
                                .findFirst()
                                .map(near -> "did you mean " + near + "? ")
                                .orElse("")
                        + "forms: " + String.join(", ", known) + ", " + ALLURE_HTML + ", " + ALL));
    }

    private void print(Set<ReportForm> forms, RunRecord record, Edition edition) {
        if (forms.size() != 1 || !forms.iterator().next().single()) {
            throw new UsageException("--out - takes one form that is one file; add --format with one of "
                    + Arrays.stream(ReportForm.values())
                            .filter(ReportForm::single)
                            .map(ReportForm::id)
                            .collect(Collectors.joining(", ")));
        }
        try {
            forms.iterator().next().print(record, edition, surroundings.out());
            surroundings.out().flush();
        } catch (IOException e) {
            throw unwritten("standard output", e);
        }
    }

    private static Path folderOf(Path run) {
        return Files.isDirectory(run) ? run : run.toAbsolutePath().getParent();
    }

    private static UsageException unwritten(String what, IOException e) {
        return new UsageException(
                what + " cannot be written (" + e.getClass().getSimpleName().replace("Exception", "")
                        + "); choose another folder with --out DIR",
                e);
    }
}
