package org.dpstck.dataplane.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.exchange.Outgoing;
import org.dpstck.core.sut.Capability;
import org.dpstck.dataplane.check.Replies;

/**
 * Tells the data plane where the control plane of the run takes callbacks, in editions whose messages do not.
 *
 * <p>Only a system that declares to take registrations is asked to; the owner of any other one configures the address.
 */
public final class ControlPlaneRegistration {

    private final Shared shared;

    /** A registration at the system of a run. */
    public ControlPlaneRegistration(Shared shared) {
        this.shared = shared;
    }

    /** Registers the stand-in; what the report should say about it. */
    public Optional<String> make(Journal journal) {
        var registration = shared.edition().registered();
        if (!shared.edition().callsBackWhereRegistered()) {
            return Optional.empty();
        }
        var address = shared.standIn().sharedAddress();
        if (!shared.system().can(Capability.REGISTRATION)) {
            return Optional.of("The system does not declare the capability registration, so its owner has to have set "
                    + address + " as the endpoint of the control plane; callback.bind keeps that address the same.");
        }
        var message = new LinkedHashMap<String, Object>();
        var values = Map.of(
                "callbackAddress",
                address,
                "controlPlane",
                shared.system().ids().participant() + "-control-plane");
        shared.edition()
                .message(registration.get().message())
                .sends()
                .forEach((member, value) ->
                        message.put(member, value instanceof String text ? Messages.fill(text, values) : value));
        var reply = shared.wire()
                .send(
                        journal,
                        "registration",
                        new Outgoing(
                                registration.get().create().method(),
                                shared.system().url()
                                        + registration.get().create().path(),
                                "application/json",
                                Json.text(message)));
        return Replies.succeeded(reply)
                ? Optional.empty()
                : Optional.of("The system did not register the control plane of the suite at " + address + ": "
                        + Replies.observed(reply) + "; callbacks will be missing.");
    }
}
