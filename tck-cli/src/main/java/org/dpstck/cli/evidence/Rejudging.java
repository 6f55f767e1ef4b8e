package org.dpstck.cli.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dpstck.cli.console.UsageException;
import org.dpstck.cli.suite.Suites;
import org.dpstck.core.edition.Level;
import org.dpstck.core.exchange.ExchangeIds;
import org.dpstck.core.exchange.Redactor;
import org.dpstck.core.exchange.Unrecorded;
import org.dpstck.core.junit.CaseScanner;
import org.dpstck.core.junit.RunContext;
import org.dpstck.core.junit.RunGate;
import org.dpstck.core.junit.RunObserver;
import org.dpstck.core.junit.SuiteBrokenException;
import org.dpstck.core.junit.SuiteRun;
import org.dpstck.core.junit.SuiteSession;
import org.dpstck.core.plan.CaseSpec;
import org.dpstck.core.plan.Plan;
import org.dpstck.core.plan.PlannedCase;
import org.dpstck.core.plan.Planner;
import org.dpstck.core.plan.Selection;
import org.dpstck.core.sut.ConfigurationException;
import org.dpstck.core.sut.ConfigurationSources;
import org.dpstck.core.sut.Prompt;
import org.dpstck.core.sut.SutConfiguration;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.sut.TransferTypes;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.Outcome;
import org.dpstck.core.verdict.RunRecord;

/**
 * Judges a record once more: the cases of this kit run, and the record answers in the place of the system.
 *
 * <p>A case whose questions the record does not answer is tried again after the others, because what cases share is in the
 * record of the one that was first; when nothing more can be answered, the rest is not judged.
 */
public final class Rejudging {

    private static final String GONE = "this kit has no such case";
    private static final String NEVER_RAN = "the case never ran";
    private static final String PARTIAL =
            "the outcome rests on what the record does not hold whole, a secret or a long body";
    private static final String CLOSE = "the outcome rests on what came as a deadline passed";
    private static final String LESS = "the suite sends less than is in the record";

    private final RunRecord run;
    private final Map<String, CaseResult> recorded;
    private final RecordedJournals journals;
    private final Map<String, CaseResult> now = new ConcurrentHashMap<>();
    private final List<String> same = new ArrayList<>();
    private final List<Rejudgement.Difference> differing = new ArrayList<>();
    private final Map<String, String> not = new TreeMap<>();

    private Rejudging(RunRecord run) {
        this.run = run;
        this.recorded =
                run.cases().stream().collect(Collectors.toMap(CaseResult::id, Function.identity(), (a, b) -> a));
        this.journals = new RecordedJournals(run);
    }

    /**
     * Judges a record.
     *
     * @throws UsageException if it cannot be: a record of an earlier kit, an unknown edition or role, settings that this kit
     *     does not take
     */
    public static Rejudgement of(RunRecord run, Suites suites) {
        if (run.basis() == null) {
            throw new UsageException(
                    "the record is from a kit that did not keep what a second judgement needs; run again");
        }
        return new Rejudging(run).judge(suites);
    }

    private Rejudgement judge(Suites suites) {
        var suite = suites.suite(run.role());
        var edition = Records.edition(run, suites);
        var system = system();
        var plan = Planner.plan(CaseScanner.scan(suite, edition), system, new Selection(run.selection()));
        var context = new RunContext(
                edition,
                system,
                new Redactor(List.of()),
                new ExchangeIds(),
                new RunGate(),
                Prompt.none(),
                true,
                journals);
        try (var session = suite.open(context)) {
            execute(plan, context, session);
        } catch (Unrecorded e) {
            // What the suite tidies up after the last case comes too late for the record.
            context.gate().close(e.getMessage());
        }
        var planned = plan.cases().stream().map(it -> it.spec().id()).collect(Collectors.toCollection(TreeSet::new));
        run.cases().stream().filter(it -> !planned.contains(it.id())).forEach(it -> not.put(it.id(), GONE));
        planned.removeAll(recorded.keySet());
        return new Rejudgement(same, differing, not, List.copyOf(planned));
    }

    private SystemUnderTest system() {
        try {
            var settings = new HashMap<>(run.configuration());
            // What nobody gave leaves the choice to the edition, and the record has the default.
            var types = TransferTypes.defaults();
            settings.remove("transferTypes.push", types.push());
            settings.remove("transferTypes.pull", types.pull());
            return SutConfiguration.load(new ConfigurationSources(null, Map.of(), settings));
        } catch (ConfigurationException e) {
            throw new UsageException("the settings in the record cannot be used by this kit: " + e.getMessage(), e);
        }
    }

