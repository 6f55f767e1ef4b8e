package org.dpstck.reports.allurehtml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.reports.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllureHtmlTest {

    private static final Path HOME = Path.of(System.getProperty("user.home"));
    private static final Path GENERATOR =
            HOME.resolve(".m2/repository/io/qameta/allure/allure-commandline/" + AllureTool.VERSION);

    @TempDir
    private Path folder;

    /** Where the generator was fetched before; a build fetches nothing for it. */
    @Test
    void onePageWithAHistoryAndWithoutAnalytics() throws Exception {
        assumeTrue(Files.isDirectory(GENERATOR), "Allure's generator is in the local Maven repository");
        var allure = new AllureHtml(
                new AllureTool(Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString()), HOME));
        var history = folder.resolve("history");

        var first = allure.write(Runs.everyOutcome(), folder.resolve("run-1"), history);
        var second = allure.write(later(Runs.everyOutcome()), folder.resolve("run-2"), history);

        for (var page : List.of(first, second)) {
            assertThat(Files.readString(page))
                    .contains("<html")
                    .doesNotContain("googletagmanager", "google-analytics", "gtag(");
            assertThat(embedded(page)).contains("START-DUPLICATE");
        }
        assertThat(points(history)).containsExactly(1, 2);

        allure.write(later(Runs.everyOutcome()), folder.resolve("run-2"), history);
        assertThat(points(history)).as("a report made again counts once").containsExactly(1, 2);
    }

    /** What the page holds in Base64: the data, besides styles and programs. */
    private static String embedded(Path page) throws IOException {
        return Pattern.compile("[\"'](?<data>[A-Za-z0-9+/]{32,}={0,2})[\"']")
                .matcher(Files.readString(page))
                .results()
                .map(it -> it.group(1))
                .filter(it -> it.length() % 4 == 0)
                .map(it -> new String(Base64.getDecoder().decode(it), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    @Test
    void aPageThatStillCallsHomeIsNotWritten() throws IOException {
        var page = "<html><script async src=\"https://www.googletagmanager.com/gtag/js?id=G-1\"></script>\n<script>\n"
                + "function gtag(){dataLayer.push(arguments);}\n gtag('js', new Date());</script><p>a</p></html>";

        assertThat(AllureHtml.withoutAnalytics(page)).isEqualTo("<html>\n<p>a</p></html>");
        assertThatThrownBy(() -> AllureHtml.withoutAnalytics("<img src='//www.google-analytics.com/x'>"))
                .hasMessageContaining("analytics");
    }

    @Test
    void aWrongHomeIsSaid() {
        var tool = new AllureTool(Map.of("ALLURE_HOME", folder.toString()), folder);

        assertThatThrownBy(tool::folder)
                .isInstanceOf(AllureMissingException.class)
                .hasMessageContaining("ALLURE_HOME")
                .hasMessageContaining("lib");
    }

    /** How many runs the trend of each report has, the earliest first. */
    private static List<Integer> points(Path history) throws IOException {
        try (var files = Files.walk(history)) {
            return files.filter(it -> it.endsWith("history-trend.json"))
                    .sorted()
                    .map(AllureHtmlTest::points0)
                    .toList();
        }
    }

    private static int points0(Path trend) {
        try {
            return Files.readString(trend).split("\"total\"", -1).length - 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RunRecord later(RunRecord run) {
        Instant began = run.startedAt().plus(Duration.ofHours(1));
        return new RunRecord(
                run.format(),
                run.verdict(),
                run.status(),
                run.reason(),
                run.edition(),
                run.role(),
                run.suiteVersion(),
                run.system(),
                run.configuration(),
                run.selection(),
                run.strict(),
                run.seed(),
                began,
                began.plusSeconds(5),
                run.counts(),
                run.levels(),
                run.notes(),
                run.explanations(),
                run.cases());
    }
}
