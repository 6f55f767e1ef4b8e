package org.dpstck.dataplane.flow;

import java.util.List;
import java.util.Optional;
import org.dpstck.core.check.Replies;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;

/**
 * The registration of the control plane of the run, made once before the first case.
 *
 * <p>Only a system that declares to take registrations is asked to; the owner of any other one configures the address.
 */
public final class RunRegistration {

    private final Shared shared;
    private volatile RegistrationForm form;
    private volatile RegistrationIds ids;
    private volatile String obstacle;
    private volatile boolean withdrawn;

    /** A registration at the system of a run. */
    public RunRegistration(Shared shared) {
        this.shared = shared;
        this.ids = RegistrationIds.sent(id());
    }

    /** Registers the stand-in; what the report should say about it. */
    public Optional<String> make(Journal journal) {
        var registration = shared.registration();
        if (registration.isEmpty()) {
            return Optional.empty();
        }
        form = RegistrationForm.plain(registration.get(), shared.standIn().address() + "/token");
        if (!shared.system().can(Capability.REGISTRATION)) {
            return shared.edition().callsBackWhereRegistered()
                    ? Optional.of(
                            "The system does not declare the capability registration, so its owner has to have set "
                                    + endpoint()
                                    + " as the endpoint of the control plane; callback.bind keeps that address the"
                                    + " same.")
                    : Optional.empty();
        }
        return register(journal);
    }

    private Optional<String> register(Journal journal) {
        var judge = new Judge(shared.edition(), List.of());
        var own = own(journal, judge);
        var reply = own.put("registration");
        if (Replies.refused(reply)) {
            reply = insisted(journal, judge).orElse(reply);
            own = own(journal, judge);
        }
        ids = own.ids();
        obstacle = Replies.succeeded(reply) ? null : Replies.observed(reply);
        return Replies.succeeded(reply)
                ? Optional.empty()
                : Optional.of("The system did not register the control plane of the suite at " + endpoint() + ": "
                        + Replies.observed(reply)
                        + (shared.edition().callsBackWhereRegistered() ? "; callbacks will be missing." : "."));
    }

    /** Registers it with an authorization, for a system that insists; whether it may is the business of a case. */
    private Optional<Reply> insisted(Journal journal, Judge judge) {
        var plain = form;
        form = form.withAuthorization();
        var own = own(journal, judge);
        var reply = own.put("registration");
        if (!Replies.succeeded(reply)) {
            form = plain;
            return Optional.empty();
        }
        ids = own.ids();
        if (!shared.edition().callsBackWhereRegistered()) {
            // Nothing needs it, and with it the system may want a token with every request.
            own.leave();
            withdrawn = true;
        }
        return Optional.of(reply);
    }

    /** The control plane of the run, for one case. */
    ControlPlane own(Journal journal, Judge judge) {
        return new ControlPlane(shared, form, journal, judge, id(), endpoint()).knownBy(ids);
    }

    /** Takes the registration back, if there is one; for those who only wanted to find something out. */
    public void end(Journal journal) {
        if (form != null && shared.system().can(Capability.REGISTRATION)) {
            own(journal, new Judge(shared.edition(), List.of())).withdraw();
        }
    }

    /** It was accepted in its plain form; a case that stands on it is inconclusive otherwise. */
    void require() {
        if (obstacle != null) {
            throw Unjudgeable.inconclusive("a prerequisite failed: the registration of the suite's control plane gave "
                    + obstacle + "; see the case REGISTRATION-CREATE");
        }
    }

    /** Whether it was accepted and taken back, because nothing needs it. */
    boolean isWithdrawn() {
        return withdrawn;
    }

    /** It is registered again. */
    void isBack() {
        withdrawn = false;
    }

    /** The form that the system takes. */
    RegistrationForm form() {
        return form;
    }

    /** Remembers by which ids the system knows the control plane now. */
    void isKnownBy(RegistrationIds known) {
        ids = known;
    }

    private String id() {
        return shared.system().ids().participant() + "-control-plane";
    }

    private String endpoint() {
        return shared.standIn().sharedAddress();
    }
}
