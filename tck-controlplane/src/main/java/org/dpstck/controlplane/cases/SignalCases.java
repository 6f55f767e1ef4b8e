package org.dpstck.controlplane.cases;

import java.util.HashSet;
import java.util.stream.Stream;
import org.dpstck.controlplane.flow.Transfer;
import org.dpstck.controlplane.flow.Transfers;
import org.dpstck.core.check.AddressCheck;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.TransferMessage;
import org.dpstck.core.edition.TransferRules;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.standin.Arrival;

/** What a provider's control plane sends to its data plane (§Data Plane Endpoint). */
public final class SignalCases {

    @Case(
            value = "SENDS-START",
            title = "A requested {0} transfer is started at the data plane",
            stimulus = "A TransferRequestMessage; the suite's data plane is registered for its format.",
            expected = "POST /dataflows/start with a valid DataFlowStartMessage in JSON.",
            fix =
                    "Send the start request of the edition, with every required property, once the request is acknowledged.")
    @Verifies({"SENDS-START", "SENDS-START-MESSAGE", "SENDS-JSON"})
    @Rows("kinds")
    void starts(FlowKind kind, Transfers transfers) {
        begun(kind, transfers, (transfer, arrival) -> {
            var begin = begin(kind, transfers);
            transfers.content().isJson(arrival, "SENDS-JSON");
            transfers
                    .content()
                    .signal(transfers.edition().message(begin.message()), arrival, begin.requirementSent("MESSAGE"));
        });
    }

    @Case(
            value = "SENDS-IDENTITY",
            title = "The start of a {0} carries the agreement, the transfer type and an id of the process",
            stimulus = "Two TransferRequestMessages under the agreement of the description.",
            expected =
                    "agreementId and the transfer type of the request in both; processId and messageId differ between the two.",
            fix = "Fill the message from the transfer process that it is about.")
    @Verifies({"SENDS-AGREEMENT?", "SENDS-TRANSFER-TYPE?", "SENDS-PROCESS-ID?", "SENDS-MESSAGE-ID?", "SENDS-START"})
    @Rows("kinds")
    void identifies(FlowKind kind, Transfers transfers) {
        var processes = new HashSet<String>();
        var messages = new HashSet<String>();
        for (int i = 0; i < 2; i++) {
            begun(kind, transfers, (transfer, arrival) -> Bodies.object(arrival.body())
                    .ifPresent(body -> {
                        var content = transfers.content();
                        if (transfers.judge().covers("SENDS-AGREEMENT")) {
                            content.member(
                                    body,
                                    "agreementId",
                                    transfer.ids().agreement(),
                                    "SENDS-AGREEMENT",
                                    arrival.exchange());
                            var member = body.has("profile") ? "profile" : "transferType";
                            var declared = transfers
                                    .edition()
                                    .message(begin(kind, transfers).message());
                            member = declared.declares(member)
                                    ? member
                                    : declared.declares("profile") ? "profile" : "transferType";
                            content.member(
                                    body,
                                    member,
                                    transfers.transferType(kind),
                                    "SENDS-TRANSFER-TYPE",
                                    arrival.exchange());
                            differs(processes, body.path("processId").asString(""), "processId", transfers, arrival);
                            differs(messages, body.path("messageId").asString(""), "messageId", transfers, arrival);
                        }
                    }));
        }
    }

    private static void differs(
            HashSet<String> seen, String value, String member, Transfers transfers, Arrival arrival) {
        if (!seen.add(value) && !value.isEmpty()) {
            transfers
                    .judge()
                    .violated(
                            member.equals("processId") ? "SENDS-PROCESS-ID" : "SENDS-MESSAGE-ID",
                            "another " + member + " for another transfer",
                            member + " \"" + value + "\" a second time",
                            arrival.exchange());
        }
    }

    @Case(
            value = "SENDS-PUSH-ADDRESS",
            title = "The consumer's data address reaches the provider's data plane in a push",
            stimulus = "A TransferRequestMessage for a push, with a dataAddress.",
            expected = "The start request carries the same endpointType, endpoint and endpointProperties.",
            fix = "Pass the dataAddress of the request on to the data plane.")
    @Verifies("SENDS-PUSH-ADDRESS")
    @Rows("push")
    void passesAddress(FlowKind kind, Transfers transfers) {
        begun(
                kind,
                transfers,
                (transfer, arrival) -> Addresses.same(
                        transfer.address(),
                        arrival.body(),
                        "SENDS-PUSH-ADDRESS",
                        transfers.judge(),
                        arrival.exchange()));
    }

