package org.dpstck.controlplane.cases;

import java.util.LinkedHashMap;
import java.util.stream.Stream;
import org.dpstck.controlplane.flow.Transfer;
import org.dpstck.controlplane.flow.Transfers;
import org.dpstck.core.check.Json;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Side;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.sut.Capability;

/** A provider is asked for a transfer (§Transfer Request Message). */
public final class RequestCases {

    private static final int LIVES = 200;

    @Case(
            value = "TP-REQUEST",
            title = "A request for a {0} transfer is acknowledged with the process",
            stimulus = "A TransferRequestMessage in its plain form, from a consumer that the suite plays.",
            expected = "HTTP 201 with a valid TransferProcess in JSON that names both sides' ids and a state.",
            fix = "Create the process, answer 201 with a TransferProcess, and repeat the id of the request in it.")
    @Verifies({"TP-REQUEST-201", "TP-REQUEST-PROCESS", "TP-PROCESS-IDS", "TP-JSON", "TP-STATES"})
    @Rows("kinds")
    void acknowledged(FlowKind kind, Transfers transfers) {
        var transfer = transfers.fresh(kind);
        var reply = transfer.request();
        var content = transfers.content();
        if (!Replies.succeeded(reply)) {
            content.answered(
                    reply,
                    transfers.protocol().message("request").status(),
                    "TP-REQUEST-201",
                    "for a request in its plain form");
            return;
        }
        content.answered(
                reply,
                transfers.protocol().message("request").status(),
                "TP-REQUEST-201",
                "for a request in its plain form");
        content.isJson(reply, "TP-JSON");
        var process =
                content.dataspace(transfers.protocol().process(), reply.text(), "TP-REQUEST-PROCESS", reply.exchange());
        process.ifPresent(it -> {
            content.member(
                    it.body(),
                    transfers.protocol().ids().get(Side.CONSUMER),
                    transfer.counterParty().ownPid(),
                    "TP-PROCESS-IDS",
                    reply.exchange());
            it.text("state")
                    .filter(state -> transfers.protocol().machine().find(state).isEmpty())
                    .ifPresent(state -> transfers
                            .judge()
                            .violated(
                                    "TP-STATES",
                                    "one of the five states of a transfer process",
                                    "state is " + state,
                                    reply.exchange()));
        });
    }

    @Case(
            value = "TP-GET",
            title = "The state of a {0} process can be asked for",
            stimulus = "GET /transfers/:providerPid after a request was acknowledged.",
            expected = "HTTP 200 with a valid TransferProcess that names the same ids.",
            fix = "Serve the process below its own id, in the form in which requests are acknowledged.")
    @Verifies({"TP-GET-200", "TP-PROCESS-IDS"})
    @Rows("kinds")
    void asked(FlowKind kind, Transfers transfers) {
        var transfer = transfers.fresh(kind);
        transfers.acknowledged(transfer.request(), transfers.protocol().message("request"));
        var reply = transfer.get(transfer.systemPid().orElse(""));
        var content = transfers.content();
        if (content.answered(reply, LIVES, "TP-GET-200", "for the id that the acknowledgement told")) {
            content.dataspace(transfers.protocol().process(), reply.text(), "TP-GET-200", reply.exchange())
                    .ifPresent(it -> content.member(
                            it.body(),
                            transfers.protocol().ids().get(Side.CONSUMER),
                            transfer.counterParty().ownPid(),
                            "TP-PROCESS-IDS",
                            reply.exchange()));
        }
    }

    @Case(
            value = "TP-REQUEST-REQUIRED",
            title = "A request without {0} is refused",
            stimulus = "The plain request was acknowledged. Now one that lacks a required member.",
            expected = "HTTP 4xx.",
            fix = "Validate the request before anything is created.")
    @Verifies("TP-REQUEST-REQUIRED")
    @Rows("required")
    void lacking(String member, Transfers transfers) {
        transfers.requireTwin(Kinds.PROVIDER_PULL);
        var transfer = transfers.fresh(Kinds.PROVIDER_PULL);
        var message = new LinkedHashMap<>(transfer.requestMessage());
        message.keySet().removeIf(name -> name.equals(member) || name.endsWith(":" + member));
        var reply = transfer.request(Json.text(message), "application/json");
        transfers.content().refused(reply, "TP-REQUEST-REQUIRED", "for a request without " + member);
    }

    static Stream<Row> required(Edition edition) {
        var protocol = edition.transfers().protocol();
        return protocol.required(protocol.message("request").type()).stream()
                // What a message means without its context is JSON-LD's affair.
                .filter(member -> !member.equals("@context"))
                .map(Row::of)
                .map(row -> row.needing(Capability.PROVIDER, Capability.PULL));
    }

