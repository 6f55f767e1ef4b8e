package org.dpstck.controlplane.cases;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.dpstck.controlplane.flow.Answers;
import org.dpstck.controlplane.flow.Overtaking;
import org.dpstck.controlplane.flow.Script;
import org.dpstck.controlplane.flow.Transfer;
import org.dpstck.controlplane.flow.Transfers;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Callback;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.Side;
import org.dpstck.core.edition.TransferMessage;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.verdict.Unjudgeable;

/** What comes early, late, or at the same moment as something else (§Control Plane Endpoint, §Asynchronous Transitions). */
public final class MomentCases {

    private static final int OK = 200;

    @Case(
            value = "TAKES-EARLY",
            title = "The callback {1} of a {0} counts, although it comes before the answer to the signal",
            stimulus =
                    "The data plane calls back while the control plane waits for its answer to the signal; then it answers 202.",
            expected = "HTTP 200, and the transfer goes on; or HTTP 4xx, and it goes on when the callback comes again.",
            fix = "Take the callback while the answer is on its way, or keep it until the answer is there.")
    @Verifies("{requirement}")
    @Rows("early")
    void early(FlowKind kind, Callback callback, Transfers transfers) {
        var begin = transfers.signalFor(kind, "begin").orElseThrow();
        var transfer = transfers.fresh(kind);
        var overtaking = transfer.dataPlane().overtaking(callback);
        transfer.following(Script.obedient().answering(begin.name(), overtaking.before(Answers::later)));
        var told = opened(transfer, transfers);
        var requirement = "TAKES-" + callback.name().toUpperCase(Locale.ROOT);
        var reply = calledBack(overtaking);
        if (Replies.refused(reply)) {
            reply = transfer.dataPlane().callsBack(callback);
            transfers
                    .content()
                    .answered(reply, OK, requirement, "for the callback " + callback.name() + " that comes again");
            told = transfer.awaitsMessage(opening(kind, transfers));
        } else if (!transfers.content().answered(reply, OK, requirement, "for the callback " + callback.name())) {
            return;
        }
        if (told.isEmpty()) {
            // The time for it begins with the answer to the callback.
            told = transfer.awaitsMessage(opening(kind, transfers));
        }
        if (told.isEmpty()) {
            transfers.violated(
                    requirement,
                    "a " + opening(kind, transfers).type() + " after the callback " + callback.name()
                            + ", which came before the answer to " + begin.name(),
                    "none within the time for callbacks",
                    reply.exchange());
        }
    }

    static Stream<Row> early(Edition edition) {
        return edition.callbacks().isEmpty()
                ? Stream.empty()
                : Stream.concat(
                        Kinds.provider().map(kind -> Row.of(kind, edition.callback("started"))
                                .verifying("TAKES-STARTED")),
                        Stream.of(Row.of(Kinds.CONSUMER_PUSH, edition.callback("prepared"))
                                .verifying("TAKES-PREPARED")));
    }

    @Case(
            value = "FLOW-SLOW",
            title = "The other side of a {0} hears nothing before the data plane has answered",
            stimulus = "The data plane takes its time for the answer to the signal that opens the flow.",
            expected = "No message to the other side until the answer is there; then the transfer goes on.",
            fix = "Wait for the answer of the data plane before the other side is told.")
    @Verifies("FLOW-FAILED")
    @Rows("slow")
    void slow(FlowKind kind, Transfers transfers) {
        var quiet = transfers.system().timeouts().quiet();
        var delay = quiet.plus(quiet);
        var begin = transfers.signalFor(kind, "begin").orElseThrow();
        var transfer =
                transfers.fresh(kind).following(Script.obedient().answering(begin.name(), Answers.slowly(delay)));
        var opening = opening(kind, transfers);
        if (kind.side() == Side.PROVIDER) {
            transfers.begun(transfer);
        } else {
            transfers.prepared(transfer, delay);
        }
        var signal = transfers.require(
                transfer.hasFlow() ? transfer.awaitsSignal(begin) : Optional.empty(),
                "the signal " + begin.name(),
                "SENDS-START and SENDS-PREPARE");
        var told = transfers.require(
                transfer.awaitsMessage(opening), "the " + opening.type(), "SENDS-START and SENDS-PREPARE");
        // What counts is when the message came, not when the case looked: a trigger may answer late.
        if (told.at().isBefore(signal.at().plus(delay))) {
            transfers.violated(
                    "FLOW-FAILED",
                    "no " + opening.type() + " before the data plane has answered " + begin.name(),
                    "a " + opening.type() + " arrived",
                    told.exchange());
        }
    }

