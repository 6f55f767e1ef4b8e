package org.dpstck.controlplane.cases;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dpstck.controlplane.flow.Answers;
import org.dpstck.controlplane.flow.Script;
import org.dpstck.controlplane.flow.Transfers;
import org.dpstck.core.check.AddressCheck;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Json;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.standin.Arrival;

/** A consumer's control plane, made to ask for transfers by a trigger (§Push and Pull Protocol Messaging). */
public final class ConsumerCases {

    @Case(
            value = "SENDS-PREPARE",
            title = "The data plane of a {0} is prepared before the provider is asked",
            stimulus = "The trigger makes the control plane request a transfer.",
            expected =
                    "POST /dataflows/prepare with a valid DataFlowPrepareMessage, and only then the TransferRequestMessage.",
            fix = "Prepare the data plane first: for a push the request needs its data address.")
    @Verifies({"SENDS-PREPARE", "SENDS-PREPARE-MESSAGE", "SENDS-JSON", "SENDS-ONCE"})
    @Rows("push")
    void prepares(FlowKind kind, Transfers transfers) {
        var transfer = transfers.fresh(kind);
        var request = transfers.asked(transfer);
        var prepare = begin(kind, transfers);
        var signals = transfer.hasFlow() ? transfer.signals(prepare) : List.<Arrival>of();
        if (signals.isEmpty()
                || request.isPresent()
                        && signals.get(0).at().isAfter(request.get().at())) {
            transfers.violated(
                    "SENDS-PREPARE",
                    prepare.line() + " before the TransferRequestMessage",
                    signals.isEmpty() ? "no such request" : "the request came first",
                    signals.isEmpty() ? null : signals.get(0).exchange());
            return;
        }
        if (transfer.signals(prepare).size() > 1) {
            var again = transfer.signals(prepare).get(1);
            transfers.violated("SENDS-ONCE", "one request of prepare", "2 requests", again.exchange());
        }
        transfers.content().isJson(signals.get(0), "SENDS-JSON");
        transfers
                .content()
                .signal(
                        transfers.edition().message(prepare.message()),
                        signals.get(0),
                        prepare.requirementSent("MESSAGE"));
    }

    @Case(
            value = "TP-SENDS-REQUEST",
            title = "The provider of a {0} is asked with a valid request",
            stimulus = "The trigger makes the control plane request a transfer from the suite.",
            expected = "One valid TransferRequestMessage at /transfers/request with the agreement and the format.",
            fix = "Fill the request from what was asked for, and send it to the address of the counter-party.")
    @Verifies({"TP-SENDS-REQUEST", "TP-SENDS-REQUEST-MESSAGE", "TP-JSON", "TP-SENDS-ONCE"})
    @Rows("kinds")
    void requests(FlowKind kind, Transfers transfers) {
        var transfer = transfers.fresh(kind);
        var arrival = transfers.asked(transfer);
        var message = transfers.protocol().message("request");
        if (arrival.isEmpty()) {
            transfers.violated(
                    "TP-SENDS-REQUEST",
                    "a " + message.type() + " at " + message.path() + " below the address of the counter-party",
                    "none within the time for callbacks",
                    null);
            return;
        }
        var exchange = arrival.get().exchange();
        transfers.content().isJson(arrival.get(), "TP-JSON");
        transfers
                .content()
                .dataspace(message.type(), arrival.get().body(), "TP-SENDS-REQUEST-MESSAGE", exchange)
                .ifPresent(request -> {
                    var content = transfers.content();
                    content.member(
                            request.body(),
                            "agreementId",
                            transfer.ids().agreement(),
                            "TP-SENDS-REQUEST-MESSAGE",
                            exchange);
                    content.member(
                            request.body(),
                            "format",
                            transfers.transferType(kind),
                            "TP-SENDS-REQUEST-MESSAGE",
                            exchange);
                });
        transfers.settled(transfer, "REQUESTED");
        var all = transfer.messages(message);
        if (all.size() > 1) {
            transfers.violated(
                    "TP-SENDS-ONCE",
                    "one " + message.type(),
                    all.size() + " of them",
                    all.get(1).exchange());
        }
    }

    @Case(
            value = "TP-SENDS-ADDRESS",
            title = "The request of a {0} carries the data address of the consumer's data plane, or none",
            stimulus =
                    "The trigger makes the control plane request a transfer; for a push the data plane answers prepare with a"
                            + " dataAddress.",
            expected = "For a push that dataAddress in the TransferRequestMessage, for a pull none.",
            fix = "Pass the dataAddress of the prepared data plane on to the provider of a push, and of a push alone.")
    @Verifies({"TP-SENDS-ADDRESS-PUSH", "RELAYS-PREPARED-ADDRESS?"})
    @Rows("kinds")
    void address(FlowKind kind, Transfers transfers) {
        var transfer = transfers.fresh(kind);
        var request = transfers.require(transfers.asked(transfer), "the TransferRequestMessage", "TP-SENDS-REQUEST");
        var carried = Bodies.object(request.body()).filter(AddressCheck::carries);
        var due = kind.equals(Kinds.CONSUMER_PUSH);
        if (due && carried.isPresent() && transfers.judge().covers("RELAYS-PREPARED-ADDRESS")) {
            Addresses.same(
                    transfer.flow().address(),
                    request.body(),
                    "RELAYS-PREPARED-ADDRESS",
                    transfers.judge(),
                    request.exchange());
        } else if (due != carried.isPresent()) {
            transfers.violated(
                    "TP-SENDS-ADDRESS-PUSH",
                    due ? "a dataAddress in the request for a push" : "no dataAddress in the request for a pull",
                    due
                            ? "no dataAddress in " + Bodies.shown(request.body())
                            : "dataAddress "
                                    + Bodies.shown(
                                            carried.get().get("dataAddress").toString()),
                    request.exchange());
        }
    }