    @Case(
            value = "TP-REQUEST-BODY",
            title = "A request whose body is {0} is refused",
            stimulus =
                    "The plain request was acknowledged. Now POST /transfers/request with something that is no message.",
            expected = "HTTP 4xx.",
            fix = "Answer 400 when the body does not parse or is no TransferRequestMessage.")
    @Verifies("TP-REQUEST-BODY")
    @Rows("malformations")
    void malformed(Malformation malformation, Transfers transfers) {
        transfers.requireTwin(Kinds.PROVIDER_PULL);
        var transfer = transfers.fresh(Kinds.PROVIDER_PULL);
        var reply = transfer.request(malformation.of(transfer.requestMessage()), "application/json");
        transfers.content().refused(reply, "TP-REQUEST-BODY", "for a body that is " + malformation.words());
    }

    static Stream<Row> malformations(Edition edition) {
        return Stream.of(Malformation.values())
                .map(Row::of)
                .map(row -> row.needing(Capability.PROVIDER, Capability.PULL));
    }

    @Case(
            value = "TP-REQUEST-EXTENSIBLE",
            title = "A request for a {0} with members that nobody knows is acknowledged",
            stimulus = "A TransferRequestMessage with two more members.",
            expected = "HTTP 2xx.",
            fix = "Ignore members that you do not know.")
    @Verifies("TP-REQUEST-EXTENSIBLE")
    @Rows("kinds")
    void extended(FlowKind kind, Transfers transfers) {
        transfers.requireTwin(kind);
        var transfer = transfers.fresh(kind);
        var message = new LinkedHashMap<>(transfer.requestMessage());
        message.put("tck:note", "of no meaning");
        message.put("tck:more", java.util.Map.of("deep", java.util.List.of(1, 2)));
        var reply = transfer.request(Json.text(message), "application/json");
        if (!Replies.succeeded(reply)) {
            transfers
                    .judge()
                    .violated(
                            "TP-REQUEST-EXTENSIBLE",
                            "HTTP 2xx for a request with further members",
                            Replies.observed(reply),
                            reply.exchange());
        }
    }

    @Case(
            value = "TP-REQUEST-CALLBACK",
            title = "A callback address that is {0} is refused",
            stimulus = "The plain request was acknowledged. Now one whose callbackAddress nobody can call.",
            expected = "HTTP 4xx: an unrecoverable error.",
            fix = "Check that callbackAddress is an absolute URI of a scheme that you can call.")
    @Verifies("TP-REQUEST-CALLBACK")
    @Rows("addresses")
    void uncallable(OddAddress address, Transfers transfers) {
        transfers.requireTwin(Kinds.PROVIDER_PULL);
        var transfer = transfers.fresh(Kinds.PROVIDER_PULL);
        var message = new LinkedHashMap<>(transfer.requestMessage());
        message.put("callbackAddress", address.value());
        var reply = transfer.request(Json.text(message), "application/json");
        transfers
                .content()
                .refused(reply, "TP-REQUEST-CALLBACK", "for the callbackAddress \"" + address.value() + "\"");
    }

    static Stream<Row> addresses(Edition edition) {
        return Stream.of(OddAddress.values())
                .map(Row::of)
                .map(row -> row.needing(Capability.PROVIDER, Capability.PULL));
    }

    @Case(
            value = "TP-REQUEST-AGREEMENT",
            title = "A request for a {0} under an agreement that does not exist is refused",
            stimulus = "The plain request was acknowledged. Now one with an agreementId made up at random.",
            expected = "HTTP 4xx; at least nothing starts.",
            fix = "Look the agreement up before the request is acknowledged.")
    @Verifies("TP-REQUEST-AGREEMENT")
    @Rows("kinds")
    void unknownAgreement(FlowKind kind, Transfers transfers) {
        transfers.requireTwin(kind);
        var transfer = transfers.under(Transfer.stranger(), kind);
        var reply = transfer.request();
        if (Replies.refused(reply)) {
            return;
        }
        if (!Replies.succeeded(reply)) {
            transfers.content().refused(reply, "TP-REQUEST-AGREEMENT", "for an unknown agreement");
            return;
        }
        var start = transfers.protocol().message("start");
        var started = transfer.counterParty()
                .inbox()
                .within(transfers.system().timeouts().quiet(), transfer.is(start));
        if (started.isEmpty()) {
            transfers
                    .judge()
                    .warned(
                            "TP-REQUEST-AGREEMENT",
                            184,
                            "HTTP 4xx for an unknown agreement",
                            Replies.observed(reply),
                            reply.exchange());
        } else {
            transfers
                    .judge()
                    .violated(
                            "TP-REQUEST-AGREEMENT",
                            "no transfer under an agreement that does not exist",
                            "the transfer was started: a " + start.type() + " arrived",
                            started.get(0).exchange());
        }
    }

