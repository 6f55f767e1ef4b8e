package org.dpstck.cli.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.dpstck.core.sut.ConfigurationSources;
import org.dpstck.core.sut.SutConfiguration;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.reference.ReferenceDataPlane;
import org.dpstck.reference.ReferenceOptions;

/** The reference data plane, started within this process while the run is still being planned. */
final class BundledReference implements Target {

    private final RunRequest request;
    private final Map<String, String> environment;
    private final CompletableFuture<ReferenceDataPlane> plane;

    private BundledReference(
            RunRequest request, Map<String, String> environment, CompletableFuture<ReferenceDataPlane> plane) {
        this.request = request;
        this.environment = environment;
        this.plane = plane;
    }

    static BundledReference start(RunRequest request, Map<String, String> environment) {
        var options = speaking(description(request, environment, BundledDescription.ORIGIN)
                        .edition())
                .withFaults(request.faults())
                .withVariants(request.variants());
        var plane = CompletableFuture.supplyAsync(
                () -> ReferenceDataPlane.start(options), task -> Daemons.start("dps-tck-reference", task));
        return new BundledReference(request, environment, plane);
    }

    /** The edition that is asked for; an unknown one is the run's to refuse. */
    private static ReferenceOptions speaking(String edition) {
        var options = ReferenceOptions.defaults();
        return ReferenceDataPlane.editions().contains(edition) ? options.withEdition(edition) : options;
    }

    @Override
    public SystemUnderTest describe() {
        return load(BundledDescription.ORIGIN);
    }

    @Override
    public SystemUnderTest ready() {
        try {
            var base = plane.join().baseUrl();
            return load(base.getScheme() + "://" + base.getAuthority());
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    @Override
    public List<String> notes() {
        var notes = new ArrayList<String>();
        notes.add("The system is the reference data plane that comes with this kit.");
        if (!request.faults().isEmpty()) {
            notes.add("It has deliberate faults: " + String.join(", ", request.faults()) + ".");
        }
        if (!request.variants().isEmpty()) {
            notes.add("It behaves unusually, and legally so: " + String.join(", ", request.variants()) + ".");
        }
        return notes;
    }

    @Override
    public void close() {
        plane.handle((started, failed) -> {
                    if (started != null) {
                        started.close();
                    }
                    return started;
                })
                .join();
    }

    private SystemUnderTest load(String origin) {
        return description(request, environment, origin);
    }

    private static SystemUnderTest description(RunRequest request, Map<String, String> environment, String origin) {
        var settings = BundledDescription.below(request.settings(), environment, origin);
        return SutConfiguration.load(new ConfigurationSources(null, environment, settings));
    }
}
