package org.dpstck.core.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.Arrays;
import java.util.List;
import org.dpstck.core.plan.CaseSpec;
import org.dpstck.core.plan.Decision;
import org.dpstck.core.plan.Plan;
import org.dpstck.core.verdict.Outcome;
import org.junit.platform.commons.util.ReflectionUtils;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a plan on the JUnit Platform, in parallel, and tells an observer what came of each case. */
public final class SuiteRun {

    private SuiteRun() {}

    /**
     * Runs every case that the plan lets run; the others get their reason at once.
     *
     * @param plan cases begin roughly in its order: methods by their first case, then the cases of each
     * @param parallel how many cases run at a time, 1 or more
     * @throws SuiteBrokenException if the suite itself failed, after all cases have ended
     */
    public static void execute(
            Plan plan, RunContext context, SuiteSession session, RunObserver observer, int parallel) {
        var outcomes = new CaseOutcomes();
        var once = new OnceEach(observer);
        skip(plan, once);
        var selectors = selectors(plan);
        if (!selectors.isEmpty()) {
            var scope = new RunScope(plan, context, session, once, outcomes);
            launch(selectors, scope, parallel);
            complete(plan, scope);
        }
        outcomes.broken().ifPresent(broken -> {
            throw broken;
        });
    }

    private static void skip(Plan plan, RunObserver observer) {
        for (var planned : plan.cases()) {
            if (planned.decision() instanceof Decision.NotApplicable not) {
                observer.ended(CaseOutcomes.skipped(planned.spec(), Outcome.NOT_APPLICABLE, not.reason()));
            } else if (planned.decision() instanceof Decision.Untested untested) {
                observer.ended(CaseOutcomes.skipped(planned.spec(), Outcome.UNTESTED, untested.reason()));
            }
        }
    }

    /** A case that JUnit could not even begin has a result, too. */
    private static void complete(Plan plan, RunScope scope) {
        var observer = (OnceEach) scope.observer();
        for (var spec : plan.running()) {
            if (!observer.has(spec)) {
                scope.outcomes().broke("case " + spec.id() + " could not be run", null);
                observer.ended(CaseOutcomes.skipped(
                        spec, Outcome.INCONCLUSIVE, "the suite itself failed: the case could not be run"));
            }
        }
    }

    /** One selector a method: JUnit asks the extension for the rows. */
    private static List<DiscoverySelector> selectors(Plan plan) {
        return plan.running().stream()
                .map(CaseSpec::definition)
                .distinct()
                .map(definition -> (DiscoverySelector) selectMethod(method(definition.type(), definition.method())))
                .toList();
    }

    private static String method(String type, String name) {
        try {
            var method = Arrays.stream(Class.forName(type).getDeclaredMethods())
                    .filter(it -> it.getName().equals(name) && it.isAnnotationPresent(Case.class))
                    .findFirst()
                    .orElseThrow();
            return ReflectionUtils.getFullyQualifiedMethodName(Class.forName(type), method);
        } catch (ClassNotFoundException e) {
            throw new SuiteBrokenException("no class " + type, e);
        }
    }

    private static void launch(List<DiscoverySelector> selectors, RunScope scope, int parallel) {
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors)
                .enableImplicitConfigurationParameters(false)
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter(
                        "junit.jupiter.execution.parallel.config.fixed.parallelism", String.valueOf(parallel))
                .configurationParameter(
                        "junit.jupiter.execution.parallel.config.executor-service", "WORKER_THREAD_POOL")
                .build();
        var config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .build();
        try (LauncherSession session = LauncherFactory.openSession(config)) {
            session.getStore().put(Namespace.create("org.dpstck"), RunScope.KEY, scope);
            session.getLauncher().execute(request, new Escapes(scope.outcomes()));
        }
    }

    /** Notes what reaches JUnit as a failure: results of cases never do, so it is the suite that failed. */
    private record Escapes(CaseOutcomes outcomes) implements TestExecutionListener {

        @Override
        public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
            if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                outcomes.broke(
                        identifier.getDisplayName() + " could not be run",
                        result.getThrowable().orElse(null));
            }
        }
    }
}
