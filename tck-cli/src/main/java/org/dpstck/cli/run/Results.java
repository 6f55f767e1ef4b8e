package org.dpstck.cli.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.dpstck.core.exchange.Redactor;
import org.dpstck.core.junit.RunObserver;
import org.dpstck.core.plan.CaseSpec;
import org.dpstck.core.plan.Plan;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.Outcome;

/** Collects the results of a run in the order of the suite; what is kept holds no secrets. */
final class Results implements RunObserver {

    private final List<CaseSpec> specs;
    private final Map<String, Integer> places = new HashMap<>();
    private final AtomicReferenceArray<CaseResult> ended;
    private final AtomicInteger count = new AtomicInteger();
    private final Redactor redactor;
    private final RunObserver next;

    /**
     * A collection for the cases of a plan.
     *
     * @param next is told every result, too, as it is kept
     */
    Results(Plan plan, Redactor redactor, RunObserver next) {
        this.specs = plan.cases().stream().map(planned -> planned.spec()).toList();
        for (var spec : specs) {
            places.put(spec.id(), places.size());
        }
        this.ended = new AtomicReferenceArray<>(specs.size());
        this.redactor = redactor;
        this.next = next;
    }

    @Override
    public void started(CaseSpec spec) {
        next.started(spec);
    }

    @Override
    public void ended(CaseResult result) {
        var clean = clean(result);
        if (ended.compareAndSet(places.get(result.id()), null, clean)) {
            count.incrementAndGet();
            next.ended(clean);
        }
    }

    /** How many cases have ended. */
    int count() {
        return count.get();
    }

    /** Every case; those that have not ended are inconclusive for the given reason. */
    List<CaseResult> all(String otherwise) {
        var all = new ArrayList<CaseResult>(specs.size());
        for (int i = 0; i < specs.size(); i++) {
            var result = ended.get(i);
            all.add(result == null ? inconclusive(specs.get(i), otherwise) : result);
        }
        return all;
    }

    /** The result of a case that never ran, or never ended. */
    static CaseResult inconclusive(CaseSpec spec, String reason) {
        return new CaseResult(
                spec.id(),
                spec.title(),
                Outcome.INCONCLUSIVE,
                spec.level(),
                spec.requirements(),
                spec.section(),
                null,
                0,
                reason,
                List.of(),
                List.of());
    }

    /** Findings quote what the system answered, and a system may echo what it was sent. */
    private CaseResult clean(CaseResult result) {
        if (result.message().isEmpty() && result.findings().isEmpty()) {
            return result;
        }
        return new CaseResult(
                result.id(),
                result.title(),
                result.outcome(),
                result.level(),
                result.requirements(),
                result.section(),
                result.startedAt(),
                result.durationMs(),
                redactor.clean(result.message()),
                result.findings().stream()
                        .map(finding -> finding.cleaned(redactor::clean))
                        .toList(),
                result.exchanges());
    }
}
