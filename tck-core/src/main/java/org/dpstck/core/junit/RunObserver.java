package org.dpstck.core.junit;

import org.dpstck.core.plan.CaseSpec;
import org.dpstck.core.verdict.CaseResult;

/** Watches a run; called from several threads. */
public interface RunObserver {

    /** A case begins. */
    void started(CaseSpec spec);

    /** A case has its result; also called for cases that never run. */
    void ended(CaseResult result);
}
