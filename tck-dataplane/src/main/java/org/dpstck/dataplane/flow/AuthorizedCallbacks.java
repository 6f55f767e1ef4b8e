package org.dpstck.dataplane.flow;

import java.util.Optional;
import org.dpstck.core.exchange.Durations;
import org.dpstck.core.standin.Arrival;

/** Callbacks that the system sends to a control plane with an authorization. */
public final class AuthorizedCallbacks {

    private final Shared shared;
    private final CallbackChoice choice;
    private final CallbackScene scene;

    AuthorizedCallbacks(Shared shared, CallbackChoice choice, CallbackScene scene) {
        this.shared = shared;
        this.choice = choice;
        this.scene = scene;
    }

    /**
     * The system calls back as long as no authorization is registered; to be asked before one is.
     *
     * @throws org.dpstck.core.verdict.Unjudgeable if it does not
     */
    public void requireTwin() {
        choice.require(scene);
    }

    /** The callback about a new flow, or nothing before the deadline. */
    public Optional<Arrival> next() {
        var found = choice.require(scene);
        return scene.awaited(scene.leadTo(found.callback(), found.kind()), found.callback());
    }

    /** What is waited for, for people. */
    public String wanted() {
        return "the callback " + choice.require(scene).callback() + " within "
                + Durations.text(shared.system().timeouts().callback());
    }
}
