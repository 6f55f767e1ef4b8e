package org.dpstck.reports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.verdict.RunRecord;

/** Writes the reports of a finished run into one folder. */
public final class Reports {

    /** What people look at: written when the verdict is known and told. */
    private static final List<ReportForm> PAGES =
            List.of(ReportForm.HTML, ReportForm.MARKDOWN, ReportForm.BADGE, ReportForm.SCRIPTS);

    private Reports() {}

    /**
     * Writes what programs read, and what everything else can be made from: {@value RunRecords#FILE} and
     * {@value JunitXml#FILE}.
     *
     * @param dir made if it does not exist
     * @throws IOException if a file cannot be written
     */
    public static void writeRecords(RunRecord run, Path dir) throws IOException {
        RunRecords.write(run, dir);
        JunitXml.write(run, dir.resolve(JunitXml.FILE));
    }

    /**
     * Writes what people look at: the HTML report, the Markdown summary, the badge, and the scripts that
     * repeat cases.
     *
     * @param edition judged by; null if this kit does not have it
     * @param dir made if it does not exist
     * @throws IOException if a file cannot be written
     */
    public static void writePages(RunRecord run, Edition edition, Path dir) throws IOException {
        for (var form : PAGES) {
            form.write(run, edition, dir);
        }
    }
}
