package org.dpstck.controlplane.cases;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.stream.Stream;
import org.dpstck.controlplane.flow.Transfer;
import org.dpstck.controlplane.flow.Transfers;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Json;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Callback;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.sut.Capability;

/** Ids that belong to one message, one process, one data flow (§Data Plane Endpoint, §Control Plane Endpoint). */
public final class IdentityCases {

    private static final String JSON = "application/json";
    private static final int FOREIGN_FLOW = 227;

    @Case(
            value = "SENDS-MESSAGE-ID",
            title = "Every signal about a {0} bears a messageId of its own",
            stimulus = "A transfer is started, suspended and terminated by the counter-party.",
            expected = "Another messageId in each signal; a request that is sent again unchanged bears the same.",
            fix = "Make a new id for each message, whatever process or data flow it is about.")
    @Verifies("SENDS-MESSAGE-ID?")
    @Rows("numbered")
    void numbers(FlowKind kind, Operation suspend, Operation terminate, Transfers transfers) {
        var transfer = transfers.in(kind, transfers.protocol().machine().state("STARTED"));
        for (var name : new String[] {"suspension", "termination"}) {
            var message = transfers.protocol().message(name);
            transfers.acknowledged(transfer.sends(message), message);
            var signal = name.equals("suspension") ? suspend : terminate;
            transfers.require(transfer.awaitsSignal(signal), "the signal " + signal.name(), signal.requirementSent());
        }
        var seen = new HashMap<String, Arrival>();
        for (var arrival : transfer.flow().inbox().all()) {
            var id = Bodies.object(arrival.body()).flatMap(body -> Bodies.string(body, "messageId"));
            var before = id.map(text -> seen.putIfAbsent(text, arrival)).orElse(null);
            if (before != null && !isRepeated(before, arrival)) {
                transfers.violated(
                        "SENDS-MESSAGE-ID",
                        "a messageId of its own in " + arrival.line(),
                        "messageId \"" + id.orElseThrow() + "\" a second time, after " + before.line(),
                        arrival.exchange());
                return;
            }
        }
    }

    private static boolean isRepeated(Arrival one, Arrival other) {
        return one.line().equals(other.line()) && one.body().equals(other.body());
    }

    /** Where signals bear ids that something says are unique. */
    static Stream<Row> numbered(Edition edition) {
        return edition.requirements().containsKey("SENDS-MESSAGE-ID")
                ? Stream.of(Kinds.PROVIDER_PULL, Kinds.CONSUMER_PUSH).flatMap(kind -> signal(kind, "suspend", edition)
                        .filter(suspend -> suspend.message() != null
                                && edition.message(suspend.message()).declares("messageId"))
                        .flatMap(suspend -> signal(kind, "terminate", edition)
                                .map(terminate ->
                                        Row.of(kind, suspend, terminate).needing(Capability.SUSPEND))))
                : Stream.empty();
    }

    private static Stream<Operation> signal(FlowKind kind, String event, Edition edition) {
        return edition.transfers().signal(kind.side(), event).map(edition::operation).stream();
    }

    @Case(
            value = "TP-MESSAGE-IDS-SILENT",
            title = "A termination that names another process than its path of a {0} does not reach the data plane",
            stimulus =
                    "A started transfer; the counter-party sends a TransferTerminationMessage with other ids in its body, which"
                            + " is refused; then it suspends the transfer.",
            expected = "The signal suspend, and no request of {2} before it.",
            fix = "Pass on to the data plane what has moved the process, and nothing else.")
    @Verifies("TP-MESSAGE-IDS")
    @Rows("foreign")
    void reachesNobody(FlowKind kind, Operation suspend, Operation terminate, Transfers transfers) {
        var transfer = transfers.in(kind, transfers.protocol().machine().state("STARTED"));
        var termination = transfers.protocol().message("termination");
        var body = new LinkedHashMap<>(transfer.plain(termination));
        transfers.protocol().carries().forEach(member -> body.put(member, Transfer.stranger()));
        if (!Replies.refused(transfer.sends(termination, Json.text(body), JSON))) {
            return; // What the case TP-MESSAGE-IDS warns of.
        }
        var suspension = transfers.protocol().message("suspension");
        transfers.acknowledged(transfer.sends(suspension), suspension);
        transfers.require(
                transfer.flow()
                        .inbox()
                        .await(
                                transfer.is(suspend).or(transfer.is(terminate)),
                                transfers.system().timeouts().callback()),
                "the signal " + suspend.name(),
                "SENDS-SUSPEND");
        transfer.signals(terminate).stream()
                .findFirst()
                .ifPresent(stray -> transfers.violated(
                        "TP-MESSAGE-IDS",
                        "no request of " + terminate.name() + " for a " + termination.type()
                                + " that was refused for its ids",
                        stray.line(),
                        stray.exchange()));
    }

