package org.dpstck.dataplane.cases;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Given;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.State;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.CaseContext;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.DataFlow;
import org.dpstck.dataplane.flow.DataFlows;
import org.dpstck.dataplane.flow.Grants;
import org.dpstck.dataplane.flow.PullScene;

/** §Data Flow State Machine, §Data Flow Suspension/Resumption: data flows while the flow is STARTED and at no other time. */
public final class DataAccessCases {

    private static final String BEFORE = "DATA-BEFORE-STARTED";
    private static final String OPENS = "TOKEN-OPENS";

    @Case(
            value = "DATA-ACCESS",
            title = "After {0}, the data of a pull can no longer be had with its token",
            stimulus = "The endpoint of the data address gave data for the token that it names. After the signal, which"
                    + " was accepted, the same request is sent again.",
            expected = "No data: a refusal, or an answer without content.",
            fix = "Look at the state of the flow at each request for data, or revoke its token with the transition.")
    @Verifies("{requirement}")
    @Rows("leaving")
    void dataIsClosed(Operation signal, PullScene scene, DataFlows flows, Judge judge) {
        if (Profiles.has(scene.edition())) {
            var flow = flows.fresh(PullScene.PULLED).under(Profiles.http(scene.edition()));
            closes(PublicData.of(flow, scene).thatOpensIfEver(), signal, scene, judge);
        } else {
            closes(PublicData.of(scene.fresh(), scene).thatOpens(), signal, scene, judge);
        }
    }

    @Case(
            value = "DATA-ACCESS-PLAIN",
            title =
                    "After {0}, the data of a pull of the description's own profile can no longer be had with its token",
            stimulus = "The endpoint of the data address gave data for the token that it names. After the signal, which"
                    + " was accepted, the same request is sent again.",
            expected = "No data: a refusal, or an answer without content.",
            fix = "Look at the state of the flow at each request for data, or revoke its token with the transition.")
    @Verifies("{requirement}")
    @Rows("leavingPlain")
    void plainDataIsClosed(Operation signal, PullScene scene, Judge judge) {
        closes(PublicData.of(scene.fresh(), scene).thatOpens(), signal, scene, judge);
    }

    @Case(
            value = "DATA-ACCESS-BY-ITSELF",
            title = "Once a pull has ended by itself, its data can no longer be had with its token: {0}",
            stimulus = "The endpoint of the data address gave data for the token that it names. The trigger complete"
                    + " brings the flow to its end; then the same request is sent again.",
            expected = "No data: a refusal, or an answer without content.",
            fix = "Revoke the token with the end of the flow, whatever brings it about.")
    @Verifies("{requirement}")
    @Rows("ending")
    void dataIsClosedByTheEnd(Given end, PullScene scene, DataFlows flows, Judge judge) {
        var data = PublicData.of(scene.fresh(), scene).thatOpens();
        flows.leave(data.flow(), end.state());
        isClosed(data, Access.closing(end.state()), "completion", scene, judge);
    }

    @Case(
            value = BEFORE,
            title = "Before a {0} flow is STARTED, no address of its data opens anything",
            stimulus =
                    "A start that is answered with HTTP 202; if the answer names a data address, its data is asked for"
                            + " while the flow is still STARTING.",
            expected = "No address, or one that gives no data yet.",
            fix = "Make the address with the transition to STARTED, and open its endpoint no sooner.")
    @Verifies(BEFORE)
    @Rows("starting")
    void nothingOpensBeforeTheStart(FlowKind kind, PullScene scene, DataFlows flows, CaseContext context, Judge judge) {
        var flow = scene.fresh();
        var answer = flows.createdAsynchronously(flow, context);
        var operation = scene.edition().creating(kind);
        if (!answer.succeeded()
                || answer.reply().status() != operation.asynchronous().status()) {
            throw Unjudgeable.untested("the start was not answered with HTTP 202: " + Replies.observed(answer.reply()));
        }
        var early = answer.body()
                .map(body -> new Grants.Report(body, answer.exchange()))
                .flatMap(Grants.Report::address)
                .map(address -> new PublicData(flow, address, scene))
                .filter(data -> !data.endpoint().isEmpty());
        if (early.isPresent()) {
            opensNothingYet(early.get(), flows, judge);
        } else {
            flows.proceed(flow);
        }
    }

