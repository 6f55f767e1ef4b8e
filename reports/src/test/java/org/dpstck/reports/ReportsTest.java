package org.dpstck.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dpstck.core.edition.Editions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {

    @TempDir
    private Path dir;

    @Test
    void everyFormHasItsFile() throws IOException {
        var run = Runs.everyOutcome();
        Reports.writeRecords(run, dir);
        Reports.writePages(run, new Editions().load(run.edition()), dir);
        ReportForm.ALLURE.write(run, null, dir);
        try (var files = Files.list(dir)) {
            assertThat(files.map(it -> it.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "run.json",
                            "junit.xml",
                            "allure-results",
                            "report.html",
                            "summary.md",
                            "badge.svg",
                            "repeat");
        }
        assertThat(dir.resolve("allure-results/environment.properties")).exists();
    }

    @Test
    void aSecondCallReplacesTheFirst() throws IOException {
        Reports.writeRecords(Runs.big(50, 100), dir);
        Reports.writeRecords(Runs.everyOutcome(), dir);
        assertThat(RunRecords.read(dir)).isEqualTo(Runs.everyOutcome());
    }
}
