package org.dpstck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the pages of the documentation to the data they are made from. */
class DocumentsTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final String BEGIN = "<!-- from here on written by docs/generate -->";
    private static final String END = "<!-- end of what docs/generate wrote -->";

    static Stream<List<String>> pages() {
        return Stream.of(
                List.of("coverage.md", "--requirements"),
                List.of("cases.md"),
                List.of("coverage-control-plane.md", "--requirements", "--role", "control-plane"),
                List.of("cases-control-plane.md", "--role", "control-plane"),
                List.of("positions.md", "--positions"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void whatIsMadeFromTheDataIsUpToDate(List<String> page) throws IOException {
        var text = Files.readString(DOCS.resolve(page.get(0)));
        var args = Stream.concat(
                        Stream.of("list", "--format", "markdown"), page.stream().skip(1))
                .toArray(String[]::new);

        assertThat(text).containsOnlyOnce(BEGIN).containsOnlyOnce(END);
        var written = text.substring(text.indexOf(BEGIN) + BEGIN.length(), text.indexOf(END))
                .strip()
                .lines()
                .toList();
        var made = Shell.plain().run(args).out().strip().lines().toList();

        // Not the two texts: a difference of one line in thousands would be hard to find.
        assertThat(made.stream().filter(line -> !written.contains(line)).limit(5))
                .as(
                        "docs/%s is out of date: run docs/generate and commit what it changes; lines that it lacks",
                        page.get(0))
                .isEmpty();
        assertThat(written.stream().filter(line -> !made.contains(line)).limit(5))
                .as("docs/%s is out of date: run docs/generate and commit what it changes; lines too many", page.get(0))
                .isEmpty();
        assertThat(written.equals(made))
                .as("docs/%s has its lines in another order: run docs/generate and commit what it changes", page.get(0))
                .isTrue();
    }

    @Test
    void theScriptWritesEveryPage() throws IOException {
        var script = Files.readString(DOCS.resolve("generate"));

        assertThat(pages()).allSatisfy(page -> assertThat(script).contains("\nwrite " + String.join(" ", page) + "\n"));
    }
}
