package org.dpstck.trust;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.dpstck.core.edition.Editions;
import org.dpstck.core.exchange.ExchangeIds;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.exchange.Redactor;
import org.dpstck.core.junit.CaseScanner;
import org.dpstck.core.junit.RunContext;
import org.dpstck.core.junit.RunGate;
import org.dpstck.core.junit.RunObserver;
import org.dpstck.core.junit.Suite;
import org.dpstck.core.junit.SuiteRun;
import org.dpstck.core.plan.CaseSpec;
import org.dpstck.core.plan.Planner;
import org.dpstck.core.plan.Selection;
import org.dpstck.core.sut.ConfigurationSources;
import org.dpstck.core.sut.Prompt;
import org.dpstck.core.sut.SutConfiguration;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.Finding;
import org.dpstck.core.verdict.Outcome;
import org.dpstck.reference.ReferenceDataPlane;
import org.dpstck.reference.ReferenceOptions;

/**
 * One run of the suite against the reference data plane with something switched on.
 *
 * @param results of every case
 * @param obstacle what the preflight said; null for nothing
 */
record Judgement(List<CaseResult> results, String obstacle) {

    private static final int PARALLEL = 12;
    private static final String EVERYTHING =
            "consumer,provider,push,pull,asynchronous-prepare,asynchronous-start,suspend,registration";
    private static final String HELD = "{message: {metadata: {reference: {answer: hold}}}}";

    /** Runs the cases that a selection leaves. */
    static Judgement of(ReferenceOptions options, List<String> selection) {
        try (var plane = ReferenceDataPlane.start(options)) {
            var system = SutConfiguration.load(
                    new ConfigurationSources(null, Map.of(), description(plane, options.edition())));
            var edition = new Editions().load(system.edition());
            var suite = ServiceLoader.load(Suite.class).iterator().next();
            var plan = Planner.plan(CaseScanner.scan(suite, edition), system, new Selection(selection));
            var context = new RunContext(
                    edition, system, new Redactor(List.of()), new ExchangeIds(), new RunGate(), Prompt.none());
            Queue<CaseResult> results = new ConcurrentLinkedQueue<>();
            try (var session = suite.open(context)) {
                var obstacle = session.preflight(new Journal());
                if (obstacle.isEmpty()) {
                    SuiteRun.execute(plan, context, session, observer(results), PARALLEL);
                }
                return new Judgement(List.copyOf(results), obstacle.orElse(null));
            }
        }
    }

    /** Ids of the cases with an outcome. */
    List<String> with(Outcome outcome) {
        return results.stream()
                .filter(result -> result.outcome() == outcome)
                .map(CaseResult::id)
                .sorted()
                .toList();
    }

    /** Requirements that some finding speaks of. */
    TreeSet<String> found() {
        var found = new TreeSet<String>();
        results.forEach(
                result -> result.findings().stream().map(Finding::requirement).forEach(found::add));
        return found;
    }

    private static Map<String, Object> description(ReferenceDataPlane plane, String edition) {
        var flows = plane.adminUrl() + "/dataflows/{processId}/";
        var description = new LinkedHashMap<String, Object>();
        description.put("url", plane.baseUrl().toString());
        description.put("edition", edition);
        description.put("capabilities", EVERYTHING);
        description.put("https", "ignore");
        description.put("timeouts.quiet", "400ms");
        description.put("timeouts.callback", "2s");
        description.put("triggers.prepare-async", HELD);
        description.put("triggers.start-async", HELD);
        for (var point : List.of("proceed", "complete", "fail")) {
            description.put("triggers." + point, "{http: {url: '" + flows + point + "'}}");
        }
        return description;
    }

    private static RunObserver observer(Queue<CaseResult> results) {
        return new RunObserver() {
            @Override
            public void started(CaseSpec spec) {
                // Only results count here.
            }

            @Override
            public void ended(CaseResult result) {
                results.add(result);
            }
        };
    }
}
