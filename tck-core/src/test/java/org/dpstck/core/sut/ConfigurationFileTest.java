package org.dpstck.core.sut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFileTest {

    @TempDir
    Path directory;

    @Test
    void missing() {
        assertThat(Given.path(directory.resolve("none.yaml")).problem())
                .endsWith("none.yaml does not exist; check the path");
        assertThat(Given.path(directory.resolve("none/sut.yaml")).problem()).contains("does not exist");
    }

    @Test
    void directory() {
        assertThat(Given.path(directory).problem()).endsWith("is a directory; name the file in it");
    }

    @Test
    void belowAFile() throws IOException {
        var file = Files.writeString(directory.resolve("file"), "x");

        assertThat(Given.path(file.resolve("sut.yaml")).problem()).contains("cannot be read");
    }

    @Test
    void empty() {
        assertThat(problem("")).contains("is empty; write at least `url:");
        assertThat(problem("# only a comment\n---\n")).contains("is empty");
    }

    @Test
    void notAMap() {
        assertThat(problem("- url")).contains("holds a list where a map of keys is needed");
        assertThat(problem("<html>")).contains("holds a text where a map of keys is needed");
    }

    @Test
    void notYaml() {
        assertThat(problem("url: http://h\nrole: [a\nids: {}\n"))
                .contains("sut.yaml line ")
                .contains("not YAML")
                .doesNotContain("\n");
        assertThat(problem("url: \"http://h")).contains("not YAML");
        assertThat(problem("\u0000")).contains("not YAML");
    }

    @Test
    void notText() throws IOException {
        var file = Files.write(directory.resolve("sut.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});

        assertThat(Given.path(file).problem()).contains("is not UTF-8 text");
    }

    @Test
    void tooLarge() {
        assertThat(problem("a: " + "x".repeat(1 << 20))).contains("is larger than 1 MiB");
    }

    @Test
    void sameKeyTwice() {
        assertThat(problem("url: http://a\nids:\n  dataset: a\n  dataset: b\n"))
                .contains("line 4: the key 'dataset' is there twice");
        assertThat(Given.file(directory, "url: http://a\nurl: http://b").problem())
                .contains("line 2: the key 'url'");
        assertThat(Given.file(directory, "url: http://a\nids.dataset: a\nids: {dataset: b}")
                        .problem())
                .contains("ids.dataset: is there twice, nested and with dots");
    }

    @Test
    void twoDocuments() {
        assertThat(problem("url: http://a\n---\nurl: http://b\n")).contains("more than one document");
    }

    @Test
    void aliasBomb() {
        var bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (var name = 'b'; name < 'k'; name++) {
            var before = "*" + (char) (name - 1);
            bomb.append(name)
                    .append(": &")
                    .append(name)
                    .append(" [")
                    .append((before + ", ").repeat(8))
                    .append(before);
            bomb.append("]\n");
        }
        assertThat(problem(bomb.toString())).contains("line 2: aliases (*name) are not supported");
    }

    @Test
    void tooDeep() {
        assertThat(problem("a: " + "[".repeat(100_000))).doesNotContain("\n").containsAnyOf("nested", "not YAML");
        assertThat(problem("a: " + "[".repeat(40) + "]".repeat(40))).contains("nested more than 32 levels deep");
    }

    @Test
    void nullsAreAbsent() {
        var system = Given.file(directory, "url: http://h\nsystem:\nrole:\ncallback: {advertise: ~}\n")
                .load();

        assertThat(system.role()).isEqualTo("data-plane");
        assertThat(system.callback().advertise()).isNull();
    }

    @Test
    void anEmptyTextIsNotAbsent() {
        assertThatThrownBy(
                        () -> Given.file(directory, "url: http://h\nrole: \"\"").load())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("role: is empty");
    }

    @Test
    void oddScalarsAreValuesToo() {
        var odd = List.of(
                "0x1F",
                "0o17",
                "017",
                "1_000",
                ".nan",
                "-.inf",
                "0b1",
                "1e5",
                "1e999",
                "+1",
                "1.",
                ".",
                "-1",
                "12e",
                "0x",
                "9".repeat(900),
                "yes",
                "True",
                "2026-02-01",
                "!!int x",
                "!!binary aGk=",
                "!x {a: 1}",
                "? a",
                "'it''s'",
                "|-\n   a\n   b",
                "\"\\u00e9\"",
                "=",
                "<<",
                "~");
        for (var scalar : odd) {
            var given = Given.file(directory, "url: http://h\nmessage:\n  metadata:\n    a: " + scalar + "\n");
            assertThat(catchThrowable(given::load))
                    .as(scalar)
                    .satisfiesAnyOf(failure -> assertThat(failure).isNull(), failure -> assertThat(failure)
                            .isInstanceOf(ConfigurationException.class));
        }
    }

    private String problem(String yaml) {
        return Given.file(directory, yaml).problem();
    }
}
