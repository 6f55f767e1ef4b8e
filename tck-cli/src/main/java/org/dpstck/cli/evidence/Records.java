package org.dpstck.cli.evidence;

import org.dpstck.cli.console.UsageException;
import org.dpstck.cli.suite.Suites;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.verdict.RunRecord;

/** What this kit knows of the run that a record is about. */
public final class Records {

    private Records() {}

    /**
     * The edition of a record, as it binds the role that was judged.
     *
     * @throws UsageException if this kit has none of that name
     */
    public static Edition edition(RunRecord run, Suites suites) {
        if (!(run.configuration().get("dsp.form") instanceof String form)) {
            return suites.edition(suites.suite(run.role()), run.edition(), null);
        }
        return suites.edition(suites.suite(run.role()), run.edition(), form);
    }
}
