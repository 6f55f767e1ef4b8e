package org.dpstck.dataplane.cases;

import java.util.List;
import java.util.stream.Stream;
import org.dpstck.core.check.Json;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Needs;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.DataFlow;
import org.dpstck.dataplane.flow.RegisteredCallbacks;
import org.dpstck.dataplane.flow.Registrations;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * What a registration is for: callbacks about new flows go to the endpoint that is registered when they begin.
 *
 * <p>Nothing waits for silence: whatever must not come is looked for once a later callback has come.
 */
@Isolated("these cases move the callbacks of every flow")
public final class RegistrationEffectCases {

    private static final String REPLACE = "CP-REGISTRATION-REPLACE";
    private static final String EFFECT = "CP-DEREGISTRATION-EFFECT";
    private static final String MUST = "CP-DEREGISTRATION-MUST";
    private static final String USUAL = RegisteredCallbacks.USUAL;
    private static final String MOVED = "moved";

    @Case(
            value = "REGISTRATION-MOVES-CALLBACKS",
            title = "After an update, callbacks about new flows go to the new endpoint and no longer to the old one",
            stimulus =
                    "The control plane updates its registration with another endpoint; then two flows begin, one after"
                            + " the other, about each of which a callback is due.",
            expected = "Both callbacks at the new endpoint, and nothing at the old one.",
            fix = "Replace the endpoint that is stored, and look it up for each new flow.")
    @Verifies(REPLACE)
    @Needs(Capability.REGISTRATION)
    @Rows("ifCallbacksFollow")
    void callbacksMove(Registrations registrations, RegisteredCallbacks callbacks, Judge judge) {
        callbacks.require();
        var own = registrations.own();
        own.updates(own.message(registrations.elsewhere(MOVED))).orInconclusive("REGISTRATION-UPDATE");
        var first = callbacks.due();
        comes(first, MOVED, "after the update", REPLACE, callbacks, judge);
        var second = callbacks.due();
        comes(second, MOVED, "after the update", REPLACE, callbacks, judge);
        Stream.of(first, second)
                .flatMap(flow -> callbacks.arrived(flow, USUAL).stream())
                .findFirst()
                .ifPresent(stray -> strays(stray, "replaced by an update before the flow began", REPLACE, judge));
    }

    @Case(
            value = "REGISTRATION-UPDATE-REFUSED-CALLBACKS",
            title = "After a refused update, callbacks go where they went",
            stimulus = "The control plane updates its registration with half a message, which is refused; then a flow"
                    + " begins about which a callback is due.",
            expected = "The callback at the endpoint that was registered before.",
            fix = "Read and check the whole message before touching what is stored.")
    @Verifies(REPLACE)
    @Needs(Capability.REGISTRATION)
    @Rows("ifCallbacksFollow")
    void refusedUpdateMovesNothing(Registrations registrations, RegisteredCallbacks callbacks, Judge judge) {
        callbacks.require();
        var own = registrations.own();
        var body = Malformation.TRUNCATED.body(Json.text(own.message(registrations.elsewhere(MOVED))));
        if (!own.updates(Malformation.TRUNCATED.contentType(), body).refused()) {
            throw Unjudgeable.inconclusive("a prerequisite failed: an update with malformed JSON was not refused; see"
                    + " the case REGISTRATION-BODY.update.truncated");
        }
        comes(callbacks.due(), USUAL, "after a refused update", REPLACE, callbacks, judge);
    }

