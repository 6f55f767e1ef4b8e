package org.dpstck.dataplane.cases;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.dpstck.core.check.Replies;
import org.dpstck.core.check.ResponseAddress;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Given;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.ResponseChannel;
import org.dpstck.core.edition.Side;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Needs;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.DataFlows;
import org.dpstck.dataplane.flow.Grants;
import org.dpstck.dataplane.flow.ResponseScene;

/** Bidirectional transfers: what lies behind the address for responses, and for how long. */
public final class ResponseChannelCases {

    private static final String WORKS = "RESPONSE-CHANNEL-WORKS";
    private static final String TOKEN = "RESPONSE-CHANNEL-TOKEN";
    private static final String LIFETIME = "RESPONSE-CHANNEL-LIFETIME";
    private static final String SUSPENDED = "SUSPENDED";
    private static final Duration BEAT = Duration.ofMillis(25);
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int SERVER_ERROR = 500;

    @Case(
            value = "RESPONSE-CHANNEL-ACCEPTED",
            title = "The response channel of a STARTED {0} flow takes a response",
            stimulus =
                    "A response (responseChannel.body) is sent with POST to responseChannel/endpoint, with the token of"
                            + " responseChannel/authorization as a bearer token, if there is one.",
            expected = "A success.",
            fix =
                    "Serve the endpoint that the data address names, with the token that it names, once the flow is STARTED.")
    @Verifies({WORKS, TOKEN})
    @Rows("offering")
    @Needs(Capability.RESPONSE_CHANNEL)
    void responseIsTaken(FlowKind kind, ResponseScene scene, Judge judge) {
        var address = scene.granted(scene.fresh(kind));
        var reply = scene.respond(address, scene.marker());
        if (Replies.succeeded(reply)) {
            return;
        }
        if (ResponseScene.knowsOtherResponses(reply)) {
            throw Unjudgeable.untested("the endpoint takes responses of another form than the suite's: "
                    + Replies.observed(reply) + "; write one that it takes into responseChannel.body");
        }
        var denied = reply.status() == UNAUTHORIZED || reply.status() == FORBIDDEN;
        judge.violated(
                denied ? TOKEN : WORKS,
                "a response to a STARTED " + kind + " flow, sent as its address says, is taken",
                Replies.observed(reply),
                reply.exchange());
    }

    @Case(
            value = "RESPONSE-CHANNEL-ARRIVES",
            title = "A response to a {0} flow arrives",
            stimulus = "A response that was accepted is looked for at responseChannel.received.",
            expected = "It is there within timeouts.callback.",
            fix = "Hand on what the response endpoint accepts, or do not accept it.")
    @Verifies(WORKS)
    @Rows("offering")
    @Needs(Capability.RESPONSE_CHANNEL)
    void responseArrives(FlowKind kind, ResponseScene scene, Judge judge) {
        var flow = scene.fresh(kind);
        var address = scene.granted(flow);
        var place = scene.received(flow)
                .orElseThrow(() -> Unjudgeable.untested(
                        "nothing says where the system shows what it has received (responseChannel.received)"));
        var marker = scene.marker();
        var sent = scene.respond(address, marker);
        if (!Replies.succeeded(sent)) {
            throw Unjudgeable.inconclusive("a prerequisite failed: a response gave " + Replies.observed(sent)
                    + "; see the case RESPONSE-CHANNEL-ACCEPTED." + kind);
        }
        var seen = until(() -> scene.read(place), reply -> reply.text().contains(marker), scene.patience());
        if (!seen.text().contains(marker) && !Replies.succeeded(seen)) {
            throw Unjudgeable.inconclusive(
                    "what has been received cannot be read: " + Replies.observed(seen) + " (responseChannel.received)");
        }
        if (!seen.text().contains(marker)) {
            judge.violated(
                    WORKS,
                    "a response that was accepted is among those that arrived",
                    "it is not there after " + scene.patience().toMillis() + " ms: " + Replies.observed(seen),
                    sent.exchange());
        }
    }

