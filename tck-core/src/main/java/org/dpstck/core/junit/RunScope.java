package org.dpstck.core.junit;

import org.dpstck.core.plan.Plan;

/** What the extension finds in the session's store: the plan, the context, the suite's session, the observer. */
record RunScope(Plan plan, RunContext context, SuiteSession session, RunObserver observer, CaseOutcomes outcomes) {

    /** The key under which the scope lies in the store. */
    static final String KEY = "org.dpstck.run-scope";
}
