package org.dpstck.dataplane.flow;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.dpstck.core.edition.Callback;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Side;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.sut.TriggerPoint;
import org.dpstck.core.verdict.Outcome;
import org.dpstck.core.verdict.Unjudgeable;

/**
 * A callback that the system sends where the control plane of the run has registered; found out once a run.
 *
 * <p>What makes it due differs from system to system: an asynchronous answer or a trigger.
 */
final class CallbackChoice {

    /** A callback and a kind of flow about which it is sent. */
    record Found(Callback callback, FlowKind kind) {}

    private record Search(Optional<Found> found, Unjudgeable why) {}

    private static final String KEY = "callback";

    private final Memo<String, Search> search = new Memo<>();
    private final AtomicReference<String> lost = new AtomicReference<>();
    private final Shared shared;
    private final boolean told;

    /** A choice among callbacks; {@code told} where messages carry the address if the edition lets them. */
    CallbackChoice(Shared shared, boolean told) {
        this.shared = shared;
        this.told = told;
    }

    /**
     * The callback.
     *
     * @throws Unjudgeable if there is none
     */
    Found require(CallbackScene scene) {
        var result = search.get(KEY, () -> scene.once(() -> find(scene)));
        return result.found().orElseThrow(result::why);
    }

    /** Why callbacks do not go where the control plane of the run is registered any more; empty if they do. */
    Optional<String> lostBecause() {
        return Optional.ofNullable(lost.get());
    }

    /** Remembers that they do not, so that it is found out once and not once per case. */
    void isLost(String because) {
        lost.compareAndSet(null, because);
    }

    private Search find(CallbackScene scene) {
        var why = Unjudgeable.untested(
                "neither an asynchronous answer nor a trigger makes the system call back (triggers.complete)");
        for (var candidate : candidates().toList()) {
            try {
                var flow = scene.leadTo(candidate.callback(), candidate.kind());
                if (scene.awaited(flow, candidate.callback()).isPresent()) {
                    return new Search(Optional.of(candidate), null);
                }
                return new Search(Optional.empty(), missing(candidate));
            } catch (Unjudgeable e) {
                why = e.outcome() == Outcome.INCONCLUSIVE && tellsAddress(candidate) ? unregistered(e) : e;
            }
        }
        return new Search(Optional.empty(), why);
    }

    /** Where messages may carry an address as well, nothing obliges a system to do without. */
    private Unjudgeable missing(Found candidate) {
        var missing = Unjudgeable.inconclusive("a prerequisite failed: the callback " + candidate.callback()
                + " did not arrive at the registered endpoint; see the case CALLBACK." + candidate.callback() + "."
                + candidate.kind());
        return tellsAddress(candidate) ? unregistered(missing) : missing;
    }

    private boolean tellsAddress(Found candidate) {
        return !told
                && shared.edition()
                        .message(shared.edition().creating(candidate.kind()).message())
                        .sends()
                        .containsValue(Messages.CALLBACK_ADDRESS);
    }

    private static Unjudgeable unregistered(Unjudgeable why) {
        return Unjudgeable.untested("the system does not call back about a flow whose messages carry no callback"
                + " address, and no document decides whether they do: " + why.getMessage());
    }

    private Stream<Found> candidates() {
        return shared.edition().callbacks().values().stream().flatMap(callback -> shared.edition().kinds().stream()
                .filter(kind -> callback.kinds().contains(kind.id()))
                .filter(kind -> Twins.declared(kind, shared.system()))
                .filter(kind -> isDue(callback, kind))
                .map(kind -> new Found(callback, kind)));
    }

    private boolean isDue(Callback callback, FlowKind kind) {
        if (callback.trigger() != null) {
            return TriggerPoint.find(callback.trigger())
                    .flatMap(shared.system()::trigger)
                    .isPresent();
        }
        var capability = kind.side() == Side.CONSUMER ? Capability.ASYNCHRONOUS_PREPARE : Capability.ASYNCHRONOUS_START;
        return shared.system().can(capability) && CallbackScene.followsCreation(shared.edition(), callback, kind);
    }
}
