package org.dpstck.cli.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.dpstck.cli.console.Surroundings;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.reports.MarkdownSummary;

/** Adds the summary of a run to the page of the job, where a build server has one. */
final class StepSummary {

    /** The variable by which the server names the file that it makes the page from. */
    static final String VARIABLE = "GITHUB_STEP_SUMMARY";

    private StepSummary() {}

    /** Adds the summary, if there is such a page; that it cannot be written changes no verdict. */
    static void append(RunRecord record, Surroundings surroundings) {
        var file = surroundings.environment().getOrDefault(VARIABLE, "");
        if (file.isBlank()) {
            return;
        }
        try (var out = Files.newBufferedWriter(
                Path.of(file), StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            MarkdownSummary.write(record, out);
            out.write('\n');
        } catch (IOException | InvalidPathException e) {
            surroundings.complain("the summary for the page of the job could not be added to " + file + " (" + VARIABLE
                    + "): " + e.getMessage());
        }
    }
}
