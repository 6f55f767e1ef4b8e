package org.dpstck.interop;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts EDC for the first test that asks for it, and ends it after the last one. */
final class EdcPairExtension implements ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(EdcPairExtension.class);

    /** The root of the checkout, as the build tells it. */
    static Path root() {
        return Path.of(System.getProperty("interop.root"));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext extension) {
        return parameter.getParameter().getType() == EdcPair.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext extension) {
        // The root store closes what it holds when all tests are over.
        return extension
                .getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(EdcPair.class, type -> EdcPair.start(root()), EdcPair.class);
    }
}