    @Case(
            value = "RESPONSE-CHANNEL-REFUSED",
            title = "A response to a {0} flow {1} is refused",
            stimulus =
                    "A response with the token of the channel was accepted. Now one comes without it, with another one, or"
                            + " with that of another flow.",
            expected = "HTTP 4xx (401 or 403 is usual).",
            fix = "Compare the bearer token of each response with the one of its flow's response channel, as a whole.")
    @Verifies(TOKEN)
    @Rows("defects")
    @Needs(Capability.RESPONSE_CHANNEL)
    void wrongTokenIsRefused(FlowKind kind, TokenDefect defect, ResponseScene scene, Judge judge) {
        var address = scene.granted(scene.fresh(kind));
        var token = scene.token(address);
        scene.requireTwin(address);
        var wrong =
                switch (defect) {
                    case MISSING -> Optional.<String>empty();
                    case ALTERED -> Optional.of(TokenDefect.altered(token));
                    case FOREIGN -> Optional.of(foreign(kind, address, token, scene));
                };
        var reply = scene.respond(address, wrong, scene.marker());
        if (!Replies.refused(reply)) {
            judge.violated(
                    TOKEN,
                    "a response " + defect.text() + " is refused with HTTP 4xx",
                    Replies.observed(reply),
                    reply.exchange());
        }
    }

    @Case(
            value = "RESPONSE-CHANNEL-CLOSED",
            title = "A {0} flow takes no more responses",
            stimulus =
                    "A response was accepted while the flow was STARTED. Once it has ended, the next one comes with the"
                            + " same token.",
            expected = "HTTP 4xx, or no endpoint any more, at the latest after timeouts.quiet.",
            fix = "Close the response endpoint, or revoke its token, with the forward channel.")
    @Verifies(LIFETIME)
    @Rows("ends")
    @Needs(Capability.RESPONSE_CHANNEL)
    void channelIsClosed(Given end, DataFlows flows, ResponseScene scene, Judge judge) {
        var flow = scene.fresh(end.kind());
        var address = scene.granted(flow);
        scene.requireTwin(address);
        flows.leave(flow, end.state());
        var last = until(() -> scene.respond(address, scene.marker()), Replies::refused, scene.quiet());
        if (last.answered() && last.status() < SERVER_ERROR && !Replies.refused(last)) {
            judge.violated(
                    LIFETIME,
                    "no response is taken, or HTTP 4xx, " + scene.quiet().toMillis() + " ms after the flow was "
                            + end.state(),
                    Replies.observed(last),
                    last.exchange());
        }
    }

    @Case(
            value = "RESPONSE-CHANNEL-SUSPENDED",
            title = "A response to a {0} flow that is suspended breaks nothing",
            stimulus =
                    "A response was accepted while the flow was STARTED. Once it is suspended, the next one comes with the"
                            + " same token.",
            expected = "A success or HTTP 4xx: no document says whether suspension closes the channel.",
            fix = "Refuse the response with 4xx if you do not take it; a flow that pauses is no error of the server.")
    @Verifies(LIFETIME)
    @Rows("pauses")
    @Needs(Capability.RESPONSE_CHANNEL)
    void suspensionBreaksNothing(FlowKind kind, DataFlows flows, ResponseScene scene, Judge judge) {
        var flow = scene.fresh(kind);
        var address = scene.granted(flow);
        scene.requireTwin(address);
        flows.leave(flow, scene.edition().machine().state(SUSPENDED));
        var reply = scene.respond(address, scene.marker());
        if (reply.answered() && reply.status() >= SERVER_ERROR) {
            judge.violated(
                    LIFETIME,
                    "a response to a SUSPENDED flow is taken, or refused with HTTP 4xx",
                    Replies.observed(reply),
                    reply.exchange());
        }
    }

