package org.dpstck.reports;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.reports.base.AtomicFile;
import org.dpstck.reports.base.Json;
import org.dpstck.reports.base.Printable;

/**
 * A folder of Allure results that grows while a run goes on.
 *
 * <p>{@link #add} may be called from several threads at once. Every case is on disk when it returns, so that a run which is
 * cut short leaves all it had; what remains to be written at the end only decorates the report. What other programs wrote
 * into the folder stays.
 */
public final class AllureResults implements Closeable {

    /** Name of the folder in the folder of a run. */
    public static final String FOLDER = "allure-results";

    private final Path folder;
    private final Subject subject;
    private final AllureLeftovers leftovers;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * What the results are about.
     *
     * @param edition id of the edition judged by
     * @param role {@code data-plane} or {@code control-plane}
     * @param suiteVersion version of this kit
     * @param system what is judged
     */
    public record Subject(String edition, String role, String suiteVersion, RunRecord.SystemInfo system) {

        /** What a record is about. */
        public static Subject of(RunRecord run) {
            return new Subject(run.edition(), run.role(), run.suiteVersion(), run.system());
        }
    }

    private record Category(String name, List<String> matchedStatuses, String messageRegex) {}

    private record Executor(String name, String type, String buildName, String reportName) {}

    private AllureResults(Path folder, Subject subject, AllureLeftovers leftovers) {
        this.leftovers = leftovers;
        this.folder = folder;
        this.subject = subject;
    }

    /**
     * Opens a folder for the results of one run; {@link #removeEarlier()} makes those of earlier runs go.
     *
     * @param folder made if it does not exist
     * @throws IOException if the folder cannot be made or read
     */
    public static AllureResults open(Path folder, Subject subject) throws IOException {
        Files.createDirectories(folder);
        return new AllureResults(folder, subject, AllureLeftovers.in(folder));
    }

    /**
     * Removes what runs of this kit left in the folder before it was opened; takes a second for a thousand cases.
     *
     * @throws IOException if it cannot be removed
     */
    public void removeEarlier() throws IOException {
        leftovers.remove();
    }

    /**
     * Writes a case that this thread has run.
     *
     * @throws IOException if a file cannot be written; the result is then missing, never half there
     * @throws IllegalStateException if the results were closed before
     */
    public void add(CaseResult result) throws IOException {
        add(result, Thread.currentThread().getName());
    }

    /**
     * Writes a case: first the text of its exchanges, then the result that refers to them.
     *
     * @param thread that ran the case, for the timeline
     * @throws IOException if a file cannot be written; the result is then missing, never half there
     * @throws IllegalStateException if the results were closed before
     */
    public void add(CaseResult result, String thread) throws IOException {
        if (closed.get()) {
            throw new IllegalStateException("The Allure results in " + folder + " are closed");
        }
        var allure = new AllureCase(subject, result, thread);
        var test = allure.test();
        for (var attachment : allure.attachments().entrySet()) {
            // Nothing refers to it before the result does, which is written after it.
            Files.write(
                    folder.resolve(attachment.getKey()), attachment.getValue().getBytes(StandardCharsets.UTF_8));
        }
        writeJson(test.getUuid() + "-result.json", test);
    }

    /**
     * Writes what belongs to the run as a whole: environment, categories, executor. A second call does nothing.
     *
     * @throws IOException if a file cannot be written
     */
    @Override
    public void close() throws IOException {
        if (closed.getAndSet(true)) {
            return;
        }
        AtomicFile.write(folder.resolve("environment.properties"), out -> out.write(environment()));
        writeJson("categories.json", categories());
        writeJson("executor.json", executor());
    }

    private void writeJson(String file, Object value) throws IOException {
        AtomicFile.write(folder.resolve(file), out -> Json.ALLURE_WRITER.writeValue(out, value));
    }

    private String environment() {
        var entries = new LinkedHashMap<String, String>();
        entries.put("edition", subject.edition());
        entries.put("role", subject.role());
        entries.put("suite", subject.suiteVersion());
        entries.put("system", subject.system().name());
        entries.put("system.version", subject.system().version());
        entries.put("system.url", subject.system().url());
        return entries.entrySet().stream()
                .filter(it -> it.getValue() != null)
                .map(AllureResults::property)
                .collect(Collectors.joining());
    }

    /** A line of a properties file, which knows nothing beyond ASCII. */
    private static String property(Map.Entry<String, String> entry) {
        var value = new StringBuilder();
        for (var c : Printable.line(entry.getValue()).toCharArray()) {
            value.append(c >= ' ' && c < 0x7F && c != '\\' ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return entry.getKey() + "=" + value + "\n";
    }

    /** Allure's own two categories call everything a defect; these say what the outcomes of this kit mean. */
    private static List<Category> categories() {
        return List.of(
                new Category("Violations of the document", List.of("failed"), null),
                new Category("Inconclusive: the suite or the environment failed", List.of("broken"), null),
                new Category("Warnings", List.of("passed"), "(?s).+"),
                new Category("Untested: no trigger reaches it", List.of("skipped"), "(?s)UNTESTED.*"),
                new Category("Not applicable", List.of("skipped"), "(?s)NOT_APPLICABLE.*"));
    }

    private Executor executor() {
        var run = Printable.line(String.join(" ", subject.system().name(), subject.role(), subject.edition()));
        return new Executor("dps-tck", "dps-tck", "dps-tck " + subject.suiteVersion(), run);
    }
}
