package org.dpstck.cli.run;

import java.util.List;
import org.dpstck.core.junit.RunObserver;
import org.dpstck.core.plan.CaseSpec;
import org.dpstck.core.verdict.CaseResult;

/** Several observers of one run, told in their order. */
record Observers(List<RunObserver> all) implements RunObserver {

    @Override
    public void started(CaseSpec spec) {
        all.forEach(observer -> observer.started(spec));
    }

    @Override
    public void ended(CaseResult result) {
        all.forEach(observer -> observer.ended(result));
    }
}
