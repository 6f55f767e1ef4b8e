package org.dpstck.dataplane.doctor;

import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Side;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.sut.TriggerPoint;
import org.dpstck.core.verdict.Outcome;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.doctor.Trial.Ending;
import org.dpstck.dataplane.flow.DataFlow;
import org.dpstck.dataplane.flow.FlowSetup;

/**
 * A creation that is answered before it is done, on one side.
 *
 * @param answer whether it is answered so
 * @param proceeding whether it goes on afterwards, to its callback
 */
record AsynchronousTrial(Trial answer, Trial proceeding) {

    static AsynchronousTrial of(Examination examination, TriggerPoint point) {
        var side = point == TriggerPoint.PREPARE_ASYNCHRONOUSLY ? Side.CONSUMER : Side.PROVIDER;
        var capability = side == Side.CONSUMER ? Capability.ASYNCHRONOUS_PREPARE : Capability.ASYNCHRONOUS_START;
        if (!examination.system().can(capability)) {
            return notTried("the capability " + capability.id() + " is not declared");
        }
        var openings = examination.openings().stream()
                .filter(opening -> opening.accepted() && opening.kind().side() == side)
                .toList();
        if (openings.isEmpty()) {
            return notTried("the system creates no flow of the " + side.id());
        }
        if (examination.system().trigger(point).isPresent()) {
            return triggered(examination, point, openings.get(0).kind());
        }
        return openings.stream()
                .filter(Opening::asynchronous)
                .findFirst()
                .map(opening -> new AsynchronousTrial(
                        Trial.of(
                                Ending.NOT_TRIED,
                                "not configured, and not needed: the system answers " + opening.operation()
                                        + " with HTTP " + opening.reply().status() + " by itself"),
                        proceeding(examination, opening.flow())))
                .orElseGet(() -> notTried("not configured"));
    }

    private static AsynchronousTrial triggered(Examination examination, TriggerPoint point, FlowKind kind) {
        var operation = examination.edition().creating(kind);
        var flow = examination.flow(kind);
        Reply reply;
        try {
            reply = new FlowSetup(examination.shared()).createAsynchronously(flow);
        } catch (Unjudgeable e) {
            return new AsynchronousTrial(
                    refused(e), Trial.of(Ending.NOT_TRIED, "because of the trigger " + point.id()));
        }
        flow.isIdentifiedBy(reply);
        var asynchronous = operation.asynchronous();
        if (!Replies.succeeded(reply)) {
            return failed(
                    point,
                    Ending.FAILED,
                    operation + " is accepted without it, and with it " + Replies.observed(reply));
        }
        var state = Bodies.object(reply.text()).flatMap(body -> Bodies.string(body, "state"));
        var interim = state.filter(asynchronous.state()::equalsIgnoreCase).isPresent();
        if (reply.status() != asynchronous.status() && !interim) {
            return failed(
                    point,
                    Ending.IDLE,
                    operation + " is answered HTTP " + reply.status()
                            + state.map(name -> " with " + name).orElse("") + ", and not "
                            + asynchronous.status());
        }
        return new AsynchronousTrial(
                Trial.of(
                        Ending.WORKED,
                        operation + " is answered HTTP " + reply.status()
                                + state.map(name -> " with " + name).orElse("")),
                proceeding(examination, flow));
    }

    /** What becomes of a flow whose creation was only accepted. */
    private static Trial proceeding(Examination examination, DataFlow flow) {
        var operation = examination.edition().creating(flow.kind());
        var configured = examination.system().trigger(TriggerPoint.PROCEED).isPresent();
        try {
            new FlowSetup(examination.shared()).proceed(flow);
        } catch (Unjudgeable e) {
            return flow.dataFlowId().isPresent()
                    ? refused(e)
                    : Trial.of(
                            Ending.NOT_TRIED, "the answer to " + operation + " named no dataFlowId: " + e.getMessage());
        }
        var callback = examination.edition().callback(operation.asynchronous().callback());
        var wanted = operation.answer().state();
        var effects = Effects.await(examination, flow, callback, wanted);
        var ending = effects.seen() ? Ending.WORKED : Ending.IDLE;
        var observed = (configured ? "" : "not configured; ") + effects.text(callback);
        return new Trial(ending, observed, callback, effects);
    }

    /** Why a trigger could not be fired. */
    static Trial refused(Unjudgeable e) {
        return Trial.of(e.outcome() == Outcome.UNTESTED ? Ending.NOT_TRIED : Ending.FAILED, e.getMessage());
    }

    private static AsynchronousTrial failed(TriggerPoint point, Ending ending, String observed) {
        return new AsynchronousTrial(
                Trial.of(ending, observed),
                Trial.of(Ending.NOT_TRIED, "because of the problem with triggers." + point.id()));
    }

    private static AsynchronousTrial notTried(String why) {
        return new AsynchronousTrial(
                Trial.of(Ending.NOT_TRIED, why), Trial.of(Ending.NOT_TRIED, "no flow waits to go on"));
    }
}
