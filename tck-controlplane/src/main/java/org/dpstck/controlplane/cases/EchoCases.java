package org.dpstck.controlplane.cases;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.dpstck.controlplane.flow.Answers;
import org.dpstck.controlplane.flow.Script;
import org.dpstck.controlplane.flow.Transfer;
import org.dpstck.controlplane.flow.Transfers;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Callback;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.Side;
import org.dpstck.core.edition.TransferMessage;
import org.dpstck.core.edition.TransferRules;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.sut.Capability;

/** What leads to nothing: messages that are refused, callbacks that are repeated, starts of what has ended. */
public final class EchoCases {

    @Case(
            value = "TP-ILLEGAL-SILENT",
            title = "A {2} message that a {0} gets once more tells its data plane nothing",
            stimulus = "The process is where the message has led it already; the counter-party sends it a second time.",
            expected =
                    "A refusal, or an acknowledgement of what is so already; and no second signal at the data plane.",
            fix = "Pass on to the data plane what has moved the process, and nothing else.")
    @Verifies({"TP-ILLEGAL", "SENDS-ONCE"})
    @Rows("repeated")
    void reachesNobody(FlowKind kind, Operation signal, TransferMessage message, Transfers transfers) {
        var transfer = transfers.in(kind, transfers.protocol().machine().state(message.state()));
        var before = transfer.signals(signal).size();
        var reply = transfer.sends(message);
        var all = transfer.flow()
                .inbox()
                .await(
                        transfer.is(signal),
                        before + 1,
                        transfers.system().timeouts().quiet());
        if (all.size() > before) {
            var refused = Replies.refused(reply);
            transfers.violated(
                    refused ? "TP-ILLEGAL" : "SENDS-ONCE",
                    "no further request of " + signal.name() + " at the data plane for a " + message.type()
                            + (refused ? " that is refused" : " that moves nothing"),
                    "a further request of " + signal.name(),
                    all.get(before).exchange());
        }
    }

    static Stream<Row> repeated(Edition edition) {
        var rules = edition.transfers();
        var suspension = rules.protocol().message("suspension");
        var start = rules.protocol().message("start");
        return Stream.concat(
                Kinds.consumer().flatMap(kind -> row(kind, start, "REQUESTED", edition)),
                Stream.of(Kinds.PROVIDER_PULL, Kinds.CONSUMER_PULL)
                        .flatMap(kind -> row(kind, suspension, "STARTED", edition))
                        .map(row -> row.needing(Capability.SUSPEND)));
    }

    private static Stream<Row> row(FlowKind kind, TransferMessage message, String from, Edition edition) {
        var rules = edition.transfers();
        var event = TransferRules.event(message, rules.machine().state(from));
        return rules.signal(kind.side(), event).map(edition::operation).stream()
                .map(signal -> Row.of(kind, signal, message));
    }

    @Case(
            value = "TAKES-AGAIN",
            title = "The callback {1} of a {0} that comes twice tells the other side once",
            stimulus = "The data plane calls back, and again when the other side has been told.",
            expected = "Any answer to the second one but a server error, and one message to the other side in all.",
            fix = "Let the second callback find the process where the first one has led it.")
    @Verifies({"TAKES-REPEATED", "TP-SENDS-ONCE"})
    @Rows("callbacks")
    void tellsOnce(FlowKind kind, Callback callback, TransferMessage message, Transfers transfers) {
        var transfer = before(kind, callback, transfers);
        transfer.dataPlane().callsBack(callback);
        transfers.require(
                transfer.awaitsMessage(message),
                "the " + message.type(),
                "TAKES-" + callback.name().toUpperCase(Locale.ROOT));
        var again = transfer.dataPlane().callsBack(callback);
        withoutServerError(callback, again, transfers);
        transfer.counterParty()
                .inbox()
                .await(transfer.is(message), 2, transfers.system().timeouts().quiet());
        var told = transfer.messages(message);
        if (told.size() > 1) {
            transfers.violated(
                    "TP-SENDS-ONCE",
                    "one " + message.type() + " for a callback " + callback.name() + " that comes twice",
                    told.size() + " of them",
                    told.get(1).exchange());
        }
    }

    private static void withoutServerError(Callback callback, Reply reply, Transfers transfers) {
        if (reply.answered() && reply.status() >= 500) {
            transfers.violated(
                    "TAKES-REPEATED",
                    "no server error for a second callback " + callback.name(),
                    Replies.observed(reply),
                    reply.exchange());
        }
    }

