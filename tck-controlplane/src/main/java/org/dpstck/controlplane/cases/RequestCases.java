package org.dpstck.controlplane.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dpstck.controlplane.flow.Transfer;
import org.dpstck.controlplane.flow.Transfers;
import org.dpstck.core.check.Json;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Side;
import org.dpstck.core.exchange.Reply;
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
        var status = transfers.protocol().message("request").status();
        content.answered(reply, status, "TP-REQUEST-201", "for a request in its plain form");
        if (Replies.succeeded(reply)) {
            content.isJson(reply, "TP-JSON");
            tells(reply, "TP-REQUEST-PROCESS", transfer, transfers);
        }
    }

    /** A body that is the process: valid, with the id of the consumer, in a state that there is. */
    private static void tells(Reply reply, String requirement, Transfer transfer, Transfers transfers) {
        var content = transfers.content();
        var exchange = reply.exchange();
        content.dataspace(transfers.protocol().process(), reply.text(), requirement, exchange)
                .ifPresent(it -> {
                    var member = transfers.protocol().ids().get(Side.CONSUMER);
                    content.member(it.body(), member, transfer.counterParty().ownPid(), "TP-PROCESS-IDS", exchange);
                    it.text("state")
                            .filter(state ->
                                    transfers.protocol().machine().find(state).isEmpty())
                            .ifPresent(state -> transfers.violated(
                                    "TP-STATES",
                                    "one of the five states of a transfer process",
                                    "state is " + state,
                                    exchange));
                });
    }

    @Case(
            value = "TP-GET",
            title = "The state of a {0} process can be asked for",
            stimulus = "GET /transfers/:providerPid after a request was acknowledged.",
            expected = "HTTP 200 with a valid TransferProcess that names the same ids.",
            fix = "Serve the process below its own id, in the form in which requests are acknowledged.")
    @Verifies({"TP-GET-200", "TP-PROCESS-IDS", "TP-STATES"})
    @Rows("kinds")
    void asked(FlowKind kind, Transfers transfers) {
        var transfer = transfers.fresh(kind);
        transfers.acknowledged(transfer.request(), transfers.protocol().message("request"));
        var reply = transfer.get(transfer.systemPid().orElse(""));
        if (transfers.content().answered(reply, LIVES, "TP-GET-200", "for the id that the acknowledgement told")) {
            tells(reply, "TP-GET-200", transfer, transfers);
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
        message.put("tck:more", Map.of("deep", List.of(1, 2)));
        var reply = transfer.request(Json.text(message), "application/json");
        if (!Replies.succeeded(reply)) {
            transfers.violated(
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
    void uncallable(BadAddress address, Transfers transfers) {
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
        return Stream.of(BadAddress.values())
                .map(Row::of)
                .map(row -> row.needing(Capability.PROVIDER, Capability.PULL));
    }

    static Stream<Row> kinds(Edition edition) {
        return Kinds.providerRows(edition);
    }
}
