package org.dpstck.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.dpstck.cli.console.Surroundings;
import org.dpstck.cli.console.UsageException;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.reports.allurehtml.AllureHtml;
import org.dpstck.reports.allurehtml.AllureMissingException;
import org.dpstck.reports.allurehtml.AllureTool;
import picocli.CommandLine.Option;

/** Where the static Allure report keeps its history, and how it is made. */
final class AllureOptions {

    @Option(
            names = "--allure-history",
            paramLabel = "DIR",
            description = "Folder in which static Allure reports remember earlier runs, for their trends. Default: "
                    + AllureHtml.HISTORY + " beside the folder of the run")
    private Path history;

    /**
     * Looks whether the report can be made, before anything is done for it.
     *
     * @throws UsageException if Allure's generator is missing and cannot be fetched
     */
    static AllureTool tool(Surroundings surroundings) {
        var tool = new AllureTool(surroundings.environment(), Path.of(System.getProperty("user.home")));
        try {
            tool.folder();
        } catch (AllureMissingException e) {
            throw new UsageException(e.getMessage(), e);
        } catch (IOException e) {
            throw new UsageException("Allure's generator cannot be unpacked (" + e.getMessage() + ")", e);
        }
        return tool;
    }

    /**
     * Makes the report of a run.
     *
     * @param run folder of the run
     * @param folder for the report
     * @return the page
     * @throws IOException if that fails
     */
    Path write(AllureTool tool, RunRecord record, Path run, Path folder) throws IOException {
        var beside = run.toAbsolutePath().normalize().getParent();
        try {
            return new AllureHtml(tool)
                    .write(
                            record,
                            folder,
                            history != null ? history : (beside == null ? run : beside).resolve(AllureHtml.HISTORY));
        } catch (AllureMissingException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