    private void execute(Plan plan, RunContext context, SuiteSession session) {
        var decided = plan.cases().stream()
                .filter(it -> !it.runs() && recorded.containsKey(it.spec().id()))
                .toList();
        round(new Plan(decided, false), context, session);
        decided.forEach(it -> compare(it.spec().id()));
        var left = plan.cases().stream()
                .filter(it -> it.runs() && recorded.containsKey(it.spec().id()))
                .filter(it -> began(it.spec()))
                .sorted(Comparator.comparing(it -> recorded.get(it.spec().id()).startedAt()))
                .toList();
        lookBeforehand(session);
        left = rounds(left, context, session);
        // What a case found out for all, it keeps from the others as long as it cannot be judged itself.
        journals.lend(unjudged());
        left = rounds(left, context, session);
        left.forEach(it -> not.put(it.spec().id(), why(it.spec().id())));
    }

    /** Judges again and again what the record did not answer, until nothing more of it can be. */
    private List<PlannedCase> rounds(List<PlannedCase> cases, RunContext context, SuiteSession session) {
        var left = cases;
        var before = Integer.MAX_VALUE;
        while (!left.isEmpty() && left.size() < before) {
            before = left.size();
            round(new Plan(left, false), context, session);
            left = left.stream().filter(it -> unanswered(it.spec().id())).toList();
        }
        return left;
    }

    private Set<String> unjudged() {
        var ids = new TreeSet<>(recorded.keySet());
        same.forEach(ids::remove);
        differing.forEach(it -> ids.remove(it.then().id()));
        return ids;
    }

    private String why(String id) {
        var tape = journals.tape(id);
        var why = tape.divergence().orElse(now.get(id).message());
        return tape.partial() ? PARTIAL + ": " + why : why;
    }

    /** What the cases stand on; without it, the record does not answer them. */
    private void lookBeforehand(SuiteSession session) {
        try {
            session.preflight(journals.common());
        } catch (Unrecorded e) {
            journals.common().tape().orElseThrow().diverged(e.getMessage());
        }
    }

    private boolean began(CaseSpec spec) {
        var then = recorded.get(spec.id());
        if (then.startedAt() == null) {
            not.put(spec.id(), NEVER_RAN);
        }
        return then.startedAt() != null;
    }

    private void round(Plan plan, RunContext context, SuiteSession session) {
        try {
            SuiteRun.execute(plan, context, session, new Results(), 1);
        } catch (SuiteBrokenException e) {
            // The case that broke says so in its result, and is not judged.
            now.putIfAbsent("", broken(e));
        }
    }

    /** Whether the record did not answer a case; otherwise it is dealt with. */
    private boolean unanswered(String id) {
        var result = now.get(id);
        var tape = journals.tape(id);
        var failed = result.outcome() == Outcome.FAILED;
        if (!failed && (tape.divergence().isPresent() || result.message().startsWith("the suite itself failed"))) {
            return true;
        }
        journals.share(id);
        var then = recorded.get(id);
        if (!failed && tape.unasked() > 0) {
            not.put(id, LESS + ": " + result.outcome() + " " + result.message());
        } else if (tape.partial() && !equal(then, result)) {
            not.put(id, PARTIAL);
        } else if (tape.close() && !equal(then, result)) {
            not.put(id, CLOSE);
        } else {
            compare(id);
        }
        return false;
    }

    private void compare(String id) {
        var then = recorded.get(id);
        var result = now.get(id);
        if (equal(then, result)) {
            same.add(id);
        } else {
            differing.add(new Rejudgement.Difference(then, result));
        }
    }

    private static boolean equal(CaseResult then, CaseResult now) {
        return then.outcome() == now.outcome() && findings(then).equals(findings(now));
    }

    private static Set<String> findings(CaseResult result) {
        return result.findings().stream()
                .map(it -> it.kind() + " " + it.requirement())
                .collect(Collectors.toSet());
    }

    private static CaseResult broken(SuiteBrokenException e) {
        return new CaseResult(
                "",
                "",
                Outcome.INCONCLUSIVE,
                Level.MAY,
                List.of("-"),
                "",
                Instant.EPOCH,
                0,
                String.valueOf(e.getMessage()),
                List.of(),
                List.of());
    }

    /** Keeps the last result of each case. */
    private final class Results implements RunObserver {

        @Override
        public void started(CaseSpec spec) {
            // Its end tells.
        }

        @Override
        public void ended(CaseResult result) {
            now.put(result.id(), result);
        }
    }
}
