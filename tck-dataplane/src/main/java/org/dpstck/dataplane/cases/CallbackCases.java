package org.dpstck.dataplane.cases;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.MediaTypes;
import org.dpstck.core.check.Places;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Callback;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.State;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.sut.TriggerPoint;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.CallbackReading;
import org.dpstck.dataplane.flow.CallbackScene;
import org.dpstck.dataplane.flow.DataFlow;
import tools.jackson.databind.JsonNode;

/** §Control Plane Endpoint: the callbacks, whether they come and what they say. */
public final class CallbackCases {

    private static final String ADDRESS = "CALLBACK-ADDRESS";
    private static final String TRANSFER = "CALLBACK-TRANSFER-ID";
    private static final String MESSAGE = "CALLBACK-MESSAGE";
    private static final String PLANE = "DATAPLANE-ID";
    private static final String ONCE = "CALLBACK-ONCE";
    private static final int UNEXPECTED_BODY = 49;
    private static final int NO_TRANSITION = 26;

    @Case(
            value = "CALLBACK",
            title = "The callback {0} of a {1} flow arrives at its path",
            stimulus =
                    "What leads to it: an asynchronous prepare or start, or the trigger that completes or fails the flow.",
            expected =
                    "A POST to the callback's path below the callbackAddress, with the processId as the transfer's id.",
            fix = "Join callbackAddress and path with one slash; keep the callbackAddress of each flow; use POST.")
    @Verifies({"CALLBACK-{0}", ADDRESS, TRANSFER})
    @Rows("callbacks")
    void callbackArrives(Callback callback, FlowKind kind, CallbackScene scene, SystemUnderTest system, Judge judge) {
        var flow = scene.leadTo(callback, kind);
        new CallbackReading(flow, judge, system.timeouts().callback()).arrives(callback);
    }

    @Case(
            value = "CALLBACK-MESSAGE",
            title = "The callback {0} of a {1} flow carries its message",
            stimulus =
                    "What leads to it: an asynchronous prepare or start, or the trigger that completes or fails the flow.",
            expected =
                    "A valid message, declared as JSON, with the id and the state of the flow, and the data address where"
                            + " one is due.",
            fix = "Send the response message with the flow's own id and the state that the callback reports.")
    @Verifies({MESSAGE, PLANE + "?", "STATE-NAMES", "DATA-ADDRESS-DSP", "{requirement}"})
    @Rows("callbacksWithMessage")
    void callbackCarriesItsMessage(
            Callback callback, FlowKind kind, CallbackScene scene, Judge judge, Edition edition) {
        var flow = scene.leadTo(callback, kind);
        var arrival = awaited(scene, flow, callback);
        MediaTypes.isDeclaredJson(arrival.header("Content-Type").orElse(null), arrival.exchange(), judge, MESSAGE);
        scene.messages()
                .conforms(edition.message(callback.message()), arrival.body(), MESSAGE, arrival.exchange())
                .ifPresent(message -> {
                    flow.dataFlowId().ifPresent(id -> says("dataFlowId", id, message, arrival, judge));
                    reportsState(callback, edition, message, arrival, judge);
                    flow.dataplaneId()
                            .filter(id -> judge.covers(PLANE))
                            .ifPresent(id -> comesFrom(id, message, arrival, judge));
                    due(edition, callback, kind).ifPresent(due -> scene.addresses()
                            .isGranted(message, due, "the callback " + callback, arrival.exchange()));
                });
    }

    @Case(
            value = "CALLBACK-EMPTY",
            title = "The callback {0} of a {1} flow carries no message",
            stimulus = "The trigger that completes the flow.",
            expected = "A callback without a body; one with a body draws a warning.",
            fix = "Send no body where the table of the callback has none.")
    @Verifies("CALLBACK-{0}-BODY")
    @Rows("callbacksWithoutMessage")
    void callbackCarriesNothing(Callback callback, FlowKind kind, CallbackScene scene, Judge judge) {
        var flow = scene.leadTo(callback, kind);
        var arrival = awaited(scene, flow, callback);
        var body = arrival.body().strip();
        if (!body.isEmpty() && !List.of("{}", "null").contains(body)) {
            judge.warned(
                    callback.requirement() + "-BODY",
                    UNEXPECTED_BODY,
                    "no body in the callback " + callback,
                    Bodies.shown(body),
                    arrival.exchange());
        }
    }

    @Case(
            value = "CALLBACK-STATE",
            title = "When the callback {0} of a {1} flow arrives, the flow is in the state it reports",
            stimulus = "What leads to the callback; then the status is read the moment it has arrived.",
            expected = "The status names the state that the callback reports.",
            fix = "Make the transition first, then call back.")
    @Verifies("CALLBACK-{0}")
    @Rows("callbacks")
    void flowIsInTheReportedState(Callback callback, FlowKind kind, CallbackScene scene, Edition edition) {
        var flow = scene.leadTo(callback, kind);
        awaited(scene, flow, callback);
        var wanted =
                callback.state() == null ? scene.before() : edition.machine().state(callback.state());
        flow.status()
                .is(
                        wanted,
                        callback.requirement(),
                        callback.state() == null
                                ? "still: the callback " + callback + " causes no transition"
                                : "when the callback " + callback + " arrives");
    }