    @Case(
            value = "RESPONSE-CHANNEL-REOPENED",
            title = "After {0}, a {1} flow takes responses again",
            stimulus =
                    "The flow was suspended and resumed. A response comes as its address says, or as the one says that the"
                            + " answer to the resumption may have brought.",
            expected = "A success, as before the suspension.",
            fix = "Open the response endpoint with the forward channel; a new address goes into the answer.")
    @Verifies(LIFETIME)
    @Rows("resuming")
    @Needs(Capability.RESPONSE_CHANNEL)
    void channelIsOpenAgain(Operation resume, FlowKind kind, DataFlows flows, ResponseScene scene, Judge judge) {
        var flow = scene.fresh(kind);
        var address = scene.granted(flow);
        scene.requireTwin(address);
        flows.leave(flow, scene.edition().machine().state(SUSPENDED));
        var resumed = flow.receives(resume);
        if (!resumed.succeeded()) {
            throw Unjudgeable.inconclusive("a prerequisite failed: " + resume + " gave "
                    + Replies.observed(resumed.reply()) + "; see the cases STATE-MOVES." + kind + ".SUSPENDED.*");
        }
        var present = resumed.body()
                .map(body -> new Grants.Report(body, resumed.exchange()))
                .flatMap(Grants.Report::address)
                .map(scene::of)
                .filter(ResponseAddress::isThere)
                .orElse(address);
        var reply = until(() -> scene.respond(present, scene.marker()), Replies::succeeded, scene.quiet());
        if (!Replies.succeeded(reply)) {
            judge.violated(
                    LIFETIME,
                    "a response to a flow that was resumed is taken, as it was before",
                    Replies.observed(reply),
                    reply.exchange());
        }
    }

    static Stream<Row> offering(Edition edition) {
        return ResponseKinds.offering(edition);
    }

    static Stream<Row> defects(Edition edition) {
        return ResponseKinds.of(edition, Side.PROVIDER)
                .flatMap(kind -> Stream.of(TokenDefect.values()).map(defect -> Row.of(kind, defect)));
    }

    static Stream<Row> ends(Edition edition) {
        return ResponseKinds.of(edition, Side.PROVIDER).flatMap(kind -> edition.machine().observable(kind).stream()
                .filter(state -> state.terminal())
                .map(state -> Row.of(new Given(kind, state))));
    }

    static Stream<Row> pauses(Edition edition) {
        return ResponseKinds.of(edition, Side.PROVIDER).map(kind -> Row.of(kind).needing(Capability.SUSPEND));
    }

    static Stream<Row> resuming(Edition edition) {
        return ResponseKinds.of(edition, Side.PROVIDER)
                .flatMap(kind -> ResponseKinds.resuming(edition, kind).map(operation -> Row.of(operation, kind)));
    }

    /** The token of another flow, where it tells flows apart. */
    private static String foreign(FlowKind kind, ResponseAddress own, String token, ResponseScene scene) {
        var other = scene.granted(scene.fresh(kind));
        var foreign = scene.token(other);
        if (foreign.equals(token)) {
            throw Unjudgeable.untested("two flows were given one token for their responses");
        }
        if (own.text(ResponseChannel.ENDPOINT).equals(other.text(ResponseChannel.ENDPOINT))) {
            throw Unjudgeable.untested("two flows were given one endpoint, where the token tells them apart");
        }
        return foreign;
    }

    /** The last answer: the first that is wanted, or the one that came when the time was over. */
    private static Reply until(Supplier<Reply> asking, Predicate<Reply> wanted, Duration deadline) {
        var last = new AtomicReference<Reply>();
        try {
            await().pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(BEAT)
                    .atMost(deadline.plus(BEAT))
                    .until(() -> {
                        last.set(asking.get());
                        return wanted.test(last.get());
                    });
        } catch (ConditionTimeoutException timeIsOver) {
            // What came last is looked at in any case: it may have come after the time.
            return last.get();
        }
        return last.get();
    }
}
