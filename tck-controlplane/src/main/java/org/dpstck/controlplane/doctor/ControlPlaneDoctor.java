package org.dpstck.controlplane.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dpstck.core.doctor.ClockStep;
import org.dpstck.core.doctor.Rounds;
import org.dpstck.core.doctor.Step;
import org.dpstck.core.doctor.TlsStep;
import org.dpstck.core.doctor.UrlStep;
import org.dpstck.core.junit.Check;
import org.dpstck.core.junit.RunContext;
import org.dpstck.core.sut.TriggerPoint;

/** Takes the steps of an examination of a control plane one after the other. */
public final class ControlPlaneDoctor {

    /** Id of the check that says whether the dataspace side has an address. */
    static final String DSP = "dsp.url";

    private ControlPlaneDoctor() {}

    /**
     * Examines a control plane and how it is described.
     *
     * @param report told of each check as soon as it is made
     */
    public static void examine(RunContext run, Consumer<Check> report) {
        try (var examination = new Examination(run)) {
            var rounds = new Rounds<>(examination, run.redactor(), report);
            steps().forEach(rounds::take);
        }
    }

    private static List<Step<? super Examination>> steps() {
        var steps = new ArrayList<Step<? super Examination>>();
        steps.add(new UrlStep());
        steps.add(new TlsStep());
        steps.add(EndpointStep.signaling());
        steps.add(new UrlStep(DSP, system -> system.controlPlane().dsp()));
        steps.add(new TlsStep("dsp.tls", DSP, system -> system.controlPlane().dsp()));
        steps.add(EndpointStep.dataspace());
        steps.add(new BindStep());
        steps.add(new RegistrationStep());
        steps.add(new RequestStep());
        steps.add(new AdvertiseStep());
        steps.add(new EditionStep());
        steps.add(new AskingStep());
        for (var point :
                List.of(TriggerPoint.SUSPEND, TriggerPoint.RESUME, TriggerPoint.COMPLETE, TriggerPoint.TERMINATE)) {
            steps.add(new LeadingStep(point));
        }
        steps.add(new ClockStep(EndpointStep.DATASPACE));
        steps.add(new TransfersStep());
        return steps;
    }
}
