package org.dpstck.controlplane.cases;

import java.util.stream.Stream;
import org.dpstck.controlplane.flow.Transfers;
import org.dpstck.core.check.AddressCheck;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Direction;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Side;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;

/** What a provider's control plane tells the consumer (§Transfer Start Message and its like). */
public final class AnnouncementCases {

    @Case(
            value = "TP-SENDS-START",
            title = "The consumer of a {0} is told that the transfer has started",
            stimulus = "A TransferRequestMessage; the data plane starts at once.",
            expected = "One valid TransferStartMessage at /transfers/:consumerPid/start below the callbackAddress.",
            fix = "Send the TransferStartMessage when the data plane has started the flow.")
    @Verifies({"TP-SENDS-START", "TP-SENDS-START-MESSAGE", "TP-SENDS-IDS", "TP-JSON", "TP-SENDS-ONCE"})
    @Rows("kinds")
    void start(FlowKind kind, Transfers transfers) {
        var transfer = transfers.fresh(kind);
        transfers.acknowledged(transfer.request(), transfers.protocol().message("request"));
        var start = transfers.protocol().message("start");
        var arrival = transfer.awaitsMessage(start);
        if (arrival.isEmpty()) {
            transfers.violated(
                    "TP-SENDS-START",
                    "a " + start.type() + " at " + start.path() + " below the callbackAddress",
                    "none within the time for callbacks",
                    null);
            return;
        }
        transfers.content().isJson(arrival.get(), "TP-JSON");
        transfers
                .content()
                .dataspace(
                        start.type(),
                        arrival.get().body(),
                        "TP-SENDS-START-MESSAGE",
                        arrival.get().exchange())
                .ifPresent(message -> transfers
                        .content()
                        .member(
                                message.body(),
                                transfers.protocol().ids().get(Side.CONSUMER),
                                transfer.counterParty().ownPid(),
                                "TP-SENDS-IDS",
                                arrival.get().exchange()));
        transfers.settled(transfer, "STARTED");
        var all = transfer.messages(start);
        if (all.size() > 1) {
            transfers.violated(
                    "TP-SENDS-ONCE",
                    "one " + start.type(),
                    all.size() + " of them",
                    all.get(1).exchange());
        }
    }

    @Case(
            value = "TP-START-ADDRESS-PULL",
            title = "The consumer of a pull is told the data address that the data plane made",
            stimulus = "A TransferRequestMessage for a pull; the data plane answers start with a dataAddress.",
            expected = "The TransferStartMessage carries that dataAddress.",
            fix = "Pass the dataAddress of the data plane's answer on to the consumer.")
    @Verifies({"TP-START-ADDRESS-PULL", "RELAYS-STARTED-ADDRESS"})
    @Rows("pull")
    void address(FlowKind kind, Transfers transfers) {
        var transfer = transfers.fresh(kind);
        transfers.acknowledged(transfer.request(), transfers.protocol().message("request"));
        var start = transfers.protocol().message("start");
        var arrival = transfers.require(transfer.awaitsMessage(start), "the " + start.type(), "TP-SENDS-START");
        if (Bodies.object(arrival.body()).filter(AddressCheck::carries).isEmpty()) {
            transfers.violated(
                    "TP-START-ADDRESS-PULL",
                    "a dataAddress in the " + start.type() + " of a pull",
                    "no dataAddress in " + Bodies.shown(arrival.body()),
                    arrival.exchange());
            return;
        }
        Addresses.relayed(transfer.flow().address(), arrival, "RELAYS-STARTED-ADDRESS", transfers);
    }

    static Stream<Row> pull(Edition edition) {
        return Stream.of(Row.of(Kinds.PROVIDER_PULL));
    }

    @Case(
            value = "TP-START-ADDRESS-PUSH",
            title = "The consumer of a push is told no data address",
            stimulus = "A TransferRequestMessage for a push.",
            expected = "The TransferStartMessage has no dataAddress.",
            fix = "Leave dataAddress out of the TransferStartMessage of a push.")
    @Verifies("TP-START-ADDRESS-PUSH")
    @Rows("push")
    void noAddress(FlowKind kind, Transfers transfers) {
        var transfer = transfers.fresh(kind);
        transfers.acknowledged(transfer.request(), transfers.protocol().message("request"));
        var start = transfers.protocol().message("start");
        var arrival = transfers.require(transfer.awaitsMessage(start), "the " + start.type(), "TP-SENDS-START");
        Bodies.object(arrival.body())
                .filter(AddressCheck::carries)
                .ifPresent(body -> transfers.violated(
                        "TP-START-ADDRESS-PUSH",
                        "no dataAddress in the " + start.type() + " of a push",
                        "dataAddress " + Bodies.shown(body.get("dataAddress").toString()),
                        arrival.exchange()));
    }