    @Case(
            value = "DEREGISTRATION-ENDS-CALLBACKS",
            title = "After a deletion, no callback about a new flow goes to the endpoint of the deleted control plane",
            stimulus =
                    "The control plane of the run is deleted and a flow begins, which may be refused. Then the control"
                            + " plane registers at another endpoint and a second flow begins, about which a callback is due.",
            expected = "Nothing about the first flow at the deleted endpoint by the time the second callback comes.",
            fix = "Forget the endpoint with the registration.")
    @Verifies(EFFECT)
    @Needs(Capability.REGISTRATION)
    @Rows("ifCallbacksFollow")
    void deletedControlPlaneHearsNothing(Registrations registrations, RegisteredCallbacks callbacks, Judge judge) {
        callbacks.require();
        var own = registrations.own();
        own.isDeleted().orInconclusive("DEREGISTRATION");
        var orphan = callbacks.dueUnlessRefused();
        own.registers(own.message(registrations.elsewhere(MOVED))).orInconclusive("DEREGISTRATION-ANEW");
        var later = callbacks.awaited(callbacks.due());
        var stray = orphan.map(flow -> callbacks.arrived(flow, USUAL)).orElse(List.of());
        if (!stray.isEmpty()) {
            strays(stray.get(0), "deleted before the flow began", EFFECT, judge);
        } else if (later.isEmpty()) {
            throw Unjudgeable.inconclusive("a prerequisite failed: no callback came after the control plane had"
                    + " registered anew; see the case DEREGISTRATION-ANEW-CALLBACKS");
        }
    }

    @Case(
            value = "DEREGISTRATION-ANEW-CALLBACKS",
            title = "Callbacks come again once a deleted control plane has registered anew",
            stimulus = "The control plane of the run is deleted and registers anew with the same message; then a flow"
                    + " begins about which a callback is due.",
            expected = "The callback at the registered endpoint.",
            fix = "Take a new registration for what it says, whatever was deleted before.")
    @Verifies(EFFECT)
    @Needs(Capability.REGISTRATION)
    @Rows("ifCallbacksFollow")
    void callbacksComeAgain(Registrations registrations, RegisteredCallbacks callbacks, Judge judge) {
        callbacks.require();
        var own = registrations.own();
        own.isDeleted().orInconclusive("DEREGISTRATION");
        own.registers().orInconclusive("DEREGISTRATION-ANEW");
        comes(callbacks.due(), USUAL, "after registering anew", EFFECT, callbacks, judge);
    }

    @Case(
            value = "DEREGISTRATION-OTHERS-CALLBACKS",
            title = "The deletion of another control plane leaves callbacks as they were",
            stimulus =
                    "Another control plane registers and is deleted; then a flow begins about which a callback is due.",
            expected = "The callback at the endpoint of the control plane that is still registered.",
            fix = "Delete what is stored under the id of the path and nothing else.")
    @Verifies({MUST, EFFECT})
    @Needs(Capability.REGISTRATION)
    @Rows("ifCallbacksFollow")
    void otherDeletionMovesNothing(Registrations registrations, RegisteredCallbacks callbacks, Judge judge) {
        callbacks.require();
        registrations.registered().isDeleted().orInconclusive("DEREGISTRATION");
        var flow = callbacks.due();
        callbacks
                .awaited(flow)
                .filter(arrival -> !callbacks.isAt(arrival, USUAL))
                .ifPresent(stray -> strays(stray, "deleted before the flow began", EFFECT, judge));
        judge.stop();
        comes(flow, USUAL, "after the deletion of another control plane", MUST, callbacks, judge);
    }

    static Stream<Row> ifCallbacksFollow(Edition edition) {
        return edition.callsBackWhereRegistered() ? Stream.of(Row.single()) : Stream.empty();
    }

    private static void comes(
            DataFlow flow, String place, String when, String requirement, RegisteredCallbacks callbacks, Judge judge) {
        var arrival = callbacks.awaited(flow);
        if (arrival.filter(it -> callbacks.isAt(it, place)).isPresent()) {
            return;
        }
        judge.violated(
                requirement,
                "the callback " + callbacks.callback() + " about a flow that began " + when + ", within "
                        + callbacks.deadline() + " at the registered endpoint",
                arrival.map(it -> "it came to another endpoint: "
                                + it.exchange().request().url())
                        .orElse("no callback came about the flow"),
                arrival.map(Arrival::exchange).orElse(null));
        judge.stop();
    }

    private static void strays(Arrival stray, String what, String requirement, Judge judge) {
        judge.violated(
                requirement,
                "nothing at an endpoint that was " + what,
                stray.method() + " " + stray.exchange().request().url(),
                stray.exchange());
    }
}
