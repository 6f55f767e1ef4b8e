package org.dpstck.cli.selftest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the matrix of a report, fault × requirement × cases that failed, as JSON, CSV and Markdown. */
public final class MatrixFiles {

    private MatrixFiles() {}

    /**
     * Writes the files into a folder, which is made if need be.
     *
     * @throws IOException if that fails
     */
    public static void write(SelfTestReport report, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("matrix.json"), ReportJson.of(report) + "\n");
        Files.write(folder.resolve("matrix.csv"), csv(report));
        Files.write(folder.resolve("matrix.md"), markdown(report));
    }

    private static List<String> csv(SelfTestReport report) {
        var lines = new ArrayList<String>();
        lines.add("fault,edition,requirement,case");
        for (var each : report.faults()) {
            var start = each.fault().id() + "," + each.edition() + ",";
            each.found()
                    .forEach((requirement, cases) -> cases.forEach(id -> lines.add(start + requirement + "," + id)));
            each.elsewhere().forEach(id -> lines.add(start + "," + id));
        }
        return lines;
    }

    private static List<String> markdown(SelfTestReport report) {
        var lines = new ArrayList<String>();
        lines.add("| fault | edition | requirement | cases that failed |");
        lines.add("|---|---|---|---|");
        for (var each : report.faults()) {
            var start = "| " + each.fault().id() + " | " + each.edition() + " | ";
            each.found()
                    .forEach((requirement, cases) ->
                            lines.add(start + requirement + " | " + String.join(", ", cases) + " |"));
            if (!each.elsewhere().isEmpty()) {
                lines.add(start + "others | " + String.join(", ", each.elsewhere()) + " |");
            }
        }
        return lines;
    }
}