    static Stream<Row> slow(Edition edition) {
        return Kinds.opening(edition).map(Row::of);
    }

    @Case(
            value = "TAKES-CROSSING",
            title = "A {0} that is completed by its data plane while the other side suspends it",
            stimulus =
                    "The counter-party suspends the transfer; before the data plane answers the signal, it calls completed.",
            expected =
                    "HTTP 2xx or 4xx for the callback, no server error; if the process is COMPLETED, the counter-party is told.",
            fix = "Decide which of the two came first, and let the other one find the process where it is.")
    @Verifies({"TAKES-ILLEGAL", "TP-SENDS-COMPLETION"})
    @Rows("crossing")
    void crossing(FlowKind kind, Operation suspend, Transfers transfers) {
        var transfer = transfers.fresh(kind);
        var overtaking = transfer.dataPlane().overtaking(transfers.edition().callback("completed"));
        var script = Script.obedient().answering(suspend.name(), overtaking.before(Answers::done));
        transfers.lead(
                transfer.following(script), transfers.protocol().machine().state("STARTED"));
        var suspension = transfers.protocol().message("suspension");
        transfers.passes(transfer, suspension);
        transfers.require(transfer.awaitsSignal(suspend), "the signal suspend", "SENDS-SUSPEND");
        var reply = calledBack(overtaking);
        if (!Replies.succeeded(reply)) {
            transfers
                    .content()
                    .refused(
                            reply,
                            "TAKES-ILLEGAL",
                            "or 2xx for the callback completed while the transfer is suspended");
            return;
        }
        var completion = transfers.protocol().message("completion");
        var completed = transfers.settled(
                transfer, "COMPLETED", transfers.system().timeouts().quiet());
        if (completed.filter("COMPLETED"::equals).isPresent()
                && transfer.awaitsMessage(completion).isEmpty()) {
            transfers.violated(
                    "TP-SENDS-COMPLETION",
                    "a " + completion.type() + " about a process that its data plane has completed",
                    "state is COMPLETED, and none arrived within the time for callbacks",
                    reply.exchange());
        }
    }

    static Stream<Row> crossing(Edition edition) {
        var kinds = Passing.completing(edition);
        return FlowKind.all().stream()
                .filter(kind -> kinds.contains(kind.id()))
                .flatMap(kind -> edition.transfers().signal(kind.side(), "suspend").stream()
                        .map(edition::operation)
                        .map(suspend -> Row.of(kind, suspend).needing(Capability.SUSPEND)));
    }

    private static Reply calledBack(Overtaking overtaking) {
        return overtaking
                .reply()
                .orElseThrow(() -> Unjudgeable.inconclusive(
                        "a prerequisite failed: the signal did not come, or the callback during it was not answered"));
    }

    /** Makes the transfer begin, and waits for the message by which the other side hears of it. */
    private static Optional<Arrival> opened(Transfer transfer, Transfers transfers) {
        if (transfer.kind().side() == Side.CONSUMER) {
            return transfers.asked(transfer);
        }
        transfers.begun(transfer);
        return transfer.awaitsMessage(opening(transfer.kind(), transfers));
    }

    private static TransferMessage opening(FlowKind kind, Transfers transfers) {
        return transfers.protocol().message(kind.side() == Side.CONSUMER ? "request" : "start");
    }
}
