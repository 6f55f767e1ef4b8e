package org.dpstck.dataplane.cases;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.exchange.Durations;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.DataFlow;
import org.dpstck.dataplane.flow.PullScene;

/** §Access Duration, §State Machine Definition: what a revoked token opens, what a new one does, and how a stream ends. */
public final class RevocationCases {

    private static final String NEW = "START-AGAIN-OPENS";
    private static final String OLD = "TOKEN-STAYS-REVOKED";
    private static final String OTHERS = "REVOCATION-OWN-FLOW";
    private static final String STREAM = "STREAM-STOPS";

    @Case(
            value = NEW,
            title = "After a suspension and another start, the address of that start opens the data",
            stimulus =
                    "A pull gave data, was suspended, and is started again; then its data is asked for by the address in"
                            + " the last answer.",
            expected = "A data address, old or new, whose token gives data.",
            fix = "Issue a token with every start, or validate the old one again, and return the address.")
    @Verifies(NEW)
    @Rows("again")
    void newAddressOpens(FlowKind kind, PullScene scene, Judge judge) {
        var before = PublicData.of(scene.fresh(), scene).thatOpens();
        var after = restarted(before, scene);
        var reply = after.opened();
        if (!PublicData.gives(reply)) {
            judge.violated(
                    NEW,
                    "data for the token of the start after the suspension",
                    PublicData.shown(reply),
                    reply.exchange());
        }
    }

    @Case(
            value = OLD,
            title = "A token that a suspension has invalidated opens nothing after another start",
            stimulus =
                    "A pull gave data, was suspended and started again with another token; then its data is asked for"
                            + " with the first one.",
            expected =
                    "No data, at the latest after timeouts.quiet. If the same token was handed out again, there is nothing"
                            + " to refuse.",
            fix = "Delete the token when the flow is suspended; do not derive it from the state of the flow.")
    @Verifies(OLD)
    @Rows("revoked")
    void oldTokenStaysRevoked(FlowKind kind, PullScene scene, Judge judge) {
        var before = PublicData.of(scene.fresh(), scene).thatOpens();
        var after = restarted(before, scene).thatOpens();
        if (after.token().equals(before.token())) {
            return;
        }
        Stream.of(before.closed(before::get), after.closed(() -> after.getWith(Optional.of(before.token()))))
                .filter(PublicData::gives)
                .findFirst()
                .ifPresent(reply -> judge.violated(
                        OLD,
                        "no data for the token that the suspension has invalidated",
                        PublicData.shown(reply) + ", after a start that has handed out another token",
                        reply.exchange()));
    }

    @Case(
            value = OTHERS,
            title = "{0} of one pull leaves the data of another within reach",
            stimulus =
                    "Two pulls gave data. The signal is sent for the first; then the data of the second is asked for.",
            expected = "Data, with the second one's token.",
            fix = "Revoke the tokens of the flow that the request names, and no others.")
    @Verifies(OTHERS)
    @Rows("signals")
    void othersKeepTheirAccess(Operation signal, PullScene scene, Judge judge) {
        var stem = "tck-" + UUID.randomUUID();
        var first = PublicData.of(scene.named(stem + "-1"), scene).thatOpens();
        var second = PublicData.of(scene.named(stem + "-2"), scene).thatOpens();
        succeeds(first.flow(), signal);
        var reply = second.opened();
        if (!PublicData.gives(reply)) {
            judge.violated(
                    OTHERS,
                    "data for the token of a transfer that is STARTED, after " + signal + " of another one",
                    PublicData.shown(reply),
                    reply.exchange());
        }
    }

    @Case(
            value = STREAM,
            title = "A stream that a consumer reads stops when its pull is gone by {0}",
            stimulus =
                    "A pull whose source has no end (dataAccess.stream, where messages name no source) is read; while data"
                            + " flows the signal is sent.",
            expected = "Within the time that a callback may take (timeouts.callback) the answer ends, breaks off, or"
                    + " brings nothing more.",
            fix = "Watch the state of the flow while you hand data on, not only when a request comes in.")
    @Verifies(STREAM)
    @Rows("streams")
    void streamStops(Operation signal, PullScene scene, Judge judge) throws InterruptedException {
        var flow = scene.endless();
        var ends = scene.ends();
        var stream = Streaming.read(flow, scene);
        var rest = Streaming.rest(flow, stream, scene);
        succeeds(flow, signal);
        var since = System.nanoTime();
        if (Streaming.stops(stream, rest, ends)) {
            ends.outlived("stream after " + signal, stream.lastAfter(since));
            return;
        }
        if (stream.isGivenUp()) {
            throw Unjudgeable.inconclusive("the suite had to give up reading the stream before its time was over");
        }
        judge.violated(
                STREAM,
                "a stream that has stopped " + Durations.text(ends.patience()) + " after " + signal + " was accepted",
                "the stream goes on",
                null);
    }

    static Stream<Row> again(Edition edition) {
        return Access.pull(edition, NEW, Capability.SUSPEND);
    }

    static Stream<Row> revoked(Edition edition) {
        return Access.pull(edition, OLD, Capability.SUSPEND);
    }

    static Stream<Row> signals(Edition edition) {
        return leaving(edition, OTHERS);
    }

    static Stream<Row> streams(Edition edition) {
        return leaving(edition, STREAM);
    }

    private static Stream<Row> leaving(Edition edition, String requirement) {
        return edition.asks(requirement)
                ? Access.leaving(edition).map(operation -> Access.needing(edition, Row.of(operation)))
                : Stream.empty();
    }

    private static PublicData restarted(PublicData before, PullScene scene) {
        succeeds(before.flow(), scene.edition().operation("suspend"));
        return new PublicData(before.flow(), scene.startAgain(before.flow(), before.address()), scene);
    }

    static void succeeds(DataFlow flow, Operation operation) {
        if (!flow.receives(operation).succeeded()) {
            throw Unjudgeable.inconclusive(
                    "a prerequisite failed: " + operation + " of a STARTED flow was refused; see the"
                            + " case STATE-MOVES." + flow.kind() + ".STARTED." + operation);
        }
    }
}
