package org.dpstck.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qameta.allure.FileSystemResultsWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.reports.base.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AllureResultsTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path dir;

    @Test
    void labelsAndStatusesFollowTheOutcome() throws IOException {
        var results = write(Runs.everyOutcome());
        assertThat(results.values().stream().map(it -> it.path("status").asString()))
                .containsExactlyInAnyOrder("passed", "failed", "passed", "skipped", "skipped", "broken");
        var failed = results.get("START-DUPLICATE.provider-pull");
        assertThat(labels(failed))
                .contains(
                        "epic=2026-02",
                        "feature=Start",
                        "story=START-DUPLICATE",
                        "story=STATE-NAMES",
                        "severity=critical",
                        "parentSuite=data-plane 2026-02",
                        "suite=Start",
                        "tag=FAILED");
        assertThat(results.get("CALLBACK-ERRORED.push")
                        .at("/statusDetails/message")
                        .asString())
                .isEqualTo("UNTESTED: no trigger makes a flow fail");
        assertThat(results.get("STATUS-200.any").at("/statusDetails/message").asString())
                .contains("401");
    }

    @Test
    void failureShowsExpectedObservedAndExchanges() throws IOException {
        var failed = write(Runs.everyOutcome()).get("START-DUPLICATE.provider-pull");
        assertThat(failed.at("/statusDetails/message").asString()).startsWith("a second start was accepted");
        assertThat(failed.at("/statusDetails/expected").asString()).isEqualTo("a 4xx and no second flow");
        assertThat(failed.at("/statusDetails/actual").asString()).isEqualTo("observed state STARTED");
        assertThat(failed.at("/statusDetails/trace").asString()).contains("reading: position 18", "x2 POST");
        assertThat(failed.path("steps").valueStream().map(it -> it.path("status")
                        .asString()))
                .containsExactly("passed", "failed", "failed");
        var second = failed.at("/steps/1");
        assertThat(second.path("stop").asLong() - second.path("start").asLong()).isEqualTo(12);
        var text =
                Files.readString(dir.resolve(second.at("/attachments/0/source").asString()));
        assertThat(text)
                .contains("POST http://localhost:8080/signaling/dataflows/start\nContent-Type: application/json\n")
                .contains("{\n  \"processId\": \"p-1\"\n}")
                .contains("HTTP 200\n")
                .contains("{\n  \"error\": \"no\",\n  \"n\": 1.10,\n  \"n\": 2\n}");
        assertThat(second.at("/attachments/0/size").asInt()).isEqualTo(text.length());
    }

    @Test
    void removesWhatAnEarlierRunLeftAndNothingElse() throws IOException {
        write(Runs.everyOutcome());
        var uuid = "12345678-1234-1234-1234-123456789abc";
        var others = Map.of(
                uuid + "-result.json",
                "{\"labels\":[{\"name\":\"framework\",\"value\":\"junit\"}]}",
                "22345678-1234-1234-1234-123456789abc-result.json",
                "no JSON",
                uuid + "-attachment.txt",
                "of another program",
                uuid + "-container.json",
                "{}",
                "notes-result.json",
                "{\"labels\":[{\"name\":\"framework\",\"value\":\"dps-tck\"}]}");
        for (var other : others.entrySet()) {
            Files.writeString(dir.resolve(other.getKey()), other.getValue());
        }
        Files.createDirectories(dir.resolve("history"));

        try (var allure = AllureResults.open(dir, AllureResults.Subject.of(Runs.everyOutcome()))) {
            allure.removeEarlier();
        }

        try (var left = Files.list(dir)) {
            var names = left.map(file -> file.getFileName().toString()).toList();
            assertThat(names).containsAll(others.keySet()).contains("history");
            assertThat(names.stream().filter(name -> name.endsWith("-result.json")))
                    .hasSize(3);
            assertThat(names.stream().filter(name -> name.endsWith("-attachment.txt")))
                    .hasSize(1);
        }
    }

    @Test
    void aResultOfAnEarlierRunCannotReachOutsideTheFolder() throws IOException {
        var outside = Files.writeString(dir.resolve("outside.txt"), "precious");
        var results = Files.createDirectories(dir.resolve("results"));
        Files.writeString(
                results.resolve("12345678-1234-1234-1234-123456789abc-result.json"),
                "{\"labels\":[{\"name\":\"framework\",\"value\":\"dps-tck\"}],"
                        + "\"steps\":[{\"attachments\":[{\"source\":\"../outside.txt\"}]}]}");

        try (var allure = AllureResults.open(results, AllureResults.Subject.of(Runs.everyOutcome()))) {
            allure.removeEarlier();
        }

        assertThat(outside).exists();
        assertThat(results.resolve("12345678-1234-1234-1234-123456789abc-result.json"))
                .doesNotExist();
    }

    @Test
    void warningIsAStepOfACaseThatPassed() throws IOException {
        var warned = write(Runs.everyOutcome()).get("BASE-URL-HTTPS");
        assertThat(warned.path("status").asString()).isEqualTo("passed");
        assertThat(warned.at("/statusDetails/message").asString()).isEqualTo("the base URL is plain http");
        assertThat(warned.at("/steps/0/name").asString()).startsWith("warning on BASE-URL-HTTPS");
        assertThat(labels(warned)).contains("tag=WARNED");
    }

    @Test
    void idsAreTheSameInEveryRunAndDifferFromCaseToCase() throws IOException {
        var first = write(Runs.everyOutcome());
        var second = write(Runs.everyOutcome(), dir.resolve("again"));
        first.forEach((id, it) -> {
            assertThat(second.get(id).path("historyId")).isEqualTo(it.path("historyId"));
            assertThat(second.get(id).path("uuid")).isNotEqualTo(it.path("uuid"));
        });
        assertThat(first.values().stream()
                        .map(it -> it.path("historyId").asString())
                        .distinct())
                .hasSize(6);
    }

    @Test
    void writesWhatAllureItselfWouldWrite() throws IOException {
        var run = Runs.everyOutcome();
        var theirs = new FileSystemResultsWriter(dir.resolve("theirs"), false, false);
        for (var result : run.cases()) {
            var test = new AllureCase(AllureResults.Subject.of(run), result, "worker-1").test();
            theirs.write(test);
            var expected = dir.resolve("theirs/" + test.getUuid() + "-result.json");
            assertThat(JSON.readTree(Json.ALLURE_WRITER.writeValueAsString(test)))
                    .isEqualTo(JSON.readTree(Files.readString(expected)));
        }
    }

    @Test
    void hostileContentIsWrittenHarmless() throws IOException {
        var failed = write(Runs.hostile()).get("START-DUPLICATE.provider-pull");
        var text = Files.readString(
                dir.resolve(failed.at("/steps/1/attachments/0/source").asString()));
        assertThat(text).contains("\\u001b[31mred\\u0000\\u009b2J", "X-Note: </system-out>");
        assertThat(text.chars()).noneMatch(it -> it != '\n' && Character.isISOControl(it));
        assertThat(failed.toString()).doesNotContain("\u009b", "\u202e", "\uFFFD");
    }

    @Test
    void threadsMayAddAtOnce() throws Exception {
        var run = Runs.big(300, 600);
        var threads = Executors.newFixedThreadPool(8);
        try (var allure = AllureResults.open(dir, AllureResults.Subject.of(run))) {
            var adding = new ArrayList<Callable<Void>>();
            run.cases()
                    .forEach(it -> adding.add(() -> {
                        allure.add(it);
                        return null;
                    }));
            for (var each : threads.invokeAll(adding, 60, TimeUnit.SECONDS)) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(results(dir)).hasSize(300);
        try (var files = Files.list(dir)) {
            assertThat(files.filter(it -> it.toString().endsWith("-attachment.txt")))
                    .hasSize(600);
        }
    }

    @Test
    void aCaseIsOnDiskBeforeTheEnd() throws IOException {
        var run = Runs.everyOutcome();
        var allure = AllureResults.open(dir, AllureResults.Subject.of(run));
        allure.add(run.cases().get(1));
        assertThat(results(dir)).containsOnlyKeys("START-DUPLICATE.provider-pull");
        allure.close();
        allure.close();
        assertThatThrownBy(() -> allure.add(run.cases().get(0))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void describesTheRunAtItsEnd() throws IOException {
        write(Runs.everyOutcome());
        var environment = new Properties();
        try (InputStream in = Files.newInputStream(dir.resolve("environment.properties"))) {
            environment.load(in);
        }
        assertThat(environment)
                .containsEntry("system", "Ünder test")
                .containsEntry("system.url", "http://localhost:8080/signaling")
                .doesNotContainKey("system.version");
        assertThat(JSON.readTree(Files.readString(dir.resolve("categories.json")))
                        .size())
                .isEqualTo(5);
        assertThat(JSON.readTree(Files.readString(dir.resolve("executor.json")))
                        .path("buildName")
                        .asString())
                .isEqualTo("dps-tck 0.1.0");
    }

    private Map<String, JsonNode> write(RunRecord run) throws IOException {
        return write(run, dir);
    }

    private static Map<String, JsonNode> write(RunRecord run, Path folder) throws IOException {
        try (var allure = AllureResults.open(folder, AllureResults.Subject.of(run))) {
            allure.removeEarlier();
            for (var result : run.cases()) {
                allure.add(result);
            }
        }
        return results(folder);
    }

    private static Map<String, JsonNode> results(Path folder) throws IOException {
        var results = new HashMap<String, JsonNode>();
        try (var files = Files.newDirectoryStream(folder, "*-result.json")) {
            for (var file : files) {
                var json = JSON.readTree(Files.readString(file));
                results.put(json.path("name").asString(), json);
            }
        }
        return results;
    }

    private static List<String> labels(JsonNode result) {
        return result.path("labels")
                .valueStream()
                .map(it -> it.path("name").asString() + "=" + it.path("value").asString())
                .toList();
    }
}
