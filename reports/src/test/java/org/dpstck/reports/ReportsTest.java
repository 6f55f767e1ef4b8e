package org.dpstck.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {

    @TempDir
    private Path dir;

    @Test
    void oneCallWritesEverything() throws IOException {
        Reports.writeAll(Runs.everyOutcome(), dir);
        try (var files = Files.list(dir)) {
            assertThat(files.map(it -> it.getFileName().toString()))
                    .containsExactlyInAnyOrder("run.json", "junit.xml", "allure-results");
        }
        assertThat(dir.resolve("allure-results/environment.properties")).exists();
    }

    @Test
    void aSecondCallReplacesTheFirst() throws IOException {
        Reports.writeSummaries(Runs.big(50, 100), dir);
        Reports.writeSummaries(Runs.everyOutcome(), dir);
        assertThat(RunRecords.read(dir)).isEqualTo(Runs.everyOutcome());
    }
}
