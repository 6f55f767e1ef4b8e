package org.dpstck.cli.run;

import java.util.List;
import java.util.Map;
import org.dpstck.cli.console.UsageException;
import org.dpstck.core.sut.ConfigurationSources;
import org.dpstck.core.sut.SutConfiguration;
import org.dpstck.core.sut.SystemUnderTest;

/** The system that a run judges: the one that is described, or the bundled reference data plane. */
sealed interface Target extends AutoCloseable permits Target.Described, BundledReference {

    /**
     * The target of a run.
     *
     * @param environment without variables that are no settings
     * @throws UsageException if faults or variants are asked of a system that is not the bundled one
     */
    static Target of(RunRequest request, Map<String, String> environment) {
        if (request.bundled(environment)) {
            return BundledReference.start(request, environment);
        }
        if (!request.faults().isEmpty() || !request.variants().isEmpty()) {
            throw new UsageException(
                    "--reference-fault and --reference-variant are for the bundled reference data plane;"
                            + " leave them out, or leave out --config, --url and DPS_TCK_URL");
        }
        return new Described(request, environment);
    }

    /**
     * The description, before there need be anything at its address.
     *
     * @throws org.dpstck.core.sut.ConfigurationException with every problem of the description
     */
    SystemUnderTest describe();

    /** The description of the system as it can be called now. */
    SystemUnderTest ready();

    /** What a reader of the records has to know about the target, in whole sentences. */
    List<String> notes();

    @Override
    void close();

    /** A system that somebody else runs. */
    record Described(RunRequest request, Map<String, String> environment) implements Target {

        @Override
        public SystemUnderTest describe() {
            return SutConfiguration.load(new ConfigurationSources(request.config(), environment, request.settings()));
        }

        @Override
        public SystemUnderTest ready() {
            return describe();
        }

        @Override
        public List<String> notes() {
            return List.of();
        }

        @Override
        public void close() {
            // Nothing of it is ours.
        }
    }
}
