package org.dpstck.dataplane.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dpstck.core.junit.CaseContext;

/**
 * The registrations of one case: that of the run, and control planes of its own; all is as before when the case ends.
 *
 * <p>With several registered control planes nothing says whose a flow is (position 55). So the cases that ask for this
 * run alone.
 */
public final class Registrations {

    private final Shared shared;
    private final RunRegistration run;
    private final CaseContext context;
    private final List<ControlPlane> spares = new ArrayList<>();
    private ControlPlane own;
    private boolean restored = true;
    private boolean kept;

    Registrations(Shared shared, RunRegistration run, CaseContext context) {
        this.shared = shared;
        this.run = run;
        this.context = context;
    }

    /** The control plane of the run, which is registered. */
    public ControlPlane own() {
        if (own == null) {
            own = run.own(context.journal(), context.judge());
        }
        return own;
    }

    /** The control plane of the run updates its registration, or registers again if that was taken back. */
    RegistrationReception renewsOwn(Map<String, Object> message) {
        if (!run.isWithdrawn()) {
            return own().updates(message);
        }
        var reception = own().registers(message);
        if (reception.succeeded()) {
            run.isBack();
        }
        return reception;
    }

    /** A control plane that the system does not know yet. */
    public ControlPlane spare() {
        return spare("tck-control-plane-" + UUID.randomUUID());
    }

    /** A control plane with an id that the system does not know yet. */
    public ControlPlane spare(String id) {
        var spare = new ControlPlane(
                shared, run.form(), context.journal(), context.judge(), id, elsewhere("spare-" + UUID.randomUUID()));
        spares.add(spare);
        return spare;
    }

    /**
     * The control plane of the run was registered in its plain form; only then does a refusal count.
     *
     * @throws org.dpstck.core.verdict.Unjudgeable if it was not
     */
    public void requireTwin() {
        run.require();
    }

    /** A control plane that is registered, in its plain form. */
    public ControlPlane registered() {
        var spare = spare();
        spare.registers().orInconclusive("REGISTRATION-CREATE");
        return spare;
    }

    /** Another endpoint of the suite's control plane, told apart from the usual one by this name. */
    public String elsewhere(String place) {
        return shared.standIn().sharedAddress() + "/" + place;
    }

    /** Whether the registration of the run is plain again, now that the case has ended. */
    boolean isRestored() {
        return restored;
    }

    /** What the control plane of the run has registered outlives the case; somebody else makes it plain again. */
    void keep() {
        kept = true;
    }

    /** Ends the registrations of the case and restores that of the run. */
    void release() {
        spares.forEach(ControlPlane::leave);
        var known = spares.stream().anyMatch(ControlPlane::wasAccepted);
        if (kept && !known) {
            spares.clear();
            return;
        }
        if (own != null || (known && shared.edition().callsBackWhereRegistered())) {
            restored = own().restore();
            run.isKnownBy(own().ids());
        }
        spares.clear();
    }
}
