package org.dpstck.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.dpstck.core.verdict.RunRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunRecordsTest {

    @TempDir
    private Path dir;

    @Test
    void readsWhatItWrote() throws IOException {
        var run = Runs.everyOutcome();
        RunRecords.write(run, dir.resolve("deep/er"));
        assertThat(RunRecords.read(dir.resolve("deep/er"))).isEqualTo(run);
        assertThat(RunRecords.read(dir.resolve("deep/er/run.json"))).isEqualTo(run);
    }

    @Test
    void keepsHostileTextExceptHalvesOfSurrogates() throws IOException {
        RunRecords.write(Runs.hostile(), dir);
        var body =
                RunRecords.read(dir).cases().get(0).exchanges().get(1).answer().body();
        assertThat(body).isEqualTo(Runs.HOSTILE.replace('\uD800', '\uFFFD').replace("|\uDC00", "|\uFFFD"));
        assertThat(Files.readString(dir.resolve("run.json"))).doesNotContain("\u001b", "\u009b", "\u202E", "\u0000");
    }

    @Test
    void writesWhatTheSchemaSays() throws IOException {
        for (var run : List.of(Runs.everyOutcome(), Runs.hostile(), Runs.of(List.of()))) {
            RunRecords.write(run, dir);
            assertThat(validate(Files.readString(dir.resolve("run.json")))).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NOT_CONFORMANT|not conformant",
                "dps-tck-run/1|dps-tck-run/2",
                "\"passed\" : |\"past\" : ",
                "2026-11-21T10:00:00.250Z|1763719200"
            })
    void schemaRefuses(String right, String wrong) throws IOException {
        RunRecords.write(Runs.everyOutcome(), dir);
        var text = Files.readString(dir.resolve("run.json"));
        assertThat(text.replace("\": ", "\" : ")).contains(right);
        assertThat(validate(text.replace("\": ", "\" : ").replace(right, wrong)))
                .isNotEmpty();
    }

    @Test
    void ordersMembersAsTheRecordDoesAndLeavesNullOut() throws IOException {
        RunRecords.write(Runs.everyOutcome(), dir);
        var lines = Files.readAllLines(dir.resolve("run.json"));
        assertThat(lines.get(1)).isEqualTo("  \"format\": \"dps-tck-run/1\",");
        assertThat(lines.get(2)).isEqualTo("  \"verdict\": \"NOT_CONFORMANT\",");
        assertThat(lines).noneMatch(it -> it.contains("null"));
    }

    @Test
    void namesWhatIsWrongWithAFile() throws IOException {
        refuses(dir.resolve("none"), "does not exist");
        refuses(file("<html>"), "is not JSON");
        refuses(file("{\"format\": \"dps"), "is not JSON");
        refuses(file(""), "is no run record");
        refuses(file("[]"), "is no run record");
        refuses(file("{\"format\":\"dps-tck-run/2\"}"), "is a record of format dps-tck-run/2; dps-tck-run/1 is needed");
        refuses(file("{\"format\":\"dps-tck-run/1\",\"verdict\":\"PARTIAL\"}"), "it lacks status, reason, edition");
        RunRecords.write(Runs.everyOutcome(), dir);
        var record = Files.readString(dir.resolve("run.json"));
        refuses(file(record.replace("\"UNTESTED\"", "\"GUESSED\"")), "is a damaged run record");
        refuses(file(record.replace("\"requirements\"", "\"demands\"")), "is a damaged run record");
        refuses(file(record.replace("\"message\"", "\"massage\"")), "is a damaged run record");
        refuses(file(record.replace("\"outcome\"", "\"income\"")), "is a damaged run record");
        refuses(Files.createDirectory(dir.resolve("empty")), "does not exist");
    }

    @Test
    void readersNeverSeeHalfARecord() throws Exception {
        RunRecord small = Runs.everyOutcome();
        RunRecord large = Runs.big(200, 400);
        RunRecords.write(small, dir);
        var done = new AtomicBoolean();
        var writers = Executors.newFixedThreadPool(2);
        try {
            var writing = Stream.of(small, large)
                    .map(run -> writers.submit(() -> {
                        while (!done.get()) {
                            RunRecords.write(run, dir);
                        }
                        return null;
                    }))
                    .toList();
            for (int at = 0; at < 100; at++) {
                assertThat(RunRecords.read(dir).cases())
                        .satisfies(it -> assertThat(it.size()).isIn(6, 200));
            }
            done.set(true);
            for (var each : writing) {
                each.get(10, TimeUnit.SECONDS);
            }
        } finally {
            done.set(true);
            writers.shutdown();
        }
        try (var files = Files.list(dir)) {
            assertThat(files).containsExactly(dir.resolve("run.json"));
        }
    }

    @Test
    void keepsTheOldRecordWhenTheNewCannotBeWritten() throws IOException {
        var blocker = Files.writeString(dir.resolve("file"), "a file, not a folder");
        assertThatThrownBy(() -> RunRecords.write(Runs.everyOutcome(), blocker)).isInstanceOf(IOException.class);
        assertThat(blocker).hasContent("a file, not a folder");
    }

    @Test
    void isQuickEnoughToBeWrittenEverySecond() throws IOException {
        var run = Runs.big(400, 1_500);
        RunRecords.write(run, dir);
        var began = Instant.now();
        RunRecords.write(run, dir);
        // Some tens of milliseconds; the bound only catches what is wrong by an order of magnitude.
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(1));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(dir.resolve("other.json"), text, StandardCharsets.UTF_8);
    }

    private static void refuses(Path path, String why) {
        assertThatThrownBy(() -> RunRecords.read(path))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageContaining(path.toString())
                .hasMessageContaining(why)
                .message()
                .doesNotContain("\n");
    }

    private static List<Error> validate(String json) throws IOException {
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        try (InputStream schema = RunRecords.class.getResourceAsStream("/org/dpstck/run-record.schema.json")) {
            return registry.getSchema(schema).validate(json, InputFormat.JSON);
        }
    }
}
