package org.dpstck.controlplane.cases;

import java.util.Optional;
import java.util.stream.Stream;
import org.dpstck.controlplane.flow.Transfer;
import org.dpstck.controlplane.flow.Transfers;
import org.dpstck.core.check.AddressCheck;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.verdict.Unjudgeable;

/** What a provider's control plane sends to its data plane (§Data Plane Endpoint). */
public final class SignalCases {

    private static final String PARTICIPANTS = "SENDS-PARTICIPANTS";

    @Case(
            value = "SENDS-START",
            title = "A requested {0} transfer is started at the data plane",
            stimulus = "A TransferRequestMessage; the suite's data plane is registered for its format.",
            expected = "POST /dataflows/start with a valid DataFlowStartMessage in JSON.",
            fix =
                    "Send the start request of the edition, with every required property, once the request is acknowledged.")
    @Verifies({"SENDS-START", "SENDS-START-MESSAGE", "SENDS-JSON", "SENDS-JSON-LD?", "SENDS-TRANSFER-TYPE?"})
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
    @Rows("identified")
    void identifies(FlowKind kind, Transfers transfers) {
        var first = transfers.begun(transfers.fresh(kind));
        var begin = begin(kind, transfers);
        var one = transfers.require(first.awaitsSignal(begin), "the signal " + begin.name(), "SENDS-START");
        names(kind, first, one, transfers);
        var second = transfers.begun(transfers.fresh(kind));
        if (!second.hasFlow() && first.signals(begin).size() > 1) {
            differs(one, first.signals(begin).get(1), "processId", "SENDS-PROCESS-ID", transfers);
            return;
        }
        var other = transfers.require(second.awaitsSignal(begin), "the signal " + begin.name(), "SENDS-START");
        differs(one, other, "processId", "SENDS-PROCESS-ID", transfers);
        differs(one, other, "messageId", "SENDS-MESSAGE-ID", transfers);
    }

    /** An edition that asks for none of the members leaves nothing to look at. */
    static Stream<Row> identified(Edition edition) {
        var asked = Stream.of("SENDS-AGREEMENT", "SENDS-TRANSFER-TYPE", "SENDS-PROCESS-ID", "SENDS-MESSAGE-ID")
                .anyMatch(edition.requirements()::containsKey);
        return asked ? Kinds.providerRows(edition) : Stream.empty();
    }

    private static void names(FlowKind kind, Transfer transfer, Arrival arrival, Transfers transfers) {
        var body = Bodies.object(arrival.body());
        if (body.isEmpty() || !transfers.judge().covers("SENDS-AGREEMENT")) {
            return;
        }
        var content = transfers.content();
        content.member(body.get(), "agreementId", transfer.ids().agreement(), "SENDS-AGREEMENT", arrival.exchange());
        var declared = transfers.edition().message(begin(kind, transfers).message());
        var member = declared.declares("profile") ? "profile" : "transferType";
        var told = transfers.edition().transfers().naming().of(declared.name()).stream()
                .anyMatch(each ->
                        each.member().equals(member) && each.members().stream().allMatch(body.get()::has));
        if (told && !body.get().has(member)) {
            return; // What the case SENDS-START warns of.
        }
        content.member(body.get(), member, transfers.transferType(kind), "SENDS-TRANSFER-TYPE", arrival.exchange());
    }

