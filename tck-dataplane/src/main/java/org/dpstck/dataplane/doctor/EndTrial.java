package org.dpstck.dataplane.doctor;

import java.util.Optional;
import org.dpstck.core.edition.Callback;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.sut.TriggerPoint;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.doctor.Trial.Ending;
import org.dpstck.dataplane.flow.FlowSetup;

/** A trigger that ends a flow: it is fired at one that is STARTED. */
final class EndTrial {

    private static final String BEFORE = "STARTED";

    private EndTrial() {}

    static Trial of(Examination examination, TriggerPoint point) {
        if (examination.system().trigger(point).isEmpty()) {
            return Trial.of(Ending.NOT_TRIED, "not configured");
        }
        var callback = examination.edition().callbacks().values().stream()
                .filter(it -> point.id().equals(it.trigger()))
                .findFirst();
        if (callback.isEmpty()) {
            return Trial.of(Ending.NOT_TRIED, "the edition has no callback that it brings about");
        }
        return kind(examination, callback.get())
                .map(kind -> fired(examination, point, callback.get(), kind))
                .orElseGet(() -> Trial.of(
                        Ending.NOT_TRIED,
                        "the system creates no flow of a kind that it is for ("
                                + String.join(", ", callback.get().kinds()) + ")"));
    }

    private static Trial fired(Examination examination, TriggerPoint point, Callback callback, FlowKind kind) {
        var flow = examination.flow(kind);
        var setup = new FlowSetup(examination.shared());
        try {
            setup.reach(flow, examination.edition().machine().state(BEFORE));
        } catch (Unjudgeable e) {
            return Trial.of(Ending.NOT_TRIED, "no flow could be brought to " + BEFORE + ": " + e.getMessage());
        }
        try {
            setup.fire(point, flow);
        } catch (Unjudgeable e) {
            return AsynchronousTrial.refused(e);
        }
        var effects = Effects.await(examination, flow, callback, callback.state());
        return new Trial(ending(callback, effects), effects.text(callback), callback, effects);
    }

    private static Ending ending(Callback callback, Effects effects) {
        if (effects.seen()) {
            return Ending.WORKED;
        }
        // Where it moves nothing, only the callback would show it.
        return callback.state() == null ? Ending.UNSEEN : Ending.IDLE;
    }

    private static Optional<FlowKind> kind(Examination examination, Callback callback) {
        return examination.accepted().stream()
                .filter(kind -> callback.kinds().contains(kind.id()))
                .findFirst();
    }
}
