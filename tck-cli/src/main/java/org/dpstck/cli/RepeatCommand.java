package org.dpstck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.dpstck.cli.console.ExitCode;
import org.dpstck.cli.console.Surroundings;
import org.dpstck.cli.console.UsageException;
import org.dpstck.cli.suite.Nearest;
import org.dpstck.cli.suite.Suites;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.reports.repeat.RepeatScripts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a shell script that repeats a case of a run without the suite. */
@Command(
        name = "repeat",
        sortOptions = false,
        description = {
            "Prints a shell script that repeats a case of a run without the suite: its requests in their order, with curl, new"
                    + " ids, and what the system told taken from its answers again; a small listener takes callbacks. The"
                    + " script says what is required and what it observes.%n",
            "It needs a POSIX shell, curl, awk and sed, and python3 where the system calls back. BASE_URL, LISTEN,"
                    + " CALLBACK_URL and CURL_OPTIONS (like -k) may be set; secrets have to be, and it names them. It ends with"
                    + " 0 if everything is as required, 1 if something is not, 2 if it could not get that far, and 3 if a"
                    + " script cannot tell.%n"
        },
        parameterListHeading = "Parameters:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:printed", "2:wrong usage: no record there, no such case, or nothing of it went over the wire"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  dps-tck repeat build/run-1 START-DUPLICATE.provider-push.STARTED > again.sh",
            "  BASE_URL=http://localhost:8080/signaling sh again.sh",
            "  sh build/run-1/repeat/START-DUPLICATE.provider-push.STARTED.sh",
            "      every run leaves the scripts of all its cases in its folder"
        })
final class RepeatCommand implements Callable<Integer> {

    private final Surroundings surroundings;
    private final Supplier<Suites> suites;

    @Parameters(index = "0", paramLabel = "RUN", description = "Folder of a run, or its run.json.")
    private Path run;

    @Parameters(index = "1", paramLabel = "CASE", description = "Id of the case, with its row; upper or lower case.")
    private String id;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "File for the script. Default: standard output")
    private Path out;

    @Mixin
    private CommonOptions common;

    RepeatCommand(Surroundings surroundings, Supplier<Suites> suites) {
        this.surroundings = surroundings;
        this.suites = suites;
    }

    @Override
    public Integer call() {
        var record = RecordFile.read(run);
        var result = result(record);
        if (!RepeatScripts.has(result)) {
            throw new UsageException("nothing of " + result.id() + " went over the wire in this run ("
                    + result.outcome() + "), so there is nothing to repeat");
        }
        var script = RepeatScripts.alone(record, RecordFile.edition(record, suites.get()), result);
        if (out == null) {
            surroundings.out().print(script);
            surroundings.out().flush();
            return ExitCode.OK;
        }
        try {
            Files.writeString(out, script);
        } catch (IOException e) {
            throw new UsageException(out + " cannot be written; choose another file with --out FILE", e);
        }
        return ExitCode.OK;
    }

    private CaseResult result(RunRecord record) {
        return record.cases().stream()
                .filter(it -> it.id().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() -> new UsageException("the run has no case '" + id + "'"
                        + Nearest.to(
                                        id,
                                        record.cases().stream()
                                                .map(CaseResult::id)
                                                .toList())
                                .stream()
                                .findFirst()
                                .map(near -> "; did you mean " + near + "?")
                                .orElse("")));
    }
}