    private static Transfer before(FlowKind kind, Callback callback, Transfers transfers) {
        if (!callback.name().equals("prepared")) {
            return transfers.in(kind, transfers.protocol().machine().state("STARTED"));
        }
        var prepare = transfers.signalFor(kind, "begin").orElseThrow();
        var transfer = transfers.fresh(kind).following(Script.obedient().answering(prepare.name(), Answers::later));
        transfers.prepared(transfer, transfers.system().timeouts().quiet());
        transfers.require(
                transfer.hasFlow() ? transfer.signals(prepare).stream().findFirst() : Optional.<Arrival>empty(),
                "the signal " + prepare.name(),
                "SENDS-PREPARE");
        return transfer;
    }

    static Stream<Row> callbacks(Edition edition) {
        var terminating = edition.requirements().containsKey("ERRORED-TERMINATES");
        return Stream.of(
                        row(Kinds.CONSUMER_PUSH, "prepared", "request", edition),
                        row(Kinds.PROVIDER_PUSH, "completed", "completion", edition),
                        terminating ? row(Kinds.PROVIDER_PUSH, "errored", "termination", edition) : Stream.<Row>empty())
                .flatMap(row -> row);
    }

    private static Stream<Row> row(FlowKind kind, String callback, String message, Edition edition) {
        return edition.callbacks().containsKey(callback)
                ? Stream.of(Row.of(
                        kind,
                        edition.callback(callback),
                        edition.transfers().protocol().message(message)))
                : Stream.empty();
    }

    @Case(
            value = "SENDS-TERMINATE-BEFORE",
            title = "The data flow of a {0} that is terminated while it is {1} is terminated, and nothing starts",
            stimulus = "The counter-party terminates before the transfer has started.",
            expected = "The signal terminate at the data plane, and no TransferStartMessage after the end.",
            fix =
                    "Terminate whatever flow the data plane has made, once its id is known, and look at the state before you tell.")
    @Verifies({"SENDS-TERMINATE", "TP-FINAL"})
    @Rows("unstarted")
    void endsBefore(FlowKind kind, Moment moment, Transfers transfers) {
        var begin = transfers.signalFor(kind, "begin").orElseThrow();
        var terminate = transfers.signalFor(kind, "terminate").orElseThrow();
        var transfer = transfers.fresh(kind);
        if (moment == Moment.UNANSWERED) {
            transfer.following(Script.obedient()
                    .answering(
                            begin.name(),
                            Answers.slowly(transfers.system().timeouts().quiet())));
            transfers.begun(transfer);
            transfers.require(transfer.awaitsSignal(begin), "the signal " + begin.name(), "SENDS-START");
        } else {
            transfers.lead(
                    following(transfer, begin), transfers.protocol().machine().state("REQUESTED"));
        }
        var termination = transfers.protocol().message("termination");
        transfers.passes(transfer, termination);
        if (transfer.awaitsSignal(terminate).isEmpty()) {
            transfers.violated(
                    "SENDS-TERMINATE",
                    terminate.line() + " for a flow that was " + moment + " when its transfer was terminated",
                    "no such request within the time for callbacks",
                    null);
        }
        startsNothing(transfer, moment, transfers);
    }

    private static Transfer following(Transfer transfer, Operation begin) {
        return transfer.kind().side() == Side.PROVIDER
                ? transfer.following(Script.obedient().answering(begin.name(), Answers::later))
                : transfer;
    }

    /** What the data plane still says of the start must not be told any more. */
    private static void startsNothing(Transfer transfer, Moment moment, Transfers transfers) {
        if (moment == Moment.STARTING) {
            transfer.dataPlane().callsBack(transfers.edition().callback("started"));
        }
        var start = transfers.protocol().message("start");
        if (transfer.kind().side() == Side.PROVIDER) {
            transfer.counterParty().inbox().within(transfers.system().timeouts().quiet(), transfer.is(start)).stream()
                    .findFirst()
                    .ifPresent(arrival -> transfers.violated(
                            "TP-FINAL",
                            "no " + start.type() + " about a transfer that was terminated while its flow was " + moment,
                            "a " + start.type() + " arrived",
                            arrival.exchange()));
        }
    }

    static Stream<Row> unstarted(Edition edition) {
        var starting =
                Kinds.startedLater(edition).map(row -> Row.of(row.arguments().get(0), Moment.STARTING));
        var prepared = Kinds.prepared(edition).map(row -> Row.of(row.arguments().get(0), Moment.PREPARED));
        return Stream.of(starting, Stream.of(Row.of(Kinds.PROVIDER_PUSH, Moment.UNANSWERED)), prepared)
                .flatMap(rows -> rows);
    }

    /** Where the data flow is when the end comes. */
    enum Moment {
        /** The data plane has answered 202. */
        STARTING,
        /** The data plane has been asked, and has not answered. */
        UNANSWERED,
        /** The data plane has been prepared; the provider has not started. */
        PREPARED
    }
}
