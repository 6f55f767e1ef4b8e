package org.dpstck.cli.selftest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the matrix of the reports, fault × requirement × cases that failed, as JSON, CSV and Markdown. */
public final class MatrixFiles {

    private MatrixFiles() {}

    /**
     * Writes the files into a folder, which is made if need be.
     *
     * @throws IOException if that fails
     */
    public static void write(List<SelfTestReport> reports, Path folder) throws IOException {
        Files.createDirectories(folder);
        var faults =
                reports.stream().flatMap(report -> report.faults().stream()).toList();
        Files.writeString(folder.resolve("matrix.json"), ReportJson.of(reports) + "\n");
        Files.write(folder.resolve("matrix.csv"), csv(faults));
        Files.write(folder.resolve("matrix.md"), markdown(faults));
    }

    private static List<String> csv(List<FaultReport> faults) {
        var lines = new ArrayList<String>();
        lines.add("fault,edition,requirement,case");
        for (var each : faults) {
            var start = each.fault().id() + "," + each.edition() + ",";
            each.found()
                    .forEach((requirement, cases) -> cases.forEach(id -> lines.add(start + requirement + "," + id)));
            each.elsewhere().forEach(id -> lines.add(start + "," + id));
        }
        return lines;
    }

    private static List<String> markdown(List<FaultReport> faults) {
        var lines = new ArrayList<String>();
        lines.add("| fault | edition | requirement | cases that failed |");
        lines.add("|---|---|---|---|");
        for (var each : faults) {
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
