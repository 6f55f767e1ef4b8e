package org.dpstck.controlplane.cases;

import java.util.LinkedHashMap;
import java.util.stream.Stream;
import org.dpstck.controlplane.flow.Transfer;
import org.dpstck.controlplane.flow.Transfers;
import org.dpstck.core.check.Json;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Level;
import org.dpstck.core.edition.Side;
import org.dpstck.core.edition.State;
import org.dpstck.core.edition.TransferMessage;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.sut.Capability;

/** Messages about a process that there is: their codes, their form, and the process that they name. */
public final class ConversationCases {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    @Case(
            value = "TP-{1}-ACKNOWLEDGED",
            title = "A {1} message about a {0} gets HTTP 200",
            stimulus = "A process in a state from which the message has an edge; then the message in its plain form.",
            expected = "HTTP 200.",
            fix = "Answer 200 once the transition is made.")
    @Verifies("TP-{1}-200")
    @Rows("messages")
    void acknowledged(FlowKind kind, TransferMessage message, Transfers transfers) {
        var transfer = transfers.in(kind, from(message, kind, transfers));
        transfers
                .content()
                .answered(
                        transfers.settling(transfer, message),
                        OK,
                        message.requirement("200"),
                        "for the " + message.type());
    }

    @Case(
            value = "TP-{1}-BODY",
            title = "A {1} message about a {0} whose body is {2} is refused",
            stimulus =
                    "A process in a state from which the message has an edge; then something that is no such message.",
            expected = "HTTP 4xx, and the state stays.",
            fix = "Validate the body before anything moves.")
    @Verifies({"TP-{1}-BODY", "TP-ERROR-BODY"})
    @Rows("malformed")
    void malformed(FlowKind kind, TransferMessage message, Malformation malformation, Transfers transfers) {
        var from = from(message, kind, transfers);
        var transfer = transfers.in(kind, from);
        var reply = transfer.sends(message, malformation.of(transfer.plain(message)), "application/json");
        var requirement = message.requirement("BODY");
        if (transfers.content().refused(reply, requirement, "for a body that is " + malformation.words())) {
            stays(transfer, from.name(), requirement, reply, transfers);
            if (reply.body().length > 0) {
                transfers
                        .content()
                        .dataspace(transfers.protocol().error(), reply.text(), "TP-ERROR-BODY", reply.exchange());
            }
        }
    }

    @Case(
            value = "TP-UNKNOWN",
            title = "A {1} message about a process that a {0} does not have is refused",
            stimulus = "A process was acknowledged; now the message goes to the path of an id made up at random.",
            expected = "HTTP 404.",
            fix = "Look the process up before anything else and answer 404 when there is none.")
    @Verifies("TP-UNKNOWN-404")
    @Rows("messages")
    void unknown(FlowKind kind, TransferMessage message, Transfers transfers) {
        var transfer = transfers.in(kind, from(message, kind, transfers));
        var reply =
                transfer.sends(message, Transfer.stranger(), Json.text(transfer.plain(message)), "application/json");
        missing(reply, transfers);
    }

    @Case(
            value = "TP-GET-UNKNOWN",
            title = "The state of a process that there is not: {0}",
            stimulus = "A request was acknowledged; now GET /transfers/:pid with an id made up at random.",
            expected = "HTTP 404.",
            fix = "Answer 404 when there is no process of that id.")
    @Verifies("TP-UNKNOWN-404")
    @Rows("provider")
    void unknownState(FlowKind kind, Transfers transfers) {
        transfers.requireTwin(kind);
        missing(transfers.fresh(kind).get(Transfer.stranger()), transfers);
    }

    private static void missing(Reply reply, Transfers transfers) {
        var strict = transfers.edition().requirement("TP-UNKNOWN-404").level() == Level.MUST;
        if (strict) {
            transfers.content().answered(reply, NOT_FOUND, "TP-UNKNOWN-404", "for an id that names no process");
        } else {
            transfers.content().refused(reply, "TP-UNKNOWN-404", "for an id that names no process");
        }
    }

    @Case(
            value = "TP-MESSAGE-IDS",
            title = "A {1} message that names another process than its path of a {0}",
            stimulus =
                    "A process in a state from which the message has an edge; then the message with other ids in its body.",
            expected = "HTTP 4xx; a success draws a warning.",
            fix = "Compare the ids of the body with the process that the path names.")
    @Verifies("TP-MESSAGE-IDS")
    @Rows("messages")
    void otherIds(FlowKind kind, TransferMessage message, Transfers transfers) {
        var from = from(message, kind, transfers);
        var transfer = transfers.in(kind, from);
        var body = new LinkedHashMap<>(transfer.plain(message));
        transfers.protocol().carries().forEach(member -> body.put(member, Transfer.stranger()));
        var reply = transfer.sends(message, Json.text(body), "application/json");
        if (Replies.succeeded(reply)) {
            transfers.warned(
                    "TP-MESSAGE-IDS",
                    185,
                    "HTTP 4xx for ids of another process",
                    Replies.observed(reply),
                    reply.exchange());
        } else if (transfers.content().refused(reply, "TP-MESSAGE-IDS", "for ids of another process")) {
            stays(transfer, from.name(), "TP-MESSAGE-IDS", reply, transfers);
        }
    }

    static Stream<Row> messages(Edition edition) {
        return FlowKind.all().stream().flatMap(kind -> edition.transfers().protocol().sentTo(kind.side()).stream()
                .filter(message -> !message.begins())
                .map(message -> row(Row.of(kind, message), message)));
    }

    static Stream<Row> malformed(Edition edition) {
        return messages(edition)
                .filter(row -> row.arguments().get(0).equals(Kinds.PROVIDER_PULL)
                        || row.arguments().get(0).equals(Kinds.CONSUMER_PULL))
                .flatMap(row -> Stream.of(Malformation.values())
                        .map(malformation -> row(
                                Row.of(row.arguments().get(0), row.arguments().get(1), malformation),
                                (TransferMessage) row.arguments().get(1))));
    }

    static Stream<Row> provider(Edition edition) {
        return Kinds.providerRows(edition);
    }

    /** A provider is asked to start again only what is suspended. */
    private static Row row(Row row, TransferMessage message) {
        return message.name().equals("start") && ((FlowKind) row.arguments().get(0)).side() == Side.PROVIDER
                ? row.needing(Capability.SUSPEND)
                : row;
    }

    private static State from(TransferMessage message, FlowKind kind, Transfers transfers) {
        var machine = transfers.protocol().machine();
        if (!message.name().equals("start")) {
            return machine.state("STARTED");
        }
        return machine.state(kind.side() == Side.PROVIDER ? "SUSPENDED" : "REQUESTED");
    }

    private static void stays(Transfer transfer, String state, String requirement, Reply reply, Transfers transfers) {
        transfer.state()
                .filter(told -> !told.equals(state))
                .ifPresent(told -> transfers.violated(
                        requirement, "state " + state + " as before", "state is " + told, reply.exchange()));
    }
}
