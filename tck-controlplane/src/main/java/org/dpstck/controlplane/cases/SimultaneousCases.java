package org.dpstck.controlplane.cases;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dpstck.controlplane.flow.DspMessage;
import org.dpstck.controlplane.flow.Transfers;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.exchange.Simultaneous;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.CaseContext;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.verdict.Unjudgeable;

/** Messages of the counter-party that come at the same moment, or one right behind the other. */
public final class SimultaneousCases {

    private static final int SERVER_ERROR = 500;

    @Case(
            value = "TP-REQUEST-SIMULTANEOUS",
            title = "Two equal requests for a {0} that come at the same time make one process",
            stimulus = "The plain request was acknowledged once. Now a new one is sent twice at the same time.",
            expected =
                    "One process: both answers name it, or one of them is a client error. A second process draws a warning.",
            fix = "Look the request up and add the process in one step, under a lock or with a unique index.")
    @Verifies("TP-REQUEST-REPEATED")
    @Rows("pull")
    void makesOne(FlowKind kind, Transfers transfers, CaseContext context) {
        transfers.requireTwin(kind);
        var transfer = transfers.fresh(kind);
        var replies = twice(transfer::request, context);
        answered(replies, "TP-REQUEST-REPEATED", "of two equal requests at the same time", transfers);
        var made = replies.stream()
                .filter(Replies::succeeded)
                .flatMap(reply -> Bodies.object(reply.text()).stream())
                .flatMap(body -> DspMessage.of(body, transfers.protocol()).pid(kind.side()).stream())
                .distinct()
                .toList();
        if (made.size() > 1) {
            transfers.violated(
                    "TP-REQUEST-REPEATED",
                    "one process for two equal requests that come at the same time: " + made.get(0),
                    "a second process: " + made.get(1),
                    replies.get(1).exchange());
        }
    }

    static Stream<Row> pull(Edition edition) {
        return Stream.of(Row.of(Kinds.PROVIDER_PULL));
    }

    @Case(
            value = "SENDS-{1}-SIMULTANEOUS",
            title = "Two equal terminations of a {0} that come at the same time end its data flow once",
            stimulus =
                    "A started transfer; the counter-party sends its TransferTerminationMessage twice at the same time.",
            expected =
                    "An acknowledgement or a client error for each of them, and one request of {1} at the data plane.",
            fix = "Decide on a message and move the process in one step, and pass on what has moved it.")
    @Verifies({"SENDS-ONCE", "TP-TERMINATION-200"})
    @Rows("terminated")
    void endsOnce(FlowKind kind, Operation terminate, Transfers transfers, CaseContext context) {
        var transfer = transfers.in(kind, transfers.protocol().machine().state("STARTED"));
        var termination = transfers.protocol().message("termination");
        var replies = twice(() -> transfer.sends(termination), context);
        answered(replies, "TP-TERMINATION-200", "of two equal terminations at the same time", transfers);
        var taken = replies.stream().filter(Replies::succeeded).findFirst().orElse(replies.get(0));
        transfers.acknowledged(taken, termination);
        transfers.require(transfer.awaitsSignal(terminate), "the signal " + terminate.name(), "SENDS-TERMINATE");
        var quiet = transfers.system().timeouts().quiet();
        var all = transfer.flow().inbox().await(transfer.is(terminate), 2, quiet);
        if (all.size() > 1) {
            transfers.violated(
                    "SENDS-ONCE",
                    "one request of " + terminate.name() + " for two equal " + termination.type()
                            + "s that come at the same time",
                    all.size() + " requests",
                    all.get(1).exchange());
        }
    }

    static Stream<Row> terminated(Edition edition) {
        return signal("terminate", edition).map(terminate -> Row.of(Kinds.PROVIDER_PULL, terminate));
    }

    @Case(
            value = "SENDS-IN-ORDER",
            title = "A {0} that is suspended and terminated at once is not suspended after its end",
            stimulus =
                    "A started transfer; the counter-party suspends it, and terminates it as soon as the suspension is"
                            + " acknowledged.",
            expected = "No request of {1} at the data plane after that of {2}; it may be left out.",
            fix = "Send the signals about one transfer one after the other, in the order of its transitions.")
    @Verifies("TP-FINAL")
    @Rows("ordered")
    void keepsOrder(FlowKind kind, Operation suspend, Operation terminate, Transfers transfers) {
        var transfer = transfers.in(kind, transfers.protocol().machine().state("STARTED"));
        for (var name : List.of("suspension", "termination")) {
            var message = transfers.protocol().message(name);
            transfers.acknowledged(transfer.sends(message), message);
        }
        transfers.require(transfer.awaitsSignal(terminate), "the signal " + terminate.name(), "SENDS-TERMINATE");
        var ended = transfer.signals(terminate).get(0);
        var before = transfer.signals(suspend).size();
        var quiet = transfers.system().timeouts().quiet();
        var all =
                before > 0 ? transfer.signals(suspend) : transfer.flow().inbox().await(transfer.is(suspend), 1, quiet);
        all.stream()
                .filter(arrival -> arrival.at().isAfter(ended.at()))
                .findFirst()
                .ifPresent(late -> transfers.violated(
                        "TP-FINAL",
                        "no request of " + suspend.name() + " after that of " + terminate.name(),
                        suspend.line() + " for a flow that was told to end before",
                        late.exchange()));
    }

    static Stream<Row> ordered(Edition edition) {
        return signal("terminate", edition).flatMap(terminate -> signal("suspend", edition)
                .map(suspend -> Row.of(Kinds.PROVIDER_PULL, suspend, terminate).needing(Capability.SUSPEND)));
    }

    private static Stream<Operation> signal(String event, Edition edition) {
        return edition.transfers().signal(Kinds.PROVIDER_PULL.side(), event).map(edition::operation).stream();
    }

    private static List<Reply> twice(Supplier<Reply> request, CaseContext context) {
        return Simultaneous.replies(context.journal(), List.of(request, request));
    }

    private static void answered(List<Reply> replies, String requirement, String which, Transfers transfers) {
        replies.stream().filter(reply -> !reply.answered()).findFirst().ifPresent(reply -> {
            throw Unjudgeable.inconclusive(
                    "one " + which + " found no answer: " + reply.failure().text());
        });
        replies.stream()
                .filter(reply -> reply.status() >= SERVER_ERROR)
                .findFirst()
                .ifPresent(reply -> transfers.violated(
                        requirement, "no server error for one " + which, Replies.observed(reply), reply.exchange()));
    }
}
