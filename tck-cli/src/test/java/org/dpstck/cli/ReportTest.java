package org.dpstck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a run leaves for people and programs, and the same from its record alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportTest {

    private static final String TOKEN = "planted-secret-4711";

    private Path dir;

    private Path page;
    private Path run;
    private Shell.Result ran;

    @BeforeAll
    void judge(@TempDir Path temporary) {
        dir = temporary;
        page = dir.resolve("job.md");
        run = dir.resolve("run");
        ran = Shell.with(Map.of("GITHUB_STEP_SUMMARY", page.toString()))
                .run(
                        "run",
                        "--only",
                        "START-DUPLICATE",
                        "--reference-fault",
                        "START-DUPLICATE-NEW-FLOW",
                        "--header",
                        "Authorization: Bearer " + TOKEN,
                        "--out",
                        run.toString(),
                        "--events",
                        "-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run.json", "junit.xml", "report.html", "summary.md", "badge.svg", "allure-results"})
    void aRunWritesEveryForm(String file) {
        assertThat(ran.code()).isEqualTo(1);
        assertThat(run.resolve(file)).exists();
        assertThat(ran.err()).contains("report.html");
    }

    @Test
    void noFormHoldsASecret() throws IOException {
        try (var files = Files.walk(dir)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain(TOKEN);
            }
        }
        assertThat(ran.out() + ran.err()).doesNotContain(TOKEN);
    }

    @Test
    void thePageOfTheJobHasTheSummary() throws IOException {
        assertThat(page)
                .content()
                .contains(
                        "NOT CONFORMANT", "### Failed", "START-DUPLICATE", "  - expected: ", "  - observed: HTTP 200");
        assertThat(Files.readString(page)).startsWith(Files.readString(run.resolve("summary.md")));
    }

    @Test
    void whoWatchesSeesEveryCaseBeginAndEnd() {
        var events = ran.out().lines().map(ReportTest::json).toList();
        assertThat(ran.out()).startsWith("{\"event\":\"run-began\",\"at\":");
        var last = events.get(events.size() - 1);
        assertThat(last.path("event").asString()).isEqualTo("run-ended");
        assertThat(last.path("verdict").asString()).isEqualTo("NOT_CONFORMANT");
        assertThat(last.path("folder").asString()).isEqualTo(run.toString());
        assertThat(events.stream().filter(it -> it.path("outcome").asString("").equals("FAILED")))
                .isNotEmpty();
        assertThat(events.stream().filter(it -> it.path("event").asString().equals("case-ended")))
                .hasSize(last.path("counts")
                        .valueStream()
                        .mapToInt(JsonNode::asInt)
                        .sum());
    }

    @ParameterizedTest
    @CsvSource({"html,report.html", "junit,junit.xml", "markdown,summary.md", "badge,badge.svg"})
    void aRecordIsRenderedAgainAsTheRunDid(String form, String file) throws IOException {
        var out = dir.resolve("again-" + form);
        var again = Shell.plain().run("report", run.toString(), "--format", form, "--out", out.toString());

        assertThat(again.code()).isZero();
        assertThat(again.out().strip()).isEqualTo(out.resolve(file).toString());
        assertThat(out.resolve(file)).hasSameTextualContentAs(run.resolve(file));
        var printed = Shell.plain().run("report", run.resolve("run.json").toString(), "-f", form, "-o", "-");
        assertThat(printed.out()).isEqualTo(Files.readString(run.resolve(file)));
    }

    @Test
    void everyFormIsTheDefault() {
        var out = dir.resolve("all");
        assertThat(Shell.plain()
                        .run("report", run.toString(), "--out", out.toString())
                        .out())
                .contains("report.html", "junit.xml", "summary.md", "badge.svg", "allure-results");
        assertThat(out.resolve("allure-results")).isDirectory();
    }

    @Test
    void whatIsWrongIsSaidWithTheFix() {
        var nothing = Shell.plain().run("report", dir.resolve("nothing").toString());
        assertThat(nothing.code()).isEqualTo(2);
        assertThat(nothing.err()).contains("does not exist; name a run.json or the folder of a run");

        var form = Shell.plain().run("report", run.toString(), "--format", "htm");
        assertThat(form.code()).isEqualTo(2);
        assertThat(form.err())
                .contains(
                        "--format 'htm' is no form", "html, junit, markdown, badge, allure, scripts, allure-html, all");

        var several = Shell.plain().run("report", run.toString(), "--out", "-");
        assertThat(several.code()).isEqualTo(2);
        assertThat(several.err()).contains("--out - takes one form");

        var events =
                Shell.plain().run("run", "--events", dir.resolve("no/such/file").toString());
        assertThat(events.code()).isEqualTo(2);
        assertThat(events.err()).contains("--events", "cannot be written");
    }

    private static JsonNode json(String line) {
        return JsonMapper.shared().readTree(line);
    }
}