    static Stream<Row> foreign(Edition edition) {
        return Stream.of(Kinds.PROVIDER_PULL, Kinds.CONSUMER_PUSH)
                .flatMap(kind -> signal(kind, "suspend", edition).flatMap(suspend -> signal(kind, "terminate", edition)
                        .map(terminate -> Row.of(kind, suspend, terminate).needing(Capability.SUSPEND))));
    }

    @Case(
            value = "TAKES-FLOW-ID",
            title = "A callback {2} about a {0} that names the data flow of another transfer",
            stimulus =
                    "Two transfers are STARTED; the data plane calls {2} about one of them, with the dataFlowId of the other;"
                            + " then the counter-party terminates the one that was called about.",
            expected =
                    "HTTP 4xx; a success draws a warning unless the callback says what is so already. Then the request of {1} at"
                            + " the transfer's own data flow.",
            fix = "Compare dataFlowId with the one that the data plane has answered with, and keep that one.")
    @Verifies({"TAKES-FLOW-ID", "SENDS-FLOW-ID?"})
    @Rows("called")
    void ofAnother(FlowKind kind, Operation terminate, Callback callback, Transfers transfers) {
        var started = transfers.protocol().machine().state("STARTED");
        var other = transfers.in(kind, started);
        var transfer = transfers.in(kind, started);
        var body = new LinkedHashMap<>(transfer.dataPlane().plain(callback));
        body.put("dataFlowId", other.flow().id());
        var reply = transfer.dataPlane().callsBack(callback, transfer.processId(), Json.text(body));
        var known = started.name().equals(callback.state());
        if (!Replies.succeeded(reply)) {
            transfers.content().refused(reply, "TAKES-FLOW-ID", foreign(callback));
        } else if (!known) {
            transfers.warned(
                    "TAKES-FLOW-ID",
                    FOREIGN_FLOW,
                    "HTTP 4xx " + foreign(callback),
                    Replies.observed(reply),
                    reply.exchange());
        }
        var before = other.signals(terminate).size();
        var termination = transfers.protocol().message("termination");
        if (Replies.succeeded(transfer.sends(termination))) {
            astray(transfer, other, terminate, before, transfers);
        }
    }

    private static String foreign(Callback callback) {
        return "for a callback " + callback + " that names the data flow of another transfer";
    }

    private static void astray(
            Transfer transfer, Transfer other, Operation terminate, int before, Transfers transfers) {
        if (transfer.awaitsSignal(terminate).isPresent()) {
            return;
        }
        var strays = other.signals(terminate);
        if (strays.size() > before && transfers.judge().covers("SENDS-FLOW-ID")) {
            transfers.violated(
                    "SENDS-FLOW-ID",
                    terminate.line() + " with the id " + transfer.flow().id()
                            + ", the flow of the transfer that was terminated",
                    strays.get(before).line() + ", which is the flow of another transfer",
                    strays.get(before).exchange());
        }
    }

    static Stream<Row> called(Edition edition) {
        return edition.requirements().containsKey("TAKES-FLOW-ID")
                ? signal(Kinds.PROVIDER_PUSH, "terminate", edition).flatMap(terminate -> Stream.of("started", "errored")
                        .map(edition::callback)
                        .filter(callback -> callback.message() != null)
                        .map(callback -> Row.of(Kinds.PROVIDER_PUSH, terminate, callback)))
                : Stream.empty();
    }
}
