package org.dpstck.core.junit;

import java.lang.reflect.Method;
import java.time.Instant;
import org.dpstck.core.plan.CaseSpec;
import org.dpstck.core.verdict.Outcome;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Runs one case with its arguments and turns its end into a result. */
final class CaseRunner implements InvocationInterceptor, ParameterResolver {

    private final RunScope scope;
    private final CaseContext context;
    private Instant startedAt;
    private Throwable unprepared;

    CaseRunner(CaseSpec spec, RunScope scope) {
        this.scope = scope;
        this.context = CaseContext.of(spec, scope.context());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext extension) {
        return true;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext extension) {
        var arguments = context.spec().row().arguments();
        if (parameter.getIndex() < arguments.size()) {
            return arguments.get(parameter.getIndex());
        }
        return prepared(parameter.getParameter().getType());
    }

    // Whatever a case throws is its result: nothing may escape to JUnit unseen.
    // checkstyle:off IllegalCatch

    /** What the suite provides; null once it is clear that the case cannot run, which it then does not. */
    private Object prepared(Class<?> type) {
        if (unprepared != null || scope.context().gate().closedBecause().isPresent()) {
            return null;
        }
        begin();
        try {
            return context.provided(type, scope.session());
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            unprepared = e;
            return null;
        }
    }

    private void begin() {
        if (startedAt == null) {
            startedAt = Instant.now();
            scope.observer().started(context.spec());
        }
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> reflective, ExtensionContext extension)
            throws Throwable {
        var closed = scope.context().gate().closedBecause();
        if (closed.isPresent() && unprepared == null) {
            invocation.skip();
            release();
            scope.observer().ended(CaseOutcomes.skipped(context.spec(), Outcome.INCONCLUSIVE, closed.get()));
            return;
        }
        begin();
        Throwable thrown;
        if (unprepared == null) {
            thrown = thrownBy(invocation);
        } else {
            invocation.skip();
            thrown = unprepared;
        }
        var unreleased = release();
        scope.observer().ended(scope.outcomes().ran(context, startedAt, thrown == null ? unreleased : thrown));
    }

    private static Throwable thrownBy(Invocation<Void> invocation) {
        try {
            invocation.proceed();
            return null;
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            return e;
        }
    }

    private Throwable release() {
        try {
            scope.session().release(context);
            return null;
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            return e;
        }
    }
    // checkstyle:on IllegalCatch
}
