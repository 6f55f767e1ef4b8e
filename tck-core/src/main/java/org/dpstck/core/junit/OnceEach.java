package org.dpstck.core.junit;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dpstck.core.plan.CaseSpec;
import org.dpstck.core.verdict.CaseResult;

/** Passes on what an observer is told, and knows which cases have no result yet. */
final class OnceEach implements RunObserver {

    private final RunObserver next;
    private final Set<String> ended = ConcurrentHashMap.newKeySet();

    OnceEach(RunObserver next) {
        this.next = next;
    }

    @Override
    public void started(CaseSpec spec) {
        next.started(spec);
    }

    @Override
    public void ended(CaseResult result) {
        if (ended.add(result.id())) {
            next.ended(result);
        }
    }

    boolean has(CaseSpec spec) {
        return ended.contains(spec.id());
    }
}
