package org.dpstck.reports;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Locale;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.reports.base.AtomicFile;
import org.dpstck.reports.html.HtmlReport;
import org.dpstck.reports.repeat.RepeatScripts;

/** The forms that a run record can be rendered in. */
public enum ReportForm {
    /** One page for people, with every exchange. */
    HTML(HtmlReport.FILE),
    /** For build servers. */
    JUNIT(JunitXml.FILE),
    /** A summary for the page of a job. */
    MARKDOWN(MarkdownSummary.FILE),
    /** A picture for a README. */
    BADGE(Badge.FILE),
    /** A folder for Allure. */
    ALLURE(AllureResults.FOLDER),
    /** A folder of shell scripts, one a case. */
    SCRIPTS(RepeatScripts.FOLDER);

    private final String file;

    ReportForm(String file) {
        this.file = file;
    }

    /** Name of the file, or of the folder, in the folder of a run. */
    public String file() {
        return file;
    }

    /** Whether it is one file, rather than a folder of files. */
    public boolean single() {
        return this != ALLURE && this != SCRIPTS;
    }

    /** Name on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Writes the form into a folder under its own name, in place of an earlier one.
     *
     * @param edition judged by; null if this kit does not have it
     * @param dir made if it does not exist
     * @throws IOException if it cannot be written; a file that stood there before then still stands
     */
    public void write(RunRecord run, Edition edition, Path dir) throws IOException {
        if (single()) {
            AtomicFile.write(dir.resolve(file), out -> print(run, edition, out));
            return;
        }
        if (this == SCRIPTS) {
            RepeatScripts.write(run, edition, dir.resolve(file));
            return;
        }
        try (var allure = AllureResults.open(dir.resolve(file), AllureResults.Subject.of(run))) {
            allure.removeEarlier();
            for (var result : run.cases()) {
                allure.add(result);
            }
        }
    }

    /**
     * Writes the text of a form that is one file.
     *
     * @param edition judged by; null if this kit does not have it
     * @throws IOException if it cannot be written
     * @throws IllegalStateException if the form is a folder of files
     */
    public void print(RunRecord run, Edition edition, Writer out) throws IOException {
        switch (this) {
            case HTML -> HtmlReport.write(run, edition, out);
            case JUNIT -> JunitXml.write(run, out);
            case MARKDOWN -> MarkdownSummary.write(run, out);
            case BADGE -> Badge.write(run, out);
            default -> throw new IllegalStateException(id() + " is not one file");
        }
    }
}