    @Case(
            value = "TAKES-PREPARED",
            title = "A {0} whose data plane is still preparing is requested after the callback",
            stimulus = "The data plane answers prepare with 202, and calls prepared after a while.",
            expected = "No TransferRequestMessage before the callback; HTTP 200 for it; then the request.",
            fix = "Treat 202 as a promise: ask the provider when the callback comes.")
    @Verifies({"TAKES-PREPARED", "ASYNCHRONOUS-WAIT"})
    @Rows("push")
    void waits(FlowKind kind, Transfers transfers) {
        var prepare = begin(kind, transfers);
        var transfer = transfers.fresh(kind).following(Script.obedient().answering(prepare.name(), Answers::later));
        var request = transfers.protocol().message("request");
        var early = transfers.prepared(transfer, transfers.system().timeouts().quiet());
        if (early.isPresent()) {
            transfers.violated(
                    "ASYNCHRONOUS-WAIT",
                    "no " + request.type() + " while the flow is PREPARING",
                    "a " + request.type() + " before the callback prepared",
                    early.get().exchange());
            return;
        }
        transfers.require(
                transfer.signals(prepare).stream().findFirst(), "the signal " + prepare.name(), "SENDS-PREPARE");
        var reply = transfer.dataPlane().callsBack(transfers.edition().callback("prepared"));
        if (!transfers.content().answered(reply, 200, "TAKES-PREPARED", "for the callback prepared")) {
            return;
        }
        if (transfer.awaitsMessage(request).isEmpty()) {
            transfers.violated(
                    "TAKES-PREPARED",
                    "a " + request.type() + " after the callback prepared",
                    "none within the time for callbacks",
                    reply.exchange());
        }
    }

    @Case(
            value = "SENDS-{1}",
            title = "The data plane of a {0} is told when the provider has started",
            stimulus =
                    "The provider that the suite plays sends its TransferStartMessage, with a dataAddress for a pull.",
            expected =
                    "The signal of the edition with a valid message; the provider's dataAddress for a pull, none for a push.",
            fix = "Pass the start on to the data plane, with the address of a pull.")
    @Verifies({
        "SENDS-{1}",
        "SENDS-{1}-MESSAGE",
        "SENDS-PULL-STARTED-ADDRESS",
        "SENDS-PUSH-STARTED-NO-ADDRESS?",
        "SENDS-FLOW-ID"
    })
    @Rows("started")
    void started(FlowKind kind, Operation signal, Transfers transfers) {
        var transfer = transfers.in(kind, transfers.protocol().machine().state("REQUESTED"));
        var start = transfers.protocol().message("start");
        var sent = transfer.plain(start);
        transfers.passes(transfer, start, Json.text(sent));
        var arrival = transfer.awaitsSignal(signal);
        if (arrival.isEmpty()) {
            transfers.violated(
                    "SENDS-" + signal.name().toUpperCase(Locale.ROOT),
                    signal.line() + " after the " + start.type(),
                    "no such request within the time for callbacks",
                    null);
            return;
        }
        var exchange = arrival.get().exchange();
        transfers
                .content()
                .signal(
                        transfers.edition().message(signal.message()),
                        arrival.get(),
                        signal.requirementSent("MESSAGE"));
        if (kind.equals(Kinds.CONSUMER_PULL)) {
            Addresses.same(
                    Addresses.of(sent),
                    arrival.get().body(),
                    "SENDS-PULL-STARTED-ADDRESS",
                    transfers.judge(),
                    exchange);
        } else if (transfers.judge().covers("SENDS-PUSH-STARTED-NO-ADDRESS")) {
            Bodies.object(arrival.get().body())
                    .filter(AddressCheck::carries)
                    .ifPresent(body -> transfers.violated(
                            "SENDS-PUSH-STARTED-NO-ADDRESS",
                            "no dataAddress in the " + signal.name() + " request of a push",
                            "dataAddress "
                                    + Bodies.shown(body.get("dataAddress").toString()),
                            exchange));
        }
    }

    static Stream<Row> started(Edition edition) {
        return Kinds.consumer()
                .flatMap(kind -> edition
                        .transfers()
                        .signal(kind.side(), "start")
                        .map(edition::operation)
                        .map(signal -> Row.of(kind, signal))
                        .stream());
    }

    static Stream<Row> push(Edition edition) {
        return Kinds.prepared(edition);
    }

    static Stream<Row> kinds(Edition edition) {
        return Kinds.consumer().map(Row::of);
    }

    private static Operation begin(FlowKind kind, Transfers transfers) {
        return transfers.signalFor(kind, "begin").orElseThrow();
    }
}
