package org.dpstck.core.junit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.plan.CaseSpec;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Strictness;

/**
 * What belongs to one run of one case.
 *
 * @param spec the case
 * @param judge takes its findings
 * @param journal takes its exchanges
 * @param provided what the suite made for it, by type
 */
public record CaseContext(CaseSpec spec, Judge judge, Journal journal, Map<Class<?>, Object> provided) {

    /** What the suite makes for this case, once for each type; making it may ask for other types. */
    public Object provided(Class<?> type, SuiteSession session) {
        var known = provided.get(type);
        if (known == null) {
            known = session.provide(type, this);
            provided.put(type, known);
        }
        return known;
    }

    /** A fresh context. */
    static CaseContext of(CaseSpec spec, RunContext run) {
        var strictness = run.system().strict() ? Strictness.STRICT : Strictness.LENIENT;
        return new CaseContext(
                spec,
                new Judge(run.edition(), spec.requirements(), strictness),
                run.journals().of(spec),
                new ConcurrentHashMap<>());
    }
}