    @Case(
            value = "TP-REQUEST-ADDRESS-PUSH-ONLY",
            title = "A request for a pull with a data address is refused",
            stimulus = "The plain request for a pull was acknowledged. Now one that brings a dataAddress.",
            expected = "HTTP 4xx; what is acknowledged nevertheless must not pass the address on to the data plane.",
            fix = "Refuse a dataAddress where the format does not require a push, or ignore it.")
    @Verifies("TP-REQUEST-ADDRESS-PUSH-ONLY")
    @Rows("pull")
    void addressOnPull(FlowKind kind, Transfers transfers) {
        transfers.requireTwin(kind);
        var transfer = transfers.fresh(kind);
        var message = new LinkedHashMap<>(transfer.requestMessage());
        message.put("dataAddress", transfer.address());
        var reply = transfer.request(Json.text(message), "application/json");
        if (!Replies.succeeded(reply)) {
            transfers.content().refused(reply, "TP-REQUEST-ADDRESS-PUSH-ONLY", "for a dataAddress on a pull");
            return;
        }
        var begin = transfers.signalFor(kind, "begin").orElseThrow();
        transfer.awaitsSignal(begin)
                .filter(arrival -> arrival.body().contains("\"dataAddress\""))
                .ifPresent(arrival -> transfers
                        .judge()
                        .violated(
                                "TP-REQUEST-ADDRESS-PUSH-ONLY",
                                "no dataAddress of the consumer in the signals of a pull",
                                "the dataAddress went to the data plane with " + begin.name(),
                                arrival.exchange()));
    }

    static Stream<Row> pull(Edition edition) {
        return Stream.of(Row.of(Kinds.PROVIDER_PULL));
    }

    @Case(
            value = "TP-REQUEST-REPEATED",
            title = "A request for a {0} that comes twice makes one process",
            stimulus = "The same TransferRequestMessage a second time, once the transfer has started.",
            expected = "Any answer but a server error; the process stays as it is, and no second one begins.",
            fix = "Look requests up by the id of the consumer before a process is made.")
    @Verifies("TP-REQUEST-REPEATED")
    @Rows("kinds")
    void repeated(FlowKind kind, Transfers transfers) {
        var transfer = transfers.in(kind, transfers.protocol().machine().state("STARTED"));
        var first = transfer.systemPid().orElse("");
        var reply = transfer.request();
        if (reply.answered() && reply.status() >= 500) {
            transfers
                    .judge()
                    .violated("TP-REQUEST-REPEATED", "no server error", Replies.observed(reply), reply.exchange());
            return;
        }
        var second = transfer.systemPid().orElse("");
        if (!second.equals(first)) {
            transfers
                    .judge()
                    .violated(
                            "TP-REQUEST-REPEATED",
                            "the process that there is, " + first,
                            "a second process for the same request: " + second,
                            reply.exchange());
        }
    }

    @Case(
            value = "TP-REQUEST-TRAILING-SLASH",
            title = "A callback address of a {0} that ends with a slash works",
            stimulus = "A TransferRequestMessage whose callbackAddress ends with a slash.",
            expected = "The TransferStartMessage arrives at its path below the address, with one slash between them.",
            fix = "Join the address and the path so that one slash stands between them.")
    @Verifies("TP-REQUEST-TRAILING-SLASH")
    @Rows("kinds")
    void trailingSlash(FlowKind kind, Transfers transfers) {
        var transfer = transfers.fresh(kind);
        var message = new LinkedHashMap<>(transfer.requestMessage());
        message.put("callbackAddress", transfer.counterParty().url() + "/");
        transfers.acknowledged(
                transfer.request(Json.text(message), "application/json"),
                transfers.protocol().message("request"));
        var start = transfers.protocol().message("start");
        var arrival = transfers.require(transfer.awaitsMessage(start), "the " + start.type(), "TP-SENDS-START");
        if (arrival.path().contains("//")) {
            transfers
                    .judge()
                    .violated(
                            "TP-REQUEST-TRAILING-SLASH",
                            "one slash between address and path",
                            arrival.line(),
                            arrival.exchange());
        }
    }

    static Stream<Row> kinds(Edition edition) {
        return Kinds.providerRows(edition);
    }
}