    static Stream<Row> push(Edition edition) {
        return Stream.of(Row.of(Kinds.PROVIDER_PUSH));
    }

    @Case(
            value = "SENDS-PULL-NO-ADDRESS",
            title = "The start of a pull carries no data address",
            stimulus = "A TransferRequestMessage for a pull.",
            expected = "The start request has no dataAddress.",
            fix = "Leave dataAddress out of the start request of a pull: the data plane makes it.")
    @Verifies("SENDS-PULL-NO-ADDRESS")
    @Rows("pull")
    void withholdsAddress(FlowKind kind, Transfers transfers) {
        begun(kind, transfers, (transfer, arrival) -> Bodies.object(arrival.body())
                .filter(AddressCheck::carries)
                .ifPresent(body -> transfers
                        .judge()
                        .violated(
                                "SENDS-PULL-NO-ADDRESS",
                                "no dataAddress in the start request of a pull",
                                "dataAddress "
                                        + Bodies.shown(body.get("dataAddress").toString()),
                                arrival.exchange())));
    }

    static Stream<Row> pull(Edition edition) {
        return Stream.of(Row.of(Kinds.PROVIDER_PULL));
    }

    @Case(
            value = "SENDS-CALLBACK-ADDRESS",
            title = "The callback address in the start of a {0} takes callbacks",
            stimulus = "The data plane answers start with 202 and calls started at the callbackAddress of the message.",
            expected = "A callbackAddress that is an absolute URL; HTTP 2xx for the callback below it.",
            fix = "Tell the address where you serve /transfers/:transferId/dataflow/….")
    @Verifies("SENDS-CALLBACK-ADDRESS")
    @Rows("callbackAddress")
    void tellsCallbackAddress(FlowKind kind, Transfers transfers) {
        var transfer = transfers.in(kind, transfers.protocol().machine().state("REQUESTED"));
        var begin = begin(kind, transfers);
        var arrival = transfers.require(transfer.awaitsSignal(begin), "the signal " + begin.name(), "SENDS-START");
        var told = Bodies.object(arrival.body()).flatMap(body -> Bodies.string(body, "callbackAddress"));
        if (told.isEmpty() || !told.get().matches("https?://.+")) {
            transfers
                    .judge()
                    .violated(
                            "SENDS-CALLBACK-ADDRESS",
                            "an absolute URL as callbackAddress",
                            told.map(it -> "callbackAddress is " + it).orElse("no callbackAddress"),
                            arrival.exchange());
            return;
        }
        var reply = transfer.callsBack(transfers.edition().callback("started"));
        if (!org.dpstck.core.check.Replies.succeeded(reply)) {
            transfers
                    .judge()
                    .violated(
                            "SENDS-CALLBACK-ADDRESS",
                            "HTTP 2xx for the callback started below the callbackAddress " + told.get(),
                            org.dpstck.core.check.Replies.observed(reply),
                            reply.exchange());
        }
    }

    static Stream<Row> callbackAddress(Edition edition) {
        return edition.requirements().containsKey("SENDS-CALLBACK-ADDRESS")
                ? Kinds.providerRows(edition)
                : Stream.empty();
    }

