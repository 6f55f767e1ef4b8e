package org.dpstck.core.junit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.dpstck.core.edition.Editions;
import org.dpstck.core.exchange.ExchangeIds;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.exchange.Redactor;
import org.dpstck.core.plan.CaseSpec;
import org.dpstck.core.plan.Plan;
import org.dpstck.core.plan.Planner;
import org.dpstck.core.plan.Selection;
import org.dpstck.core.sut.ConfigurationSources;
import org.dpstck.core.sut.Prompt;
import org.dpstck.core.sut.SutConfiguration;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;

/** A run of a tiny suite, with all that can be seen of it. */
final class TinySuite implements Suite, SuiteSession, RunObserver {

    private final Class<?> cases;
    private final Signals signals = new Signals();
    private final Queue<String> started = new ConcurrentLinkedQueue<>();
    private final Queue<String> released = new ConcurrentLinkedQueue<>();
    private final Queue<CaseResult> results = new ConcurrentLinkedQueue<>();
    private final RunContext context;

    TinySuite(Class<?> cases) {
        this.cases = cases;
        var system = SutConfiguration.load(
                new ConfigurationSources(null, Map.of(), new HashMap<>(Map.of("url", "http://127.0.0.1:1/x"))));
        this.context = new RunContext(
                new Editions().load("2026-02"),
                system,
                new Redactor(List.of()),
                new ExchangeIds(),
                signals.gate,
                Prompt.none());
    }

    /** What cases and tests tell each other. */
    static final class Signals {
        final RunGate gate = new RunGate();
        final CyclicBarrier meeting = new CyclicBarrier(4);
        final AtomicInteger atOnce = new AtomicInteger();
        final AtomicInteger mostAtOnce = new AtomicInteger();
    }

    Plan plan(String... globs) {
        return Planner.plan(CaseScanner.scan(this, context.edition()), context.system(), new Selection(List.of(globs)));
    }

    /** Runs and returns the results by case. */
    Map<String, CaseResult> run(int parallel, String... globs) {
        SuiteRun.execute(plan(globs), context, this, this, parallel);
        return results();
    }

    /** The results so far; a second one for a case is an error. */
    Map<String, CaseResult> results() {
        var byId = new HashMap<String, CaseResult>();
        for (var result : results) {
            if (byId.put(result.id(), result) != null) {
                throw new AssertionError("two results for " + result.id());
            }
        }
        return byId;
    }

    Signals signals() {
        return signals;
    }

    Queue<String> startedCases() {
        return started;
    }

    Queue<String> releasedCases() {
        return released;
    }

    @Override
    public Object provide(Class<?> type, CaseContext it) {
        if (type == Judge.class) {
            return it.judge();
        } else if (type == Journal.class) {
            return it.journal();
        } else if (type == Signals.class) {
            return signals;
        } else if (type == Unjudgeable.class) {
            throw Unjudgeable.inconclusive("the set-up did not hold");
        } else if (type == Void.class) {
            throw new IllegalStateException("cannot provide");
        }
        return new Object();
    }

    @Override
    public void release(CaseContext it) {
        released.add(it.spec().id());
        if (it.spec().id().equals("UNRELEASABLE")) {
            throw new IllegalStateException("cannot release");
        }
    }

    @Override
    public void started(CaseSpec spec) {
        started.add(spec.id());
    }

    @Override
    public void ended(CaseResult result) {
        results.add(result);
    }

    @Override
    public String role() {
        return "data-plane";
    }

    @Override
    public List<Class<?>> cases() {
        return List.of(cases);
    }

    @Override
    public SuiteSession open(RunContext run) {
        return this;
    }

    @Override
    public Optional<String> preflight(Journal journal) {
        return Optional.empty();
    }

    @Override
    public List<String> notes() {
        return List.of();
    }

    @Override
    public void close() {
        signals.gate.close("the suite is closed");
    }
}
