package org.dpstck.core.junit;

import java.util.List;
import java.util.stream.Stream;
import org.dpstck.core.plan.CaseSpec;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Gives a case one invocation for each row that the plan lets run. */
final class CaseExtension implements TestTemplateInvocationContextProvider {

    static final Namespace NAMESPACE = Namespace.create("org.dpstck");

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return context.getRequiredTestMethod().isAnnotationPresent(Case.class);
    }

    @Override
    public boolean mayReturnZeroTestTemplateInvocationContexts(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        var scope = scope(context);
        return scope
                .plan()
                .running(
                        context.getRequiredTestClass().getName(),
                        context.getRequiredTestMethod().getName())
                .stream()
                .map(spec -> new Invocation(spec, scope));
    }

    private static RunScope scope(ExtensionContext context) {
        var scope = context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE).get(RunScope.KEY, RunScope.class);
        if (scope == null) {
            throw new IllegalStateException(
                    "cases run through dps-tck, not on their own: there is no run in this session");
        }
        return scope;
    }

    private record Invocation(CaseSpec spec, RunScope scope) implements TestTemplateInvocationContext {

        @Override
        public String getDisplayName(int invocationIndex) {
            return spec.id();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new CaseRunner(spec, scope));
        }
    }
}
