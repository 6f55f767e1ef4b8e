package org.dpstck.controlplane.cases;

import java.util.stream.Stream;
import org.dpstck.controlplane.cases.FailureCases.Failure;
import org.dpstck.controlplane.flow.Answers;
import org.dpstck.controlplane.flow.Script;
import org.dpstck.controlplane.flow.Transfer;
import org.dpstck.controlplane.flow.Transfers;
import org.dpstck.core.check.AddressCheck;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Json;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.Side;
import org.dpstck.core.edition.TransferMessage;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.standin.Served;

/** What becomes of a transfer whose data plane or counter-party does not do as it should (§Start, §ERROR - Transfer Error). */
public final class OutcomeCases {

    private static final int BAD_REQUEST = 400;
    private static final int ATTEMPTS = 3;

    @Case(
            value = "TP-FINAL-ANYWAY",
            title = "A {0} that the other side ends by {2} stays ended, although its data plane answers {3}",
            stimulus = "A started transfer; the counter-party ends it; the data plane does not take the signal.",
            expected = "HTTP 2xx for the message, and the terminal state whatever the data plane answers.",
            fix =
                    "End the process when the message is acknowledged, and leave the data plane to an operator or to retries.")
    @Verifies("TP-FINAL")
    @Rows("ends")
    void endsAnyway(FlowKind kind, Operation signal, TransferMessage message, Failure failure, Transfers transfers) {
        var script = Script.obedient().answering(signal.name(), failure.answer());
        var transfer = transfers.in(kind, transfers.protocol().machine().state("STARTED"), script);
        transfers.passes(transfer, message);
        transfers.settled(transfer, message.state());
        transfers.require(transfer.awaitsSignal(signal), "the signal " + signal.name(), signal.requirementSent());
        var quiet = transfers.system().timeouts().quiet();
        // Whoever tries again does so before anything is decided.
        transfer.flow().inbox().await(transfer.is(signal), ATTEMPTS, quiet);
        transfers
                .leaves(transfer, message.state())
                .ifPresent(state -> transfers.violated(
                        "TP-FINAL",
                        "state " + message.state() + " after the " + message.type()
                                + ", although the data plane answered " + signal.name() + " with " + failure.words(),
                        "state is " + state,
                        null));
    }

    static Stream<Row> ends(Edition edition) {
        return Passing.rows(edition, Kinds.provider())
                .filter(row -> ((TransferMessage) row.arguments().get(2)).name().matches("termination|completion"))
                .flatMap(row -> Stream.of(Failure.CONFLICT, Failure.INTERNAL, Failure.DROPPED)
                        .map(failure -> Row.of(
                                row.arguments().get(0),
                                row.arguments().get(1),
                                row.arguments().get(2),
                                failure)));
    }

    @Case(
            value = "FLOW-NO-ADDRESS",
            title = "A {0} whose data plane tells no data address does not go on without one",
            stimulus =
                    "The data plane answers the signal that opens the flow with a success that lacks the dataAddress.",
            expected = "No {1} without a dataAddress.",
            fix = "Treat an answer without the dataAddress that the other side needs as a failure.")
    @Verifies("{requirement}")
    @Rows("addressed")
    void lacksAddress(FlowKind kind, TransferMessage message, Transfers transfers) {
        var begin = transfers.signalFor(kind, "begin").orElseThrow();
        var transfer =
                transfers.fresh(kind).following(Script.obedient().answering(begin.name(), Answers::doneWithoutAddress));
        var quiet = transfers.system().timeouts().quiet();
        if (kind.side() == Side.PROVIDER) {
            transfers.begun(transfer);
            transfers.require(transfer.awaitsSignal(begin), "the signal " + begin.name(), "SENDS-START");
            transfer.counterParty().inbox().within(quiet, transfer.is(message));
        } else {
            transfers.prepared(transfer, quiet);
        }
        transfer.messages(message).stream()
                .filter(arrival -> Bodies.object(arrival.body())
                        .filter(AddressCheck::carries)
                        .isEmpty())
                .findFirst()
                .ifPresent(arrival -> transfers.violated(
                        kind.side() == Side.PROVIDER ? "TP-START-ADDRESS-PULL" : "TP-SENDS-ADDRESS-PUSH",
                        "no " + message.type() + " without a dataAddress about a flow whose data plane told none",
                        "a " + message.type() + " without dataAddress: " + Bodies.shown(arrival.body()),
                        arrival.exchange()));
    }

    static Stream<Row> addressed(Edition edition) {
        var protocol = edition.transfers().protocol();
        return Stream.concat(
                Stream.of(Row.of(Kinds.PROVIDER_PULL, protocol.message("start")).verifying("TP-START-ADDRESS-PULL")),
                Kinds.prepared(edition).map(row -> Row.of(Kinds.CONSUMER_PUSH, protocol.message("request"))
                        .verifying("TP-SENDS-ADDRESS-PUSH")));
    }

    @Case(
            value = "TP-ERROR-NO-TRANSITION",
            title = "A {0} whose start the other side answers with an error has not started",
            stimulus = "The counter-party answers the TransferStartMessage with HTTP 400 and a TransferError.",
            expected = "Any state but STARTED.",
            fix = "Move when your message is acknowledged; an error leaves the process where it was, or ends it.")
    @Verifies("TP-ERROR-NO-TRANSITION")
    @Rows("kinds")
    void errorMovesNothing(FlowKind kind, Transfers transfers) {
        var start = transfers.protocol().message("start");
        var transfer = transfers.fresh(kind);
        transfer.counterParty().answering(start.name(), (message, arrival) -> error(transfer, transfers));
        transfers.begun(transfer);
        transfers.require(transfer.awaitsMessage(start), "the " + start.type(), "TP-SENDS-START");
        var termination = transfers.protocol().message("termination");
        transfer.counterParty().inbox().within(transfers.system().timeouts().quiet(), transfer.is(termination));
        transfer.state()
                .filter("STARTED"::equals)
                .ifPresent(state -> transfers.violated(
                        "TP-ERROR-NO-TRANSITION",
                        "a state other than STARTED where the " + start.type() + " was answered with a TransferError",
                        "state is STARTED",
                        null));
    }

    private static Served error(Transfer transfer, Transfers transfers) {
        return Served.json(BAD_REQUEST, Json.text(transfer.counterParty().error()));
    }

    static Stream<Row> kinds(Edition edition) {
        return Kinds.providerRows(edition);
    }
}