    @Case(
            value = "SENDS-{1}",
            title = "A {0} transfer: after {2} the data plane is told to {1}",
            stimulus = "The counter-party sends its message; the transfer moves.",
            expected = "The signal of the edition at the flow's own path, with a valid message, once.",
            fix = "Pass the transition on to the data plane, under the id that it gave the flow.")
    @Verifies({"SENDS-{1}", "SENDS-{1}-MESSAGE?", "SENDS-{1}-EMPTY?", "SENDS-FLOW-ID", "SENDS-ONCE"})
    @Rows("passed")
    void passesOn(FlowKind kind, Operation signal, TransferMessage message, Transfers transfers) {
        var machine = transfers.protocol().machine();
        var from = machine.state(message.name().equals("start") ? "SUSPENDED" : "STARTED");
        var transfer = transfers.in(kind, from);
        transfers.acknowledged(transfer.sends(message), message);
        var arrival = transfer.awaitsSignal(signal);
        if (arrival.isEmpty()) {
            missing(transfer, signal, message, transfers);
            return;
        }
        if (signal.message() != null) {
            transfers
                    .content()
                    .signal(
                            transfers.edition().message(signal.message()),
                            arrival.get(),
                            signal.requirementSent("MESSAGE"));
        } else if (!arrival.get().body().isBlank()) {
            transfers
                    .judge()
                    .warned(
                            signal.requirementSent("EMPTY"),
                            48,
                            "an empty body",
                            Bodies.shown(arrival.get().body()),
                            arrival.get().exchange());
        }
        transfers.settled(transfer, message.state());
        var all = transfer.signals(signal);
        if (all.size() > 1) {
            transfers
                    .judge()
                    .violated(
                            "SENDS-ONCE",
                            "one request of " + signal.name(),
                            all.size() + " requests",
                            all.get(1).exchange());
        }
    }

    private static void missing(Transfer transfer, Operation signal, TransferMessage message, Transfers transfers) {
        var strays = transfer.flow().inbox().all().stream()
                .filter(arrival -> arrival.path().contains(transfer.flow().id()))
                .filter(arrival ->
                        transfers.edition().find(arrival.exchange().purpose()).isEmpty())
                .toList();
        transfers
                .judge()
                .violated(
                        "SENDS-" + signal.name().toUpperCase(java.util.Locale.ROOT),
                        signal.line() + " after the " + message.type(),
                        strays.isEmpty()
                                ? "no such request within the time for callbacks"
                                : strays.get(0).line(),
                        strays.isEmpty() ? null : strays.get(0).exchange());
    }

    static Stream<Row> passed(Edition edition) {
        var rules = edition.transfers();
        return Kinds.provider().flatMap(kind -> rules.protocol().sentTo(kind.side()).stream()
                .filter(message -> !message.begins())
                // A completion by the consumer tells a provider that pushes nothing.
                .filter(message -> !(message.name().equals("completion") && kind.equals(Kinds.PROVIDER_PUSH)))
                .flatMap(message -> rules
                        .signal(
                                kind.side(),
                                TransferRules.event(
                                        message,
                                        rules.machine()
                                                .state(message.name().equals("start") ? "SUSPENDED" : "STARTED")))
                        .map(edition::operation)
                        .filter(signal -> !signal.name().equals("start-flow"))
                        .map(signal -> Row.of(kind, signal, message))
                        .stream()));
    }

    @Case(
            value = "SENDS-START-ONCE",
            title = "A {0} transfer is started once",
            stimulus = "A TransferRequestMessage; the data plane starts at once; then the transfer is terminated.",
            expected = "One start request in all that time.",
            fix = "Do not repeat a request that was answered with a success.")
    @Verifies("SENDS-ONCE")
    @Rows("kinds")
    void startsOnce(FlowKind kind, Transfers transfers) {
        var transfer = transfers.in(kind, transfers.protocol().machine().state("TERMINATED"));
        var all = transfer.signals(begin(kind, transfers));
        if (all.size() > 1) {
            transfers
                    .judge()
                    .violated(
                            "SENDS-ONCE",
                            "one start request",
                            all.size() + " start requests",
                            all.get(1).exchange());
        }
    }

    static Stream<Row> kinds(Edition edition) {
        return Kinds.providerRows(edition);
    }

    private interface Look {
        void at(Transfer transfer, Arrival arrival);
    }

    private static void begun(FlowKind kind, Transfers transfers, Look look) {
        var transfer = transfers.fresh(kind);
        transfers.acknowledged(transfer.request(), transfers.protocol().message("request"));
        var begin = begin(kind, transfers);
        var arrival = transfer.awaitsSignal(begin);
        if (arrival.isPresent()) {
            look.at(transfer, arrival.get());
        } else if (transfers.judge().covers("SENDS-START")) {
            transfers
                    .judge()
                    .violated(
                            "SENDS-START",
                            begin.line() + " once a transfer was requested",
                            "no such request within the time for callbacks",
                            null);
        } else {
            transfers.require(arrival, "the signal " + begin.name(), "SENDS-START");
        }
    }

    private static Operation begin(FlowKind kind, Transfers transfers) {
        return transfers.signalFor(kind, "begin").orElseThrow();
    }
}
