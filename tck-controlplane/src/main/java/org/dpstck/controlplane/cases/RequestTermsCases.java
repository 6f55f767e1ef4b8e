package org.dpstck.controlplane.cases;

import java.util.LinkedHashMap;
import java.util.stream.Stream;
import org.dpstck.controlplane.flow.Transfer;
import org.dpstck.controlplane.flow.Transfers;
import org.dpstck.core.check.Json;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;

/** What a provider is asked for: agreements, addresses, and the same a second time (§Transfer Request Message). */
public final class RequestTermsCases {

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
            transfers.warned(
                    "TP-REQUEST-AGREEMENT",
                    184,
                    "HTTP 4xx for an unknown agreement",
                    Replies.observed(reply),
                    reply.exchange());
        } else {
            transfers.violated(
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
                .ifPresent(arrival -> transfers.violated(
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
            transfers.violated("TP-REQUEST-REPEATED", "no server error", Replies.observed(reply), reply.exchange());
            return;
        }
        var second = transfer.systemPid().orElse("");
        if (!second.equals(first)) {
            transfers.violated(
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
            transfers.violated(
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
