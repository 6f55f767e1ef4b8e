package org.dpstck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class DemoTest {

    @Test
    void drawsBothTransfersAndEndsWithTheBytes() {
        var result = Shell.plain().run("demo");

        assertThat(result.code()).as(result.out() + result.err()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains("edition 1.0-RC3", "PUSH", "PULL", "TransferSuspension", "resume @", "HTTP 403")
                .containsPattern("received +1,048,576 bytes +sha-256 [0-9a-f]{64}")
                .doesNotContain("\u001b[");
        assertThat(result.out().lines()).allMatch(line -> line.length() <= 100);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 72, 140})
    void fitsTheTerminal(int width) {
        var result = Shell.plain().run("demo", "--transfer", "pull", "--ascii", "--width", String.valueOf(width));

        assertThat(result.code()).as(result.out() + result.err()).isZero();
        assertThat(result.out()).matches("[\\x20-\\x7e\\r\\n]*");
        if (width >= 72) {
            var drawn = result.out().lines().filter(line -> line.contains("|")).toList();
            assertThat(drawn).isNotEmpty().allMatch(line -> line.length() <= width);
        }
    }

    @Test
    void colourIsForTerminals() {
        assertThat(Shell.plain()
                        .onTerminal(Map.of())
                        .run("demo", "--transfer", "push")
                        .out())
                .contains("\u001b[");
        assertThat(Shell.plain()
                        .onTerminal(Map.of("NO_COLOR", "1"))
                        .run("demo", "--transfer", "push")
                        .out())
                .doesNotContain("\u001b[");
    }

    @Test
    void movesAFileAndTellsProgramsAboutIt(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("data.txt"), "forty-two bytes of text, moved by HTTP, okay");
        var result =
                Shell.plain().run("demo", "--edition", "2025-08", "--payload", file.toString(), "--format", "json");

        assertThat(result.code()).as(result.out() + result.err()).isZero();
        var story = JsonMapper.builder().build().readTree(result.out());
        assertThat(story.path("format").asString()).isEqualTo("dps-tck-demo/1");
        assertThat(story.path("equal").asBoolean()).isTrue();
        assertThat(story.path("data").path("bytes").asLong()).isEqualTo(Files.size(file));
        assertThat(story.path("planes").size()).isEqualTo(4);
        assertThat(story.path("transfers").path(1).path("direction").asString()).isEqualTo("pull");
        assertThat(story.path("transfers").path(1).path("events").findValuesAsString("name"))
                .contains("prepare", "TransferRequest", "GET data");
    }

    @Test
    void drawsForMermaid() {
        var result = Shell.plain().run("demo", "--transfer", "push", "--format", "mermaid", "--edition", "1.0-RC1");

        assertThat(result.code()).as(result.out() + result.err()).isZero();
        assertThat(result.out())
                .contains("sequenceDiagram", "participant CONSUMER_DATA as consumer's data plane")
                .contains("CONSUMER_CONTROL->>CONSUMER_DATA: prepare");
    }

    @Test
    void whatIsNotAsItShouldBeIsSaid() {
        var result = Shell.plain().run("demo", "--transfer", "pull", "--reference-fault", "TOKEN-OUTLIVES-SUSPENSION");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.errLines())
                .singleElement()
                .asString()
                .startsWith(
                        "dps-tck demo: pull: GET with the token of the data address while the transfer is suspended");
        assertThat(result.out()).contains("✗", "not as it should be");
    }

    @Test
    void wrongUsageIsSaidInOneLine(@TempDir Path folder) throws IOException {
        var empty = Files.createFile(folder.resolve("empty"));

        for (var wrong : new String[][] {
            {"--edition", "1.0"},
            {"--payload", folder.resolve("nothing").toString()},
            {"--payload", empty.toString()},
            {"--width", "10"},
            {"--reference-fault", "NO-SUCH-FAULT"}
        }) {
            var result = Shell.plain().run("demo", wrong[0], wrong[1]);
            assertThat(result.code()).as(String.join(" ", wrong)).isEqualTo(2);
            assertThat(result.errLines())
                    .as(result.err())
                    .singleElement()
                    .asString()
                    .startsWith("dps-tck demo: ");
            assertThat(result.out()).isEmpty();
        }
    }
}
