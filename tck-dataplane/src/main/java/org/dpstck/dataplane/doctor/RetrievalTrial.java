package org.dpstck.dataplane.doctor;

import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Retrieval;
import org.dpstck.core.exchange.Durations;
import org.dpstck.core.sut.TriggerPoint;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.doctor.Trial.Ending;
import org.dpstck.dataplane.flow.FlowSetup;

/** Triggers that make a system ask for something: the agreement is, the data of a pull is left to the cases. */
final class RetrievalTrial {

    private RetrievalTrial() {}

    static Trial of(Examination examination, TriggerPoint point) {
        if (examination.system().trigger(point).isEmpty()) {
            return Trial.of(Ending.NOT_TRIED, "not configured");
        }
        if (point == TriggerPoint.FETCH) {
            return Trial.of(Ending.NOT_TRIED, "the cases RENEWAL-* try it, at a provider that the suite plays");
        }
        if (point == TriggerPoint.RESPOND) {
            return Trial.of(
                    Ending.NOT_TRIED,
                    "the cases RESPONSE-CHANNEL-SENT try it, at a response channel that the suite serves");
        }
        var retrieval = examination.edition().retrievals().get(point.id());
        if (retrieval == null) {
            return Trial.of(Ending.NOT_TRIED, "the edition has no request that it brings about");
        }
        return examination.accepted().stream()
                .findFirst()
                .map(kind -> asked(examination, point, retrieval, kind))
                .orElseGet(() -> Trial.of(Ending.NOT_TRIED, "the system creates no flow that it could be for"));
    }

    private static Trial asked(Examination examination, TriggerPoint point, Retrieval retrieval, FlowKind kind) {
        var flow = examination.flow(kind);
        var setup = new FlowSetup(examination.shared());
        try {
            setup.advanceWith(point, flow);
        } catch (Unjudgeable e) {
            return Trial.of(Ending.NOT_TRIED, "no flow could be made: " + e.getMessage());
        }
        try {
            setup.fireIfCallable(point, flow);
        } catch (Unjudgeable e) {
            return AsynchronousTrial.refused(e);
        }
        var end = retrieval.path().substring(retrieval.path().lastIndexOf('/'));
        var came = flow.inbox().await(arrival -> arrival.path().endsWith(end), examination.patience());
        return came.map(arrival -> Trial.of(Ending.WORKED, arrival.line() + " came"))
                .orElseGet(() -> Trial.of(
                        Ending.IDLE,
                        "no request for " + retrieval.path() + " came within "
                                + Durations.text(examination.patience())));
    }
}
