package org.dpstck.cli.run;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.dpstck.core.sut.ConfigurationSources;
import org.dpstck.core.sut.SutConfiguration;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.reference.ControlPlaneOptions;
import org.dpstck.reference.ReferenceControlPlane;
import org.dpstck.reference.ReferenceDataPlane;
import org.dpstck.reference.ReferenceOptions;
import org.dpstck.reference.controlplane.dsp.DspForm;
import org.dpstck.reports.certificate.Scrutiny;

/** The reference data plane or control plane, started within this process while the run is still being planned. */
final class BundledReference implements Target {

    /** The form of the transfer process that has one id for both sides. */
    private static final String OLDER_FORM = "dsp-tp";

    private final RunRequest request;
    private final Map<String, String> environment;
    private final CompletableFuture<Running> plane;

    private BundledReference(RunRequest request, Map<String, String> environment, CompletableFuture<Running> plane) {
        this.request = request;
        this.environment = environment;
        this.plane = plane;
    }

    static BundledReference start(RunRequest request, Map<String, String> environment) {
        var described = description(request, environment, BundledDescription.ORIGIN);
        var plane = CompletableFuture.supplyAsync(
                () -> BundledDescription.CONTROL_PLANE.equals(described.role())
                        ? controlPlane(request, described)
                        : dataPlane(request, described),
                task -> Daemons.start("dps-tck-reference", task));
        return new BundledReference(request, environment, plane);
    }

    /**
     * What was started.
     *
     * @param url one of its addresses
     * @param end stops it
     */
    private record Running(URI url, AutoCloseable end) {}

    private static Running dataPlane(RunRequest request, SystemUnderTest described) {
        var options = speaking(described.edition()).withFaults(request.faults()).withVariants(request.variants());
        var started = ReferenceDataPlane.start(options);
        return new Running(started.baseUrl(), started);
    }

    /** It knows the agreement of the description and no other. */
    private static Running controlPlane(RunRequest request, SystemUnderTest described) {
        var ids = described.ids();
        var older = OLDER_FORM.equals(described.controlPlane().form());
        var options = ControlPlaneOptions.defaults()
                .withForm(older ? DspForm.PROCESS_ID : DspForm.TWO_PIDS)
                .withAgreement(ids.agreement(), ids.dataset())
                .withParticipants(ids.counterParty(), ids.participant())
                .withSource(described.controlPlane().dataPlanes().source())
                .withFaults(request.faults())
                .withVariants(request.variants());
        var edition = described.edition();
        var started = ReferenceControlPlane.start(
                ReferenceControlPlane.editions().contains(edition) ? options.withEdition(edition) : options);
        return new Running(started.dspUrl(), started);
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
            var base = plane.join().url();
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
        notes.add(Scrutiny.BUNDLED + describe().role().replace('-', ' ') + " that comes with this kit.");
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
                        end(started);
                    }
                    return started;
                })
                .join();
    }

    private static void end(Running started) {
        try {
            started.end().close();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the reference did not end", e);
        }
    }

    private SystemUnderTest load(String origin) {
        return description(request, environment, origin);
    }

    private static SystemUnderTest description(RunRequest request, Map<String, String> environment, String origin) {
        var settings = BundledDescription.below(request.settings(), environment, origin);
        return SutConfiguration.load(new ConfigurationSources(null, environment, settings));
    }
}
