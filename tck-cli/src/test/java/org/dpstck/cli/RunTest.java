package org.dpstck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dpstck.core.verdict.Outcome;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.core.verdict.Verdict;
import org.dpstck.reports.RunRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {

    private static final String NOWHERE = "http://127.0.0.1:1";

    @TempDir
    private Path folder;

    @Test
    void aPartThatPassesIsPartialAndLeavesAllItsRecords() throws IOException {
        var result = Shell.plain().run("run", "--only", "START-200", "--out", folder.toString());

        assertThat(result.code()).as(result.out() + result.err()).isZero();
        assertThat(result.out())
                .contains("PARTIAL", "run.json")
                .doesNotContain("\r")
                .doesNotContain("\u001b");
        assertThat(result.err()).isEmpty();
        var record = RunRecords.read(folder);
        assertThat(record.verdict()).isEqualTo(Verdict.PARTIAL);
        assertThat(record.status()).isEqualTo(RunRecord.Status.COMPLETE);
        assertThat(record.selection()).containsExactly("START-200");
        assertThat(folder.resolve("junit.xml")).isNotEmptyFile();
        try (var results = Files.list(folder.resolve("allure-results"))) {
            assertThat(results.filter(file -> file.toString().endsWith("-result.json")))
                    .hasSize(record.cases().size());
        }
    }

    @Test
    void aFaultOfTheReferenceIsAFailure() throws IOException {
        var result = Shell.plain()
                .run("run", "--only", "START-200", "--reference-fault", "START-201", "--out", folder.toString());

        assertThat(result.code()).as(result.out() + result.err()).isEqualTo(1);
        assertThat(result.out())
                .contains("NOT CONFORMANT", "required", "expected", "observed", "START-201")
                .contains("deliberate faults");
        assertThat(RunRecords.read(folder).verdict()).isEqualTo(Verdict.NOT_CONFORMANT);
    }

    @Test
    void whatASystemSendsCannotDriveTheTerminal() {
        var result = toy(ToySuite.usable(), "TOY-FAIL");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).contains("\\x1b[2J500").doesNotContain("\u001b", "\u0007", "\u202E");
    }

    @Test
    void aTerminalGetsABarThatIsClearedAndColours() {
        var shell = Shell.judgingWith(ToySuite.usable()).onTerminal(Map.of());
        var out = shell.run("run", "--url", NOWHERE, "--only", "TOY-PASS", "--out", folder.toString())
                .out();

        assertThat(out).contains("\r\u001b[K[", "\u001b[32mPARTIAL");
        assertThat(out.substring(out.lastIndexOf('\r'))).doesNotContain("[#");
    }

    @Test
    void quietShowsTheVerdictAlone() {
        var out = Shell.judgingWith(ToySuite.usable())
                .run("run", "-q", "--url", NOWHERE, "--only", "TOY-PASS", "--out", folder.toString())
                .out();

        assertThat(out).startsWith("PARTIAL").doesNotContain("Judging");
    }

    @Test
    void aSystemThatCannotBeJudgedIsToldOnce() throws IOException {
        var result = toy(ToySuite.unusable("there is nobody; start it"), "TOY-PASS,TOY-FAIL");

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.out()).containsOnlyOnce("there is nobody; start it");
        assertThat(RunRecords.read(folder).cases())
                .hasSize(2)
                .allMatch(it ->
                        it.outcome() == Outcome.INCONCLUSIVE && it.message().equals("there is nobody; start it"));
    }

    @Test
    void aBrokenSuiteSaysSoAndKeepsWhatItHad() throws IOException {
        var result = toy(ToySuite.usable(), "TOY-BREAK,TOY-PASS");

        assertThat(result.code()).isEqualTo(4);
        assertThat(result.err()).contains("a defect of the suite", "    at ", "report this");
        assertThat(RunRecords.read(folder).counts().passed()).isEqualTo(1);
    }

    @Test
    void theTimeForTheRunIsALimit() throws IOException {
        var result = toy(
                ToySuite.usable(),
                "TOY-WAIT",
                "--timeouts-run=100ms",
                "--timeouts-connect=10ms",
                "--timeouts-request=10ms",
                "--timeouts-callback=10ms",
                "--timeouts-quiet=10ms");

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.out()).contains("timeouts.run");
        assertThat(RunRecords.read(folder).status()).isEqualTo(RunRecord.Status.STOPPED);
    }

    private Shell.Result toy(ToySuite suite, String only, String... more) {
        var args = new ArrayList<>(List.of("run", "--url", NOWHERE, "--only", only, "--out", folder.toString()));
        args.addAll(List.of(more));
        return Shell.judgingWith(suite).run(args.toArray(String[]::new));
    }
}
