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
import org.dpstck.reference.controlplane.dsp.DspForm;

/** The reference control plane, in either form of the transfer process. */
final class ControlPlaneBench implements Bench {

    /** The form of the transfer process that has one id for both sides. */
    private static final String OLDER_FORM = "dsp-tp";

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
    public List<String> otherForms() {
        return List.of(OLDER_FORM);
    }

    @Override
    public Judged start(Trial trial) {
        // Its port is known only once it runs; what it has to know of the description does not depend on it.
        var ids = describe(trial, "http://localhost:8080").ids();
        var options = ControlPlaneOptions.defaults()
                .withEdition(trial.place().edition())
                .withForm(trial.place().isOfDefaultForm() ? DspForm.TWO_PIDS : DspForm.PROCESS_ID)
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
        return new Judged(describe(trial, origin), plane::close);
    }

    /** What a fault keeps from coming is waited for in vain, and everything else comes however busy the machine is. */
    private static String callbacks(Trial trial) {
        return trial.kind() == Trial.Kind.FAULT ? "4s" : "20s";
    }

    private static SystemUnderTest describe(Trial trial, String origin) {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("role", ReferenceRole.CONTROL_PLANE.word());
        settings.put("edition", trial.place().edition());
        if (!trial.place().isOfDefaultForm()) {
            settings.put("dsp.form", trial.place().form());
        }
        settings.put("timeouts.quiet", "400ms");
        settings.put("timeouts.callback", callbacks(trial));
        settings.put("timeouts.request", PATIENCE.toSeconds() + "s");
        return SutConfiguration.load(
                new ConfigurationSources(null, Map.of(), BundledDescription.below(settings, Map.of(), origin)));
    }
}
