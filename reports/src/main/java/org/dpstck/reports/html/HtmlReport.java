package org.dpstck.reports.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.verdict.RunRecord;

/** Writes a run record as one HTML file that needs nothing else: no network, no other file. */
public final class HtmlReport {

    /** Name of the file in the folder of a run. */
    public static final String FILE = "report.html";

    private HtmlReport() {}

    /**
     * Writes the page.
     *
     * @param edition judged by, for clauses and states; null if this kit does not have it
     * @throws IOException if it cannot be written
     */
    public static void write(RunRecord run, Edition edition, Writer out) throws IOException {
        var page = ReportPage.of(run, edition);
        try {
            TemplateEngine.createPrecompiled(ContentType.Html).render("report.jte", page, new WriterOutput(out));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
