package org.dpstck.reports;

import java.io.IOException;
import java.nio.file.Path;
import org.dpstck.core.verdict.RunRecord;

/** Writes every report of a finished run into one folder. */
public final class Reports {

    private Reports() {}

    /**
     * Writes {@value RunRecords#FILE}, {@value JunitXml#FILE} and {@value AllureResults#FOLDER} from a record.
     *
     * <p>For records that were read back, or runs that wrote nothing on their way. A run that opened
     * {@link AllureResults} itself writes the other two with {@link #writeSummaries}.
     *
     * @param dir made if it does not exist
     * @throws IOException if a file cannot be written
     */
    public static void writeAll(RunRecord run, Path dir) throws IOException {
        writeSummaries(run, dir);
        try (var allure = AllureResults.open(dir.resolve(AllureResults.FOLDER), AllureResults.Subject.of(run))) {
            for (var result : run.cases()) {
                allure.add(result);
            }
        }
    }

    /**
     * Writes the reports that are one file each: {@value RunRecords#FILE} and {@value JunitXml#FILE}.
     *
     * @param dir made if it does not exist
     * @throws IOException if a file cannot be written
     */
    public static void writeSummaries(RunRecord run, Path dir) throws IOException {
        RunRecords.write(run, dir);
        JunitXml.write(run, dir.resolve(JunitXml.FILE));
    }
}
