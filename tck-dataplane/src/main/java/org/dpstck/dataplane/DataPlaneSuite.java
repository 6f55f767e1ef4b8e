package org.dpstck.dataplane;

import java.util.List;
import java.util.function.Consumer;
import org.dpstck.core.detect.Detection;
import org.dpstck.core.detect.Inquiry;
import org.dpstck.core.junit.Check;
import org.dpstck.core.junit.RunContext;
import org.dpstck.core.junit.Suite;
import org.dpstck.core.junit.SuiteSession;
import org.dpstck.dataplane.cases.AfterRefusalCases;
import org.dpstck.dataplane.cases.AgreementCases;
import org.dpstck.dataplane.cases.AuthorizationObjectCases;
import org.dpstck.dataplane.cases.AuthorizedCallbackCases;
import org.dpstck.dataplane.cases.AvailabilityCases;
import org.dpstck.dataplane.cases.BaseUrlCases;
import org.dpstck.dataplane.cases.CallbackCases;
import org.dpstck.dataplane.cases.ContentCases;
import org.dpstck.dataplane.cases.ControlPlaneTokenCases;
import org.dpstck.dataplane.cases.CreationCases;
import org.dpstck.dataplane.cases.CrossingCases;
import org.dpstck.dataplane.cases.DataAccessCases;
import org.dpstck.dataplane.cases.DataAddressCases;
import org.dpstck.dataplane.cases.DeregistrationCases;
import org.dpstck.dataplane.cases.FinalityCases;
import org.dpstck.dataplane.cases.HttpAddressCases;
import org.dpstck.dataplane.cases.HttpReceptionCases;
import org.dpstck.dataplane.cases.IdentityCases;
import org.dpstck.dataplane.cases.InboundAddressCases;
import org.dpstck.dataplane.cases.JsonLdCases;
import org.dpstck.dataplane.cases.LaterCallbackCases;
import org.dpstck.dataplane.cases.MalformedRequestCases;
import org.dpstck.dataplane.cases.MediaTypeCases;
import org.dpstck.dataplane.cases.OddCallbackCases;
import org.dpstck.dataplane.cases.OddIdCases;
import org.dpstck.dataplane.cases.PublicApiCases;
import org.dpstck.dataplane.cases.PushDestinationCases;
import org.dpstck.dataplane.cases.PushedDataCases;
import org.dpstck.dataplane.cases.RedeliveryCases;
import org.dpstck.dataplane.cases.RegistrationCases;
import org.dpstck.dataplane.cases.RegistrationEffectCases;
import org.dpstck.dataplane.cases.RegistrationMessageCases;
import org.dpstck.dataplane.cases.RenewalAddressCases;
import org.dpstck.dataplane.cases.RenewalCases;
import org.dpstck.dataplane.cases.RenewingConsumerCases;
import org.dpstck.dataplane.cases.RepeatedCreationCases;
import org.dpstck.dataplane.cases.RepeatedStartAccessCases;
import org.dpstck.dataplane.cases.RequestMemberCases;
import org.dpstck.dataplane.cases.ResponseAddressCases;
import org.dpstck.dataplane.cases.ResponseChannelCases;
import org.dpstck.dataplane.cases.ResponseTypeCases;
import org.dpstck.dataplane.cases.ResumeCases;
import org.dpstck.dataplane.cases.RevocationCases;
import org.dpstck.dataplane.cases.RunIdentityCases;
import org.dpstck.dataplane.cases.SequenceCases;
import org.dpstck.dataplane.cases.SignalCases;
import org.dpstck.dataplane.cases.SimultaneousCases;
import org.dpstck.dataplane.cases.SourcedAddressCases;
import org.dpstck.dataplane.cases.StartAgainCases;
import org.dpstck.dataplane.cases.StatusCases;
import org.dpstck.dataplane.cases.StreamCases;
import org.dpstck.dataplane.cases.TransferTypeCases;
import org.dpstck.dataplane.cases.TransitionCases;
import org.dpstck.dataplane.detect.EditionCheck;
import org.dpstck.dataplane.detect.EditionDetector;
import org.dpstck.dataplane.doctor.DataPlaneDoctor;
import org.dpstck.dataplane.flow.DataPlaneSession;

/** The suite for data planes. */
public final class DataPlaneSuite implements Suite {

    private static final List<Class<?>> CASES = List.of(
            BaseUrlCases.class,
            // First what waits longest, so that other cases use the time.
            RenewalCases.class,
            RenewingConsumerCases.class,
            RevocationCases.class,
            StreamCases.class,
            RepeatedStartAccessCases.class,
            DataAccessCases.class,
            PushedDataCases.class,
            PushDestinationCases.class,
            AgreementCases.class,
            CrossingCases.class,
            LaterCallbackCases.class,
            MediaTypeCases.class,
            FinalityCases.class,
            AfterRefusalCases.class,
            SimultaneousCases.class,
            CallbackCases.class,
            SequenceCases.class,
            CreationCases.class,
            StartAgainCases.class,
            JsonLdCases.class,
            AvailabilityCases.class,
            SourcedAddressCases.class,
            PublicApiCases.class,
            DataAddressCases.class,
            IdentityCases.class,
            RepeatedCreationCases.class,
            RequestMemberCases.class,
            MalformedRequestCases.class,
            SignalCases.class,
            StatusCases.class,
            TransferTypeCases.class,
            TransitionCases.class,
            ContentCases.class,
            InboundAddressCases.class,
            OddCallbackCases.class,
            OddIdCases.class,
            RedeliveryCases.class,
            ResumeCases.class,
            RegistrationCases.class,
            RegistrationMessageCases.class,
            DeregistrationCases.class,
            RegistrationEffectCases.class,
            AuthorizationObjectCases.class,
            AuthorizedCallbackCases.class,
            ControlPlaneTokenCases.class,
            HttpAddressCases.class,
            HttpReceptionCases.class,
            ResponseAddressCases.class,
            ResponseTypeCases.class,
            ResponseChannelCases.class,
            RenewalAddressCases.class,
            // Last: it looks back at what the others brought about.
            RunIdentityCases.class);

    @Override
    public String role() {
        return "data-plane";
    }

    @Override
    public List<Class<?>> cases() {
        return CASES;
    }

    @Override
    public SuiteSession open(RunContext run) {
        return new DataPlaneSession(run, EditionCheck.againstAll());
    }

    @Override
    public Detection detect(Inquiry inquiry) {
        return EditionDetector.detect(inquiry).cleaned(inquiry.redactor());
    }

    @Override
    public void examine(RunContext run, Consumer<Check> report) {
        DataPlaneDoctor.examine(run, report);
    }
}
