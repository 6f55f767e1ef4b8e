package org.dpstck.cli.selftest;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dpstck.cli.run.BundledDescription;
import org.dpstck.core.sut.ConfigurationSources;
import org.dpstck.core.sut.SutConfiguration;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.reference.ControlPlaneOptions;
import org.dpstck.reference.ReferenceControlPlane;
import org.dpstck.reference.ReferenceRole;

/** The reference control plane, which speaks the newer form of the transfer process. */
final class ControlPlaneBench implements Bench {

    /** No fault leaves a request without an answer, but a busy machine may for a while. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public ReferenceRole role() {
        return ReferenceRole.CONTROL_PLANE;
    }

    @Override
    public List<String> editions() {
        return ReferenceControlPlane.editions();
    }

    @Override
    public Judged start(Trial trial) {
        // Its port is known only once it runs; what it has to know of the description does not depend on it.
        var ids = describe(trial.edition(), "http://localhost:8080", callbacks(trial))
                .ids();
        var options = ControlPlaneOptions.defaults()
                .withEdition(trial.edition())
                .withAgreement(ids.agreement(), ids.dataset())
                .withAnswerLimit(PATIENCE)
                .withParticipants(ids.counterParty(), ids.participant());
        var plane = ReferenceControlPlane.start(
                switch (trial.kind()) {
                    case FAULT -> options.withFaults(List.of(trial.id()));
                    case VARIANT -> options.withVariants(trial.ids());
                    case NOTHING -> options;
                });
        var base = plane.dspUrl();
        var origin = base.getScheme() + "://" + base.getAuthority();
        return new Judged(describe(trial.edition(), origin, callbacks(trial)), plane::close);
    }

    /** What a fault keeps from coming is waited for in vain, and everything else comes however busy the machine is. */
    private static String callbacks(Trial trial) {
        return trial.kind() == Trial.Kind.FAULT ? "4s" : "20s";
    }

    private static SystemUnderTest describe(String edition, String origin, String callbacks) {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("role", ReferenceRole.CONTROL_PLANE.word());
        settings.put("edition", edition);
        settings.put("timeouts.quiet", "400ms");
        settings.put("timeouts.callback", callbacks);
        settings.put("timeouts.request", PATIENCE.toSeconds() + "s");
        return SutConfiguration.load(
                new ConfigurationSources(null, Map.of(), BundledDescription.below(settings, Map.of(), origin)));
    }
}
