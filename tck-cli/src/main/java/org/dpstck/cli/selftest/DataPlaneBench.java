package org.dpstck.cli.selftest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dpstck.cli.run.BundledDescription;
import org.dpstck.core.sut.ConfigurationSources;
import org.dpstck.core.sut.SutConfiguration;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.reference.ReferenceDataPlane;
import org.dpstck.reference.ReferenceOptions;
import org.dpstck.reference.ReferenceRole;

/** The reference data plane. */
final class DataPlaneBench implements Bench {

    private static final String HELD = "{message: {metadata: {reference: {answer: hold}}}}";

    @Override
    public ReferenceRole role() {
        return ReferenceRole.DATA_PLANE;
    }

    @Override
    public List<String> editions() {
        return ReferenceDataPlane.editions();
    }

    @Override
    public Judged start(Trial trial) {
        var plane = ReferenceDataPlane.start(options(trial));
        return new Judged(describe(plane, trial.edition()), plane::close);
    }

    private static ReferenceOptions options(Trial trial) {
        var options = ReferenceOptions.defaults().withEdition(trial.edition());
        return switch (trial.kind()) {
            case FAULT -> options.withFaults(trial.id());
            case VARIANT -> options.withVariants(trial.ids());
            case NOTHING -> options;
        };
    }

    /** The bundled description, with time-outs that suit a data plane in the same process. */
    private static SystemUnderTest describe(ReferenceDataPlane plane, String edition) {
        var base = plane.baseUrl();
        var flows = plane.adminUrl() + "/dataflows/{processId}/";
        var settings = new LinkedHashMap<String, Object>();
        settings.put("edition", edition);
        settings.put("timeouts.quiet", "400ms");
        settings.put("timeouts.callback", "4s");
        // No fault leaves a request without an answer, but a busy machine may for a while.
        settings.put("timeouts.request", "30s");
        settings.put("triggers.prepare-async", HELD);
        settings.put("triggers.start-async", HELD);
        // By both ids: a fault may name flows that do not exist or spoil processIds, and the trigger has to work.
        for (var point : List.of("proceed", "complete", "fail", "agreement")) {
            settings.put(
                    "triggers." + point, "{http: {url: '" + flows + point + "', body: {dataFlowId: '{dataFlowId}'}}}");
        }
        var origin = base.getScheme() + "://" + base.getAuthority();
        return SutConfiguration.load(
                new ConfigurationSources(null, Map.of(), BundledDescription.below(settings, Map.of(), origin)));
    }
}
