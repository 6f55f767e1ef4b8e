package org.dpstck.dataplane.flow;

import java.util.List;
import java.util.Optional;
import org.dpstck.core.edition.Callback;
import org.dpstck.core.exchange.Durations;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.verdict.Unjudgeable;

/**
 * Callbacks about flows whose messages say nothing of where callbacks go: the registration alone tells it (position 55).
 */
public final class RegisteredCallbacks {

    /** The name of the usual endpoint. */
    public static final String USUAL = "";

    private final Shared shared;
    private final CallbackChoice choice;
    private final CallbackScene scene;

    RegisteredCallbacks(Shared shared, CallbackChoice choice, CallbackScene scene, DataFlows flows) {
        this.shared = shared;
        this.choice = choice;
        this.scene = scene;
        flows.tellNoAddress();
    }

    /**
     * The system calls back where the control plane of the run is registered, now that this case begins.
     *
     * @throws Unjudgeable if it does not
     */
    public void require() {
        choice.require(scene);
        if (choice.lostBecause().isEmpty()) {
            var arrival = awaited(due());
            if (arrival.filter(it -> isAt(it, USUAL)).isEmpty()) {
                choice.isLost(
                        arrival.map(it -> "came to " + it.exchange().request().url())
                                .orElse("did not come"));
            }
        }
        choice.lostBecause().ifPresent(because -> {
            throw Unjudgeable.inconclusive(
                    "a prerequisite failed: once an earlier case had changed the registration and"
                            + " restored it, the callback " + callback() + " " + because + "; see the cases"
                            + " REGISTRATION-MOVES-CALLBACKS and DEREGISTRATION-ANEW-CALLBACKS");
        });
    }

    /** The callback that tells. */
    public Callback callback() {
        return choice.require(scene).callback();
    }

    /** A new flow about which the callback is due now. */
    public DataFlow due() {
        var found = choice.require(scene);
        return scene.leadTo(found.callback(), found.kind());
    }

    /** A new flow about which the callback would be due now; empty if the system refuses to go that far. */
    public Optional<DataFlow> dueUnlessRefused() {
        try {
            return Optional.of(due());
        } catch (Unjudgeable refused) {
            return Optional.empty();
        }
    }

    /** The callback about a flow, wherever it was sent to, or nothing before the deadline. */
    public Optional<Arrival> awaited(DataFlow flow) {
        return scene.awaited(flow, callback());
    }

    /** What came about a flow at the endpoint with this name; an empty name is the usual endpoint. */
    public List<Arrival> arrived(DataFlow flow, String place) {
        return flow.inbox().all().stream()
                .filter(arrival -> isAt(arrival, place))
                .toList();
    }

    /** Whether something came to the endpoint with this name; an empty name is the usual endpoint. */
    public boolean isAt(Arrival arrival, String place) {
        var usual = callback().path().substring(0, callback().path().indexOf('/', 1) + 1);
        return arrival.path().replaceAll("/+", "/").startsWith(place.equals(USUAL) ? usual : "/" + place + "/");
    }

    /** How long a callback may take, for people. */
    public String deadline() {
        return Durations.text(shared.system().timeouts().callback());
    }
}
