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
        var type = parameter.getParameter().getType();
        return context.provided(type, scope.session());
    }

    @Override
    // Whatever a case throws is its result: nothing may escape to JUnit unseen.
    // checkstyle:off IllegalCatch
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> reflective, ExtensionContext extension)
            throws Throwable {
        var closed = scope.context().gate().closedBecause();
        if (closed.isPresent()) {
            invocation.skip();
            scope.observer().ended(CaseOutcomes.skipped(context.spec(), Outcome.INCONCLUSIVE, closed.get()));
            return;
        }
        scope.observer().started(context.spec());
        var startedAt = Instant.now();
        Throwable thrown = null;
        try {
            invocation.proceed();
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            thrown = e;
        }
        scope.session().release(context);
        scope.observer().ended(scope.outcomes().ran(context, startedAt, thrown));
    }
    // checkstyle:on IllegalCatch
}
