package org.dpstck.reports.allurehtml;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.reports.ReportForm;
import org.dpstck.reports.base.AtomicFile;

/** Makes the static Allure report of a run: one page that opens from a disk and asks nothing of the network. */
public final class AllureHtml {

    /** Name of the page in the folder of a run. */
    public static final String FILE = "allure-report.html";

    /** Name of the folder beside the folders of runs that keeps their history. */
    public static final String HISTORY = "allure-history";

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Pattern ANALYTICS = Pattern.compile(
            "<script[^>]*\\bsrc=\"https://www\\.googletagmanager\\.com/[^\"]*\"[^>]*>\\s*</script>"
                    + "|<script[^>]*>(?:(?!</script>)[\\s\\S]){0,2000}?\\bgtag\\((?:(?!</script>)[\\s\\S]){0,2000}</script>");

    private final AllureTool tool;

    /** A maker of reports by a generator. */
    public AllureHtml(AllureTool tool) {
        this.tool = tool;
    }

    /**
     * Writes the page into a folder.
     *
     * @param history folder that keeps what was in earlier runs; made if it does not exist
     * @return the page
     * @throws AllureMissingException if there is no generator
     * @throws IOException if something cannot be written, or the generator does not do what it is asked for
     */
    public Path write(RunRecord run, Path folder, Path history) throws AllureMissingException, IOException {
        var generator = tool.folder();
        var work = Files.createTempDirectory("dps-tck-allure");
        try {
            var results = work.resolve("allure-results");
            ReportForm.ALLURE.write(run, null, work);
            var past = new AllureHistory(history, run);
            var previous = past.previous();
            if (previous.isPresent()) {
                Folders.copy(previous.get(), results.resolve("history"));
            }
            // The page of one file leaves no history, and the one that does needs a web server.
            generate(generator, results, work.resolve("folder"), List.of());
            generate(generator, results, work.resolve("page"), List.of("--single-file"));
            var page = folder.resolve(FILE);
            var text = withoutAnalytics(Files.readString(work.resolve("page").resolve("index.html")));
            AtomicFile.write(page, out -> out.write(text));
            past.keep(work.resolve("folder").resolve("history"));
            return page;
        } finally {
            Folders.remove(work);
        }
    }

    private static void generate(Path generator, Path results, Path out, List<String> more) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-cp",
                generator.resolve("config") + File.pathSeparator + generator.resolve("lib") + File.separator + "*",
                "io.qameta.allure.CommandLine",
                "generate",
                results.toString(),
                "--output",
                out.toString(),
                "--clean"));
        command.addAll(more);
        // Without this it tells its makers of every report.
        var ended = Program.run(command, Map.of("ALLURE_NO_ANALYTICS", "1", "APP_HOME", generator.toString()), LIMIT)
                .orElseThrow(() -> new IOException("this Java cannot be started again"));
        if (ended.code() != 0 || !Files.isRegularFile(out.resolve("index.html"))) {
            throw new IOException("Allure's generator failed: " + ended.brief());
        }
    }

    /**
     * The page without what tells others that it is looked at.
     *
     * @throws IOException if an address of them is left: a page that calls home is not written
     */
    static String withoutAnalytics(String page) throws IOException {
        var clean = ANALYTICS.matcher(page).replaceAll("");
        if (clean.contains("googletagmanager") || clean.contains("google-analytics")) {
            throw new IOException("Allure's page calls an analytics service in a way that this kit does not know");
        }
        return clean;
    }
}