    static Stream<Row> push(Edition edition) {
        return Stream.of(Row.of(Kinds.PROVIDER_PUSH));
    }

    @Case(
            value = "ASYNCHRONOUS-WAIT",
            title = "A {0} that the data plane is still starting is not told as started",
            stimulus = "The data plane answers start with 202, and calls started after a while.",
            expected =
                    "No TransferStartMessage and no state STARTED before the callback; both after it, of a pull with the address of"
                            + " the callback.",
            fix = "Treat 202 as a promise: go on when the callback comes.")
    @Verifies({"ASYNCHRONOUS-WAIT", "TAKES-STARTED", "RELAYS-STARTED-ADDRESS?"})
    @Rows("later")
    void waits(FlowKind kind, Transfers transfers) {
        var transfer = transfers.in(kind, transfers.protocol().machine().state("REQUESTED"));
        var start = transfers.protocol().message("start");
        var early = transfer.counterParty()
                .inbox()
                .within(transfers.system().timeouts().quiet(), transfer.is(start));
        if (!early.isEmpty()) {
            transfers.violated(
                    "ASYNCHRONOUS-WAIT",
                    "no " + start.type() + " while the flow is STARTING",
                    "a " + start.type() + " before the callback started",
                    early.get(0).exchange());
            return;
        }
        transfer.state()
                .filter(state -> state.equals("STARTED"))
                .ifPresent(state -> transfers.violated(
                        "ASYNCHRONOUS-WAIT",
                        "a state other than STARTED while the flow is STARTING",
                        "state is STARTED",
                        null));
        var reply = transfer.dataPlane().callsBack(transfers.edition().callback("started"));
        transfers.content().answered(reply, 200, "TAKES-STARTED", "for the callback started");
        var told = transfer.awaitsMessage(start);
        if (told.isEmpty()) {
            transfers.violated(
                    "TAKES-STARTED",
                    "a " + start.type() + " after the callback started",
                    "none within the time for callbacks",
                    reply.exchange());
        } else if (kind.direction() == Direction.PULL && transfers.judge().covers("RELAYS-STARTED-ADDRESS")) {
            var arrival = told.get();
            Bodies.object(arrival.body())
                    .filter(AddressCheck::carries)
                    .ifPresent(body -> Addresses.same(
                            transfer.flow().address(),
                            arrival.body(),
                            "RELAYS-STARTED-ADDRESS",
                            transfers.judge(),
                            arrival.exchange()));
        }
    }

    @Case(
            value = "TAKES-REPEATED",
            title = "The callback started of a {0} that comes twice starts the transfer once",
            stimulus = "The data plane answered start with 202; it calls started twice.",
            expected = "One TransferStartMessage, and the state STARTED after both.",
            fix = "Let the second callback find the process where the first one has led it.")
    @Verifies({"TAKES-REPEATED", "TP-SENDS-ONCE"})
    @Rows("later")
    void repeated(FlowKind kind, Transfers transfers) {
        var transfer = transfers.in(kind, transfers.protocol().machine().state("REQUESTED"));
        var started = transfers.edition().callback("started");
        var start = transfers.protocol().message("start");
        transfer.dataPlane().callsBack(started);
        transfers.require(transfer.awaitsMessage(start), "the " + start.type(), "TAKES-STARTED");
        var again = transfer.dataPlane().callsBack(started);
        if (again.answered() && again.status() >= 500) {
            transfers.violated(
                    "TAKES-REPEATED",
                    "no server error for a second callback",
                    Replies.observed(again),
                    again.exchange());
        }
        transfer.counterParty()
                .inbox()
                .await(transfer.is(start), 2, transfers.system().timeouts().quiet());
        var told = transfer.messages(start);
        if (told.size() > 1) {
            transfers.violated(
                    "TP-SENDS-ONCE",
                    "one " + start.type(),
                    told.size() + " of them",
                    told.get(1).exchange());
        }
        transfers
                .settled(transfer, "STARTED")
                .filter(state -> !state.equals("STARTED"))
                .ifPresent(state -> transfers.violated(
                        "TAKES-REPEATED", "state STARTED after two callbacks started", "state is " + state, null));
    }

    static Stream<Row> later(Edition edition) {
        return Kinds.startedLater(edition);
    }

    static Stream<Row> kinds(Edition edition) {
        return Kinds.providerRows(edition);
    }
}
