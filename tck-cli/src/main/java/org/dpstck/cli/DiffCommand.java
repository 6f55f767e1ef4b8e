package org.dpstck.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dpstck.cli.console.ExitCode;
import org.dpstck.cli.console.Form;
import org.dpstck.cli.console.Surroundings;
import org.dpstck.cli.console.UsageException;
import org.dpstck.cli.summary.DiffSummary;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.reports.RunComparison;
import org.dpstck.reports.RunRecords;
import org.dpstck.reports.UnreadableRecordException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Compares two runs. */
@Command(
        name = "diff",
        sortOptions = false,
        description = {
            "Compares two runs of one edition: what fails now and did not before, what no longer fails, what cannot be judged"
                    + " any more, what says something else, and which cases and requirements came or went.%n",
            "A case that fails now and did not before, and one that was judged before and is inconclusive now, is a"
                    + " regression. Ids, ports and times in messages do not count as changes.%n"
        },
        parameterListHeading = "The runs:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:no regression", "1:a regression", "2:wrong usage: no record there, or of different editions"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  dps-tck report diff build/run-1 build/run-2",
            "  dps-tck report diff main.json build/run-2 --format json"
        })
final class DiffCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "OLD", description = "Folder of the earlier run, or its run.json.")
    private Path old;

    @Parameters(index = "1", paramLabel = "NEW", description = "Folder of the later run, or its run.json.")
    private Path now;

    @Mixin
    private FormOption format;

    @Mixin
    private CommonOptions common;

    DiffCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var comparison = compared(read(old), read(now));
        var out = surroundings.out();
        if (format.form() == Form.JSON) {
            try {
                comparison.write(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        } else {
            new DiffSummary(
                            comparison,
                            common.palette(surroundings),
                            surroundings.tty().columns())
                    .print(out);
        }
        out.flush();
        return comparison.regression() ? ExitCode.NOT_CONFORMANT : ExitCode.OK;
    }

    private static RunComparison compared(RunRecord before, RunRecord after) {
        try {
            return RunComparison.of(before, after);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    private static RunRecord read(Path path) {
        try {
            return RunRecords.read(path);
        } catch (UnreadableRecordException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }
}
