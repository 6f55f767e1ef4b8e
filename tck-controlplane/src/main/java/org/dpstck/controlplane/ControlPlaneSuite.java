package org.dpstck.controlplane;

import java.util.List;
import java.util.function.Consumer;
import org.dpstck.controlplane.cases.AgreementCases;
import org.dpstck.controlplane.cases.AnnouncementCases;
import org.dpstck.controlplane.cases.AuthorizedSignalCases;
import org.dpstck.controlplane.cases.CallbackCases;
import org.dpstck.controlplane.cases.CatalogCases;
import org.dpstck.controlplane.cases.ChoiceCases;
import org.dpstck.controlplane.cases.ConsumerCases;
import org.dpstck.controlplane.cases.ConversationCases;
import org.dpstck.controlplane.cases.EchoCases;
import org.dpstck.controlplane.cases.FailureCases;
import org.dpstck.controlplane.cases.HeartBeatCases;
import org.dpstck.controlplane.cases.IdentityCases;
import org.dpstck.controlplane.cases.MomentCases;
import org.dpstck.controlplane.cases.NeighbourCases;
import org.dpstck.controlplane.cases.OddIdCases;
import org.dpstck.controlplane.cases.OutcomeCases;
import org.dpstck.controlplane.cases.PassingCases;
import org.dpstck.controlplane.cases.ReferenceCases;
import org.dpstck.controlplane.cases.RegistrationCases;
import org.dpstck.controlplane.cases.RegistrationEffectCases;
import org.dpstck.controlplane.cases.RequestCases;
import org.dpstck.controlplane.cases.RequestTermsCases;
import org.dpstck.controlplane.cases.ResendCases;
import org.dpstck.controlplane.cases.ResponseCases;
import org.dpstck.controlplane.cases.ResponseCatalogueCases;
import org.dpstck.controlplane.cases.ResumptionCases;
import org.dpstck.controlplane.cases.SelectionCases;
import org.dpstck.controlplane.cases.SignalCases;
import org.dpstck.controlplane.cases.SimultaneousCases;
import org.dpstck.controlplane.cases.StateCases;
import org.dpstck.controlplane.cases.TriggeredCases;
import org.dpstck.controlplane.detect.ControlPlaneDetector;
import org.dpstck.controlplane.doctor.ControlPlaneDoctor;
import org.dpstck.controlplane.flow.ControlPlaneSession;
import org.dpstck.core.detect.Detection;
import org.dpstck.core.detect.Inquiry;
import org.dpstck.core.edition.ControlPlaneEditions;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.Editions;
import org.dpstck.core.junit.Check;
import org.dpstck.core.junit.RunContext;
import org.dpstck.core.junit.Suite;
import org.dpstck.core.junit.SuiteSession;

/** The suite for control planes. */
public final class ControlPlaneSuite implements Suite {

    @Override
    public String role() {
        return "control-plane";
    }

    @Override
    public List<Class<?>> cases() {
        return List.of(
                // First what waits longest, so that other cases use the time.
                SelectionCases.class,
                FailureCases.class,
                MomentCases.class,
                SimultaneousCases.class,
                OutcomeCases.class,
                ResendCases.class,
                ReferenceCases.class,
                ConsumerCases.class,
                CallbackCases.class,
                AnnouncementCases.class,
                RequestCases.class,
                RequestTermsCases.class,
                SignalCases.class,
                PassingCases.class,
                NeighbourCases.class,
                OddIdCases.class,
                EchoCases.class,
                StateCases.class,
                ConversationCases.class,
                IdentityCases.class,
                TriggeredCases.class,
                ResumptionCases.class,
                RegistrationCases.class,
                ChoiceCases.class,
                HeartBeatCases.class,
                CatalogCases.class,
                RegistrationEffectCases.class,
                ResponseCases.class,
                ResponseCatalogueCases.class,
                AuthorizedSignalCases.class,
                AgreementCases.class);
    }

    @Override
    public List<String> editions(Editions editions) {
        return new ControlPlaneEditions(editions).ids();
    }

    @Override
    public Edition edition(Editions editions, String id, String form) {
        return new ControlPlaneEditions(editions).load(id, form);
    }

    @Override
    public SuiteSession open(RunContext run) {
        return new ControlPlaneSession(run);
    }

    @Override
    public Detection detect(Inquiry inquiry) {
        return ControlPlaneDetector.detect(inquiry).cleaned(inquiry.redactor());
    }

    @Override
    public void examine(RunContext run, Consumer<Check> report) {
        ControlPlaneDoctor.examine(run, report);
    }
}
