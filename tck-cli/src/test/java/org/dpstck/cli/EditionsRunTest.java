package org.dpstck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.core.verdict.Verdict;
import org.dpstck.reference.ReferenceDataPlane;
import org.dpstck.reference.ReferenceOptions;
import org.dpstck.reports.RunRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EditionsRunTest {

    @TempDir
    private Path folder;

    @Test
    void theReferenceSpeaksEachEditionInTurn() throws IOException {
        var result = run("--edition", "1.0-RC2,1.0-RC3", "--only", "START-200");

        assertThat(result.code()).as(result.out() + result.err()).isZero();
        assertThat(result.out()).contains("Edition 1.0-RC2", "Edition 1.0-RC3", "came out alike");
        for (var edition : new String[] {"1.0-RC2", "1.0-RC3"}) {
            assertThat(RunRecords.read(folder.resolve(edition)).verdict()).isEqualTo(Verdict.PARTIAL);
        }
        assertThat(comparison().path("runs").size()).isEqualTo(2);
    }

    @Test
    void theWorstRunDecides() throws IOException {
        var result = run(
                "--edition",
                "2026-02,1.0-RC2",
                "--only",
                "PREPARE-RESPONSE",
                "-q",
                "--reference-fault",
                "PREPARE-DATAPLANE-ID-MISSING");

        assertThat(result.code()).as(result.out() + result.err()).isEqualTo(1);
        var difference = comparison()
                .path("differences")
                .valueStream()
                .filter(each -> each.path("requirement").asString().equals("PREPARE-RESPONSE"))
                .findFirst()
                .orElseThrow();
        assertThat(difference.path("outcomes").path("2026-02").asString()).isEqualTo("FAILED");
        assertThat(difference.path("outcomes").path("1.0-RC2").asString()).isEqualTo("PASSED");
        assertThat(difference.path("observed").path("2026-02").asString()).contains("dataplaneId");
        assertThat(result.out()).contains("PREPARE-RESPONSE", "failed", "passed", "dataplaneId");
    }

    @Test
    void anEditionThatTheSystemDoesNotSpeakIsSaidAndDoesNotCount() throws IOException {
        try (var plane = ReferenceDataPlane.start(ReferenceOptions.defaults().withEdition("1.0-RC2"))) {
            var url = plane.baseUrl().toString();
            var one = run("--url", url, "--edition", "1.0-RC3,1.0-RC2", "--only", "START-200", "-q");

            assertThat(one.code()).as(one.out() + one.err()).isZero();
            assertThat(one.out()).contains("NOT SPOKEN", "your system speaks 1.0-RC2", "nothing to compare");
            assertThat(comparison().path("runs").path(0).path("speaksOtherwise").asBoolean())
                    .isTrue();
            assertThat(run("--url", url, "--edition", "1.0-RC3,2026-02", "--only", "START-200", "-q")
                            .code())
                    .isEqualTo(3);
        }
    }

    @Test
    void aRunInAnotherEditionStopsWithItsRecords() throws IOException {
        try (var plane = ReferenceDataPlane.start(ReferenceOptions.defaults().withEdition("1.0-RC2"))) {
            var url = plane.baseUrl().toString();
            var result = run("--url", url, "--edition", "1.0-RC3");

            assertThat(result.code()).isEqualTo(3);
            assertThat(result.out())
                    .containsOnlyOnce("your system speaks 1.0-RC2 (it refused `profile` and accepted `transferType`);"
                            + " run with --edition 1.0-RC2");
            var record = RunRecords.read(folder);
            assertThat(record.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(record.status()).isEqualTo(RunRecord.Status.STOPPED);
            assertThat(folder.resolve("junit.xml")).isNotEmptyFile();

            var insisted = run("--url", url, "--edition", "1.0-RC1", "--any-edition", "--only", "STATUS-200", "-q");
            assertThat(insisted.out()).doesNotContain("your system speaks");
            assertThat(RunRecords.read(folder).status()).isEqualTo(RunRecord.Status.COMPLETE);
        }
    }

    private Shell.Result run(String... args) {
        var all = new ArrayList<>(List.of("run", "--out", folder.toString()));
        all.addAll(List.of(args));
        return Shell.plain().run(all.toArray(String[]::new));
    }

    private JsonNode comparison() throws IOException {
        return JsonMapper.builder().build().readTree(Files.readString(folder.resolve("comparison.json")));
    }
}
