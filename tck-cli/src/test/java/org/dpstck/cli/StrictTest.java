package org.dpstck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dpstck.core.edition.Editions;
import org.dpstck.core.edition.Requirement;
import org.dpstck.core.verdict.Finding;
import org.dpstck.core.verdict.Outcome;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.reference.Fault;
import org.dpstck.reference.Faults;
import org.dpstck.reports.RunRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A strict run fails what another one warns of, says so everywhere, and fails nothing else. */
class StrictTest {

    private static final Path POSITIONS = Path.of("..", "docs", "positions.md");

    @TempDir
    private Path folder;

    static Stream<String> editions() {
        return new Editions().ids().stream();
    }

    /** Those that a position lets warn; what a document itself only recommends or permits warns in a strict run, too. */
    static Stream<Fault> faultsThatWarn() {
        return Faults.all().stream().filter(Fault::warns).filter(fault -> broken(fault).stream()
                .allMatch(it -> it.level().mandatory()));
    }

    private static String edition(Fault fault) {
        return fault.editions().get(fault.editions().size() - 1);
    }

    /** The requirements that the fault breaks in one of its editions. */
    private static List<Requirement> broken(Fault fault) {
        var register = new Editions().load(edition(fault)).requirements();
        return fault.requirements().stream()
                .filter(register::containsKey)
                .map(register::get)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("editions")
    void theReferenceIsConformantInAStrictRun(String edition) throws IOException {
        var result = run("--strict", "--edition", edition);

        assertThat(result.out()).contains("CONFORMANT (strict): ", ", strictly: ");
        assertThat(result.code()).as(result.out()).isZero();
        var record = RunRecords.read(folder);
        assertThat(record.strict()).isTrue();
        assertThat(record.counts().warned()).isZero();
    }

    /** Only the cases of the requirements that the fault breaks run, in one of its editions: they have to find it. */
    @ParameterizedTest
    @MethodSource("faultsThatWarn")
    void whatOnlyWarnsFailsInAStrictRun(Fault fault) throws IOException {
        var edition = edition(fault);
        var only = broken(fault).stream().map(Requirement::id).collect(Collectors.joining(","));
        var lenient = record("--edition", edition, "--reference-fault", fault.id(), "--only", only);
        var strict = record("--strict", "--edition", edition, "--reference-fault", fault.id(), "--only", only);

        assertThat(of(lenient, Outcome.WARNED)).isNotEmpty();
        assertThat(of(lenient, Outcome.FAILED)).isEmpty();
        assertThat(of(strict, Outcome.WARNED)).isEmpty();
        assertThat(of(strict, Outcome.FAILED)).isEqualTo(of(lenient, Outcome.WARNED));
        assertThat(findings(strict)).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.strict()).isTrue();
            assertThat(finding.positions()).hasSize(1);
            assertThat(finding.reading()).contains("This run is strict");
        });
    }

    /** The variants that docs/positions.md names, each with a case that fails on it. */
    @ParameterizedTest
    @CsvSource({
        "EMPTY-DATA-ADDRESS, CALLBACK-MESSAGE.errored.*, 137",
        "DATA-ADDRESS-WITHOUT-TYPE, DATA-ADDRESS-FORM, 45",
        "PURGES-TERMINAL, PREPARE-AFTER-END, 30",
        "CALLBACKS-AFTER-SYNC, PREPARE-NO-CALLBACK, 34",
        "IDEMPOTENT-REPEATS, STATE-OPEN.*.TERMINATED.terminate, 23",
        "REPEATED-PREPARE-SAME-FLOW, PREPARE-REPEATED.*.PREPARED, 29",
        "TERMINAL-DUPLICATE-NEW-FLOW, PREPARE-AFTER-END, 30",
        "COERCES-NUMBERS, PREPARE-REQUIRED.*.number, 135"
    })
    void aVariantByAReadingThatIsLessLikelyFailsAStrictRun(String variant, String only, int position)
            throws IOException {
        var args = List.of("--reference-variant", variant, "--only", only);
        var strict = new ArrayList<>(args);
        strict.add("--strict");

        assertThat(of(record(args.toArray(String[]::new)), Outcome.FAILED)).isEmpty();
        assertThat(findings(record(strict.toArray(String[]::new))))
                .anyMatch(it -> it.strict() && it.positions().equals(List.of(position)));
        assertThat(Files.readAllLines(POSITIONS))
                .anyMatch(line -> line.startsWith("| `" + variant + "` |") && line.contains(String.valueOf(position)));
    }

    @Test
    void everyReportShowsBothReadings() throws IOException {
        var result = run("--reference-fault", "STARTED-ON-PROVIDER", "--only", "STATE-OPEN.provider-*.started");
        var finding = findings(RunRecords.read(folder)).get(0);
        var position = new Editions()
                .load(RunRecords.read(folder).edition())
                .positions()
                .get(finding.positions().get(0));

        assertThat(position.texts()).hasSizeGreaterThan(1);
        var summary = result.out().replaceAll("\\s+", " ");
        var junit = Files.readString(folder.resolve("junit.xml"));
        for (var text : position.texts()) {
            assertThat(finding.reading()).contains(text);
            assertThat(summary).contains(text);
            assertThat(junit.replace("&quot;", "\"")).contains(text);
        }
        try (var results = Files.list(folder.resolve("allure-results"))) {
            assertThat(results.filter(file -> file.toString().endsWith("-result.json")))
                    .anyMatch(file -> text(file).contains("position " + position.number() + " ("));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RunRecord record(String... args) throws IOException {
        run(args);
        return RunRecords.read(folder);
    }

    private Shell.Result run(String... args) {
        var all = new ArrayList<>(List.of("run", "--out", folder.toString()));
        all.addAll(List.of(args));
        return Shell.plain().run(all.toArray(String[]::new));
    }

    private static List<String> of(RunRecord record, Outcome outcome) {
        return record.cases().stream()
                .filter(result -> result.outcome() == outcome)
                .map(result -> result.id())
                .toList();
    }

    private static List<Finding> findings(RunRecord record) {
        return record.cases().stream()
                .flatMap(result -> result.findings().stream())
                .toList();
    }
}
