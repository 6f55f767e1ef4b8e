package org.dpstck.controlplane.cases;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.dpstck.controlplane.cases.FailureCases.Failure;
import org.dpstck.controlplane.flow.Answers;
import org.dpstck.controlplane.flow.DataFlow;
import org.dpstck.controlplane.flow.Script;
import org.dpstck.controlplane.flow.Transfer;
import org.dpstck.controlplane.flow.Transfers;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.TransferMessage;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.standin.Served;
import org.dpstck.core.verdict.Unjudgeable;

/** Requests to data planes whose acknowledgement gets lost (§Signaling protocol messages and API endpoints). */
public final class ResendCases {

    @Case(
            value = "RESENDS-START",
            title =
                    "The start of a {0} whose acknowledgement is lost by {1} is sent again, and starts the transfer once",
            stimulus =
                    "A TransferRequestMessage; the data plane takes the first start and answers {1}, and acknowledges the next.",
            expected = "The same start a second time, then state STARTED and one TransferStartMessage.",
            fix = "Keep the request until it is acknowledged, and send it again, unchanged, with the next tick.")
    @Verifies({"RESENDS?", "RESENDS-SAME?", "START-ONCE?"})
    @Rows("starts")
    void start(FlowKind kind, Failure failure, Transfers transfers) {
        var begin = transfers.signalFor(kind, "begin").orElseThrow();
        var transfer = transfers.fresh(kind).following(losing(begin, failure));
        transfers.begun(transfer);
        transfers.require(transfer.awaitsSignal(begin), "the signal " + begin.name(), "SENDS-START");
        var sent = again(transfer, begin, failure, transfers);
        if (sent.size() < 2) {
            return;
        }
        same(sent.get(0), sent.get(1), transfers);
        var start = transfers.protocol().message("start");
        if (transfer.awaitsMessage(start).isEmpty()) {
            transfers.violated(
                    "START-ONCE",
                    "a " + start.type() + " once the repeated start is acknowledged",
                    "none within the time for callbacks",
                    sent.get(1).exchange());
            return;
        }
        var told = transfer.counterParty()
                .inbox()
                .await(transfer.is(start), 2, transfers.system().timeouts().quiet());
        if (told.size() > 1) {
            transfers.violated(
                    "START-ONCE",
                    "one " + start.type() + " for a transfer whose start was sent twice",
                    told.size() + " of them",
                    told.get(1).exchange());
        }
    }

    static Stream<Row> starts(Edition edition) {
        return Kinds.provider()
                .flatMap(kind -> Stream.of(Failure.UNAVAILABLE, Failure.DROPPED).map(failure -> Row.of(kind, failure)));
    }

    @Case(
            value = "RESENDS-{1}",
            title = "The {1} of a {0} whose acknowledgement is lost by {3} is sent again",
            stimulus =
                    "A started transfer; the counter-party sends a {2}; the data plane answers {1} with {3}, and acknowledges"
                            + " the next.",
            expected = "The same request a second time.",
            fix = "Keep the request until it is acknowledged, and send it again with the next tick.")
    @Verifies({"RESENDS?", "RESENDS-SAME?"})
    @Rows("ends")
    void repeated(FlowKind kind, Operation signal, TransferMessage message, Failure failure, Transfers transfers) {
        var from = transfers.protocol().machine().state(Passing.from(message));
        var transfer = transfers.in(kind, from, losing(signal, failure));
        transfers.passes(transfer, message);
        transfers.require(transfer.awaitsSignal(signal), "the signal " + signal.name(), signal.requirementSent());
        var sent = again(transfer, signal, failure, transfers);
        if (sent.size() > 1) {
            same(sent.get(0), sent.get(1), transfers);
        }
    }

    static Stream<Row> ends(Edition edition) {
        return Passing.rows(edition, Stream.of(Kinds.PROVIDER_PULL))
                .filter(row -> ((TransferMessage) row.arguments().get(2)).name().matches("suspension|termination"))
                .flatMap(row -> Stream.of(Failure.UNAVAILABLE, Failure.DROPPED)
                        .map(failure -> Row.of(
                                row.arguments().get(0),
                                row.arguments().get(1),
                                row.arguments().get(2),
                                failure)));
    }

    @Case(
            value = "ACK-MOVES",
            title = "A {0} that the data plane has acknowledged is STARTED",
            stimulus = "A TransferRequestMessage; the data plane acknowledges the start.",
            expected = "State STARTED, or a TransferStartMessage where no state is told.",
            fix = "Move the transfer process when the acknowledgement is there.")
    @Verifies("ACK-MOVES?")
    @Rows("kinds")
    void moves(FlowKind kind, Transfers transfers) {
        var begin = transfers.signalFor(kind, "begin").orElseThrow();
        var transfer = transfers.begun(transfers.fresh(kind));
        var arrival = transfers.require(transfer.awaitsSignal(begin), "the signal " + begin.name(), "SENDS-START");
        var start = transfers.protocol().message("start");
        var told = transfers.until(
                transfer::state,
                state -> state.map("STARTED"::equals)
                        .orElseGet(() -> !transfer.messages(start).isEmpty()),
                transfers.system().timeouts().callback());
        if (told.isEmpty() && transfer.messages(start).isEmpty()) {
            throw Unjudgeable.inconclusive("the system tells no state of the transfer, and no " + start.type()
                    + " has come; see the cases TP-GET and TP-SENDS-START");
        }
        told.filter(state -> !state.equals("STARTED"))
                .ifPresent(state -> transfers.violated(
                        "ACK-MOVES",
                        "state STARTED after the data plane has acknowledged the start",
                        "state is " + state,
                        arrival.exchange()));
    }

    static Stream<Row> kinds(Edition edition) {
        return Kinds.providerRows(edition);
    }

    /** A data plane whose first answer to a signal is lost. */
    private static Script losing(Operation signal, Failure failure) {
        var asked = new AtomicInteger();
        BiFunction<Operation, DataFlow, Served> answer = (operation, flow) ->
                asked.incrementAndGet() == 1 ? failure.answer().apply(operation, flow) : Answers.done(operation, flow);
        return Script.obedient().answering(signal.name(), answer);
    }

    private static List<Arrival> again(Transfer transfer, Operation signal, Failure failure, Transfers transfers) {
        var patience = transfers.system().timeouts().callback();
        var sent = transfer.flow().inbox().await(transfer.is(signal), 2, patience);
        if (sent.size() < 2) {
            transfers.violated(
                    "RESENDS",
                    signal.line() + " again, after the data plane answered it with " + failure.words(),
                    "no second request within the time for callbacks",
                    sent.get(0).exchange());
        }
        return sent;
    }

    private static void same(Arrival one, Arrival other, Transfers transfers) {
        var first = Bodies.object(one.body());
        var second = Bodies.object(other.body());
        if (!one.path().equals(other.path()) || !first.equals(second)) {
            transfers.violated(
                    "RESENDS-SAME",
                    "the same request again: " + one.line() + " with " + Bodies.shown(one.body()),
                    other.line() + " with " + Bodies.shown(other.body()),
                    other.exchange());
        }
    }
}
