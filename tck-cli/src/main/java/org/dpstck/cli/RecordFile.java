package org.dpstck.cli;

import java.nio.file.Path;
import org.dpstck.cli.console.UsageException;
import org.dpstck.cli.suite.Suites;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.reports.RunRecords;
import org.dpstck.reports.UnreadableRecordException;

/** The record of a run that somebody names on the command line. */
final class RecordFile {

    private RecordFile() {}

    /**
     * Reads it.
     *
     * @param run folder of a run, or its run.json
     * @throws UsageException if there is none, or it cannot be read
     */
    static RunRecord read(Path run) {
        try {
            return RunRecords.read(run);
        } catch (UnreadableRecordException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    /** The edition that it was judged by, as it binds the role; null if this kit does not have it. */
    static Edition edition(RunRecord record, Suites suites) {
        if (!suites.editions().ids().contains(record.edition())
                || suites.all().stream().noneMatch(suite -> suite.role().equals(record.role()))) {
            return null;
        }
        var form = record.configuration().get("dsp.form");
        return suites.edition(suites.suite(record.role()), record.edition(), form == null ? null : form.toString());
    }
}