    @Case(
            value = "CALLBACK-ONCE",
            title = "The callback {0} of a {1} flow comes once",
            stimulus = "What leads to it; it is answered with 200; then the suite listens for a while.",
            expected = "One such callback, and no second one.",
            fix = "Retry only when the control plane did not answer with a 2xx.")
    @Verifies(ONCE)
    @Rows("callbacks")
    void callbackComesOnce(Callback callback, FlowKind kind, CallbackScene scene, SystemUnderTest system, Judge judge) {
        var flow = scene.leadTo(callback, kind);
        awaited(scene, flow, callback);
        var all = flow.inbox()
                .await(
                        arrival -> flow.isCallback(arrival, callback),
                        2,
                        system.timeouts().quiet());
        if (all.size() > 1) {
            judge.violated(
                    ONCE,
                    "one callback " + callback,
                    "the same callback again, after the first was answered with 200",
                    all.get(1).exchange());
        }
    }

    /** Callbacks with the kinds of flow about which the system sends them. */
    static Stream<Row> callbacks(Edition edition) {
        return edition.callbacks().values().stream().flatMap(callback -> edition.kinds().stream()
                .filter(kind -> callback.kinds().contains(kind.id()))
                .map(kind -> row(edition, callback, kind)));
    }

    static Stream<Row> callbacksWithMessage(Edition edition) {
        return callbacks(edition).filter(row -> {
            var message = ((Callback) row.arguments().get(0)).message();
            return message != null && edition.message(message).defined();
        });
    }

    static Stream<Row> callbacksWithoutMessage(Edition edition) {
        return callbacks(edition).filter(row -> ((Callback) row.arguments().get(0)).message() == null);
    }

    private static Row row(Edition edition, Callback callback, FlowKind kind) {
        var row = Row.of(callback, kind).verifying(due(edition, callback, kind).orElse(null));
        return callback.trigger() == null
                ? row.needing(Kinds.asynchronous(kind))
                : row.needing(TriggerPoint.find(callback.trigger()).orElseThrow());
    }

    /** The requirement that makes a data address due in a callback. */
    private static Optional<String> due(Edition edition, Callback callback, FlowKind kind) {
        return callback.message() == null
                ? Optional.empty()
                : edition.message(callback.message()).dataAddressDue().stream()
                        .filter(due ->
                                due.kind().equals(kind.id()) && due.state().equals(callback.state()))
                        .map(due -> due.requirement())
                        .findFirst();
    }

    private static Arrival awaited(CallbackScene scene, DataFlow flow, Callback callback) {
        return scene.awaited(flow, callback)
                .orElseThrow(() -> Unjudgeable.inconclusive("a prerequisite failed: the callback " + callback
                        + " did not arrive; see the case CALLBACK." + callback + "." + flow.kind()));
    }

    /** A callback that causes no transition may report the state as it is; an end is not what it reports. */
    private static void reportsState(
            Callback callback, Edition edition, JsonNode message, Arrival arrival, Judge judge) {
        if (callback.state() != null) {
            says("state", callback.state(), message, arrival, judge);
            return;
        }
        Bodies.string(message, "state")
                .filter(said ->
                        edition.machine().find(said).filter(State::terminal).isPresent())
                .ifPresent(said -> judge.warned(
                        MESSAGE,
                        NO_TRANSITION,
                        "the state of the flow, which the callback " + callback + " does not end",
                        "state " + said,
                        arrival.exchange(),
                        Places.member("state", "an end")));
    }

    private static void says(String member, String expected, JsonNode message, Arrival arrival, Judge judge) {
        Bodies.string(message, member)
                // Spelling of states is the schema's business.
                .filter(said -> !said.equalsIgnoreCase(expected))
                .ifPresent(said -> judge.violated(
                        MESSAGE,
                        member + " " + expected + " in " + Replies.place(arrival.exchange()),
                        member + " " + said,
                        arrival.exchange(),
                        Places.member(member, "not " + expected)));
    }

    private static void comesFrom(String plane, JsonNode message, Arrival arrival, Judge judge) {
        Bodies.string(message, "dataplaneId")
                .filter(said -> !said.equals(plane))
                .ifPresent(said -> judge.violated(
                        PLANE,
                        "dataplaneId " + plane + " in " + Replies.place(arrival.exchange())
                                + ", as in the answer that made the flow",
                        "dataplaneId " + said,
                        arrival.exchange(),
                        Places.member("dataplaneId", "not " + plane)));
    }
}