    private static void opensNothingYet(PublicData early, DataFlows flows, Judge judge) {
        var flow = early.flow();
        var reply = early.get();
        if (PublicData.gives(reply)) {
            if (!isStarting(flow)) {
                throw Unjudgeable.untested("the flow was no longer STARTING when its data had been asked for");
            }
            judge.violated(
                    BEFORE,
                    "no data for the address in an answer with HTTP 202, while the flow is STARTING",
                    PublicData.shown(reply),
                    reply.exchange());
            flows.proceed(flow);
            return;
        }
        flows.proceed(flow);
        flows.settle(flow);
        // What never opens shows nothing by being closed; another address may have taken its place with the callback.
        early.thatOpensIfEver();
    }

    /** What leads a started pull out of STARTED. */
    static Stream<Row> leaving(Edition edition) {
        return Access.leaving(edition)
                .filter(operation -> Profiles.has(edition) || edition.asks(OPENS))
                .map(operation -> row(edition, operation).verifying(Access.closing(edition, operation)));
    }

    static Stream<Row> leavingPlain(Edition edition) {
        return Profiles.has(edition) && edition.asks(OPENS)
                ? Access.leaving(edition).map(operation -> Access.needing(edition, Row.of(operation))
                        .verifying(Access.closing(edition, operation)))
                : Stream.empty();
    }

    /** Ends to which no signal leads. */
    static Stream<Row> ending(Edition edition) {
        return edition.machine().observable(PullScene.PULLED).stream()
                .filter(state -> edition.asks(OPENS) && state.terminal())
                .map(state -> new Given(PullScene.PULLED, state))
                .filter(end -> edition.path(end).isEmpty())
                .map(end -> Access.needing(edition, Row.of(end)).verifying(Access.closing(end.state())));
    }

    static Stream<Row> starting(Edition edition) {
        return Access.pull(edition, BEFORE, Capability.ASYNCHRONOUS_START);
    }

    /** Where a profile says how data is had, it is a capability of its own. */
    private static Row row(Edition edition, Operation operation) {
        return Profiles.has(edition)
                ? Row.of(operation).needing(Capability.HTTP_PROFILE)
                : Access.needing(edition, Row.of(operation));
    }

    private static void closes(PublicData data, Operation signal, PullScene scene, Judge judge) {
        var moved = data.flow().receives(signal);
        if (!moved.succeeded()) {
            throw Unjudgeable.inconclusive(
                    "a prerequisite failed: " + signal + " of a STARTED flow gave " + Replies.observed(moved.reply())
                            + "; see the case " + signal.requirement("ANSWER") + "." + PullScene.PULLED);
        }
        isClosed(data, Access.closing(scene.edition(), signal), signal.name(), scene, judge);
    }

    private static void isClosed(PublicData data, String requirement, String what, PullScene scene, Judge judge) {
        var ends = scene.ends();
        var since = System.nanoTime();
        var lastOpen = new AtomicLong(since);
        var open = lastOpen(data, lastOpen);
        ends.outlived(what, Duration.ofNanos(lastOpen.get() - since));
        open.ifPresent(reply -> judge.violated(
                requirement,
                "no data with the token of the flow, " + ends.quiet().toMillis() + " ms after " + what
                        + " was accepted",
                "HTTP " + reply.status() + " with " + reply.body().length + " bytes of data",
                reply.exchange()));
    }

    /** The answer that still gives data when the time for closing is over. */
    private static Optional<Reply> lastOpen(PublicData data, AtomicLong lastOpen) {
        var last = data.closed(() -> {
            var reply = data.get();
            if (PublicData.gives(reply)) {
                lastOpen.set(System.nanoTime());
            }
            return reply;
        });
        // A slow system may have closed by an answer that came after the time.
        return Optional.of(last).filter(PublicData::gives);
    }

    private static boolean isStarting(DataFlow flow) {
        return flow.status().state().filter(State::interim).isPresent();
    }
}