    private static void differs(Arrival one, Arrival other, String member, String requirement, Transfers transfers) {
        var value = Bodies.object(one.body()).flatMap(body -> Bodies.string(body, member));
        var again = Bodies.object(other.body()).flatMap(body -> Bodies.string(body, member));
        if (value.isPresent() && value.equals(again) && transfers.judge().covers(requirement)) {
            transfers.violated(
                    requirement,
                    "another " + member + " for another transfer",
                    member + " \"" + value.get() + "\" a second time",
                    other.exchange());
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
                        transfers.edition().transfers().naming().pushAddress(),
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
    @Verifies("SENDS-PULL-NO-ADDRESS?")
    @Rows("pull")
    void withholdsAddress(FlowKind kind, Transfers transfers) {
        begun(kind, transfers, (transfer, arrival) -> Bodies.object(arrival.body())
                .filter(AddressCheck::carries)
                .ifPresent(body -> transfers.violated(
                        "SENDS-PULL-NO-ADDRESS",
                        "no dataAddress in the start request of a pull",
                        "dataAddress " + Bodies.shown(body.get("dataAddress").toString()),
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
            transfers.violated(
                    "SENDS-CALLBACK-ADDRESS",
                    "an absolute URL as callbackAddress",
                    told.map(it -> "callbackAddress is " + it).orElse("no callbackAddress"),
                    arrival.exchange());
            return;
        }
        var reply = transfer.dataPlane().callsBack(transfers.edition().callback("started"));
        if (!Replies.succeeded(reply)) {
            transfers.violated(
                    "SENDS-CALLBACK-ADDRESS",
                    "HTTP 2xx for the callback started below the callbackAddress " + told.get(),
                    Replies.observed(reply),
                    reply.exchange());
        }
    }

    static Stream<Row> callbackAddress(Edition edition) {
        return edition.requirements().containsKey("SENDS-CALLBACK-ADDRESS")
                ? Kinds.providerRows(edition)
                : Stream.empty();
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
            transfers.violated(
                    "SENDS-START",
                    begin.line() + " once a transfer was requested",
                    "no such request within the time for callbacks",
                    null);
        } else {
            transfers.require(arrival, "the signal " + begin.name(), "SENDS-START");
        }
    }

    @Case(
            value = "SENDS-PARTICIPANTS",
            title = "Messages about a {0} and a {1} have sender and counter-party the same way round",
            stimulus =
                    "A transfer is requested of the provider, and the trigger makes the consumer request one of the same"
                            + " counter-party.",
            expected = "participantId and counterPartyId of start are not those of prepare exchanged.",
            fix = "Put the participant that the control plane acts for into participantId, and the other one into"
                    + " counterPartyId.")
    @Verifies(PARTICIPANTS)
    @Rows("bothSides")
    void tellsWhoIsWho(FlowKind provider, FlowKind consumer, Transfers transfers) {
        var start = first(provider, transfers);
        var prepare = first(consumer, transfers);
        var own = member(start, "participantId");
        var other = member(start, "counterPartyId");
        if (own.isEmpty() || other.isEmpty() || own.equals(other)) {
            throw Unjudgeable.inconclusive(
                    "a prerequisite failed: the start does not tell two participants;" + " see the cases SENDS-START");
        }
        if (own.equals(member(prepare, "counterPartyId")) && other.equals(member(prepare, "participantId"))) {
            transfers.violated(
                    PARTICIPANTS,
                    "participantId and counterPartyId the same way round in " + begin(provider, transfers) + " and "
                            + begin(consumer, transfers) + ", whose other side is the same",
                    "participantId \"" + own.get() + "\" in the one and counterPartyId \"" + own.get()
                            + "\" in the other",
                    start.exchange());
        }
    }

    /** Where messages name the participants. */
    static Stream<Row> bothSides(Edition edition) {
        return edition.requirements().containsKey(PARTICIPANTS)
                ? Stream.of(Row.of(Kinds.PROVIDER_PULL, Kinds.CONSUMER_PUSH))
                : Stream.empty();
    }

    private static Arrival first(FlowKind kind, Transfers transfers) {
        var begin = begin(kind, transfers);
        return transfers.require(
                transfers.begun(transfers.fresh(kind)).awaitsSignal(begin),
                "the signal " + begin.name(),
                begin.requirementSent("MESSAGE"));
    }

    private static Optional<String> member(Arrival arrival, String name) {
        return Bodies.object(arrival.body()).flatMap(body -> Bodies.string(body, name));
    }

    private static Operation begin(FlowKind kind, Transfers transfers) {
        return transfers.signalFor(kind, "begin").orElseThrow();
    }
}
