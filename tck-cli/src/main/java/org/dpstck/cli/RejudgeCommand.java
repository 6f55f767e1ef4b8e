package org.dpstck.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.dpstck.cli.console.ExitCode;
import org.dpstck.cli.console.SafeText;
import org.dpstck.cli.console.Surroundings;
import org.dpstck.cli.console.UsageException;
import org.dpstck.cli.evidence.Rejudgement;
import org.dpstck.cli.evidence.Rejudging;
import org.dpstck.cli.suite.Suites;
import org.dpstck.reports.RunRecords;
import org.dpstck.reports.UnreadableRecordException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges the record of a run once more. */
@Command(
        name = "rejudge",
        sortOptions = false,
        description = {
            "Judges the record of a run once more, by the rules of this kit: its cases run, and the recorded exchanges answer in"
                    + " the place of the system. No system is needed, and nothing is sent.%n",
            "Lists what this kit decides otherwise than the record says, and counts the cases that the record does not hold"
                    + " enough for, with the reason: a case that sends something else now, or one whose outcome rests on a"
                    + " secret that was removed.%n"
        },
        parameterListHeading = "The record:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing is decided otherwise",
            "1:something is",
            "2:wrong usage: no record there, or one that this kit cannot judge",
            "3:nothing could be judged from the record"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  dps-tck rejudge build/run-1", "  dps-tck rejudge run.json --verbose"})
final class RejudgeCommand implements Callable<Integer> {

    private final Surroundings surroundings;
    private final Supplier<Suites> suites;

    @Parameters(paramLabel = "RUN", description = "Folder of a run, or its run.json.")
    private Path run;

    @Option(
            names = {"-v", "--verbose"},
            description = "Name every case that could not be judged, too.")
    private boolean verbose;

    @Mixin
    private CommonOptions common;

    RejudgeCommand(Surroundings surroundings, Supplier<Suites> suites) {
        this.surroundings = surroundings;
        this.suites = suites;
    }

    @Override
    public Integer call() {
        var judged = judged();
        var out = surroundings.out();
        judged.differing().forEach(it -> out.println("  " + SafeText.line(it.line())));
        if (verbose) {
            judged.not().forEach((id, why) -> out.println("  not re-judged: " + id + ": " + SafeText.line(why)));
        }
        if (!judged.not().isEmpty()) {
            out.println("Not re-judged: " + judged.not().size());
            judged.reasons().forEach((why, count) -> out.println("  " + count + ": " + SafeText.line(why)));
        }
        if (!judged.added().isEmpty()) {
            out.println(
                    "New in this kit, and not in the record: " + judged.added().size());
        }
        out.println(judged.same().size() + " of "
                + (judged.same().size()
                        + judged.differing().size()
                        + judged.not().size()) + " cases end as recorded, "
                + judged.differing().size() + " otherwise.");
        if (judged.differs()) {
            return ExitCode.NOT_CONFORMANT;
        }
        return judged.same().isEmpty() ? ExitCode.INCONCLUSIVE : ExitCode.OK;
    }

    private Rejudgement judged() {
        try {
            return Rejudging.of(RunRecords.read(run), suites.get());
        } catch (UnreadableRecordException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }
}
