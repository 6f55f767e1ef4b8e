package org.dpstck.controlplane.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dpstck.controlplane.flow.Transfer;
import org.dpstck.controlplane.flow.Transfers;
import org.dpstck.core.check.Json;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Callback;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.State;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.verdict.Unjudgeable;

/** Callbacks of the data plane (§Control Plane Endpoint). */
public final class CallbackCases {

    private static final int OK = 200;
    private static final String JSON = "application/json";

    @Case(
            value = "TAKES-COMPLETED",
            title = "A {0} that the data plane completes is completed, and the other side is told",
            stimulus = "A started transfer; the data plane calls completed.",
            expected = "HTTP 200, state COMPLETED, and a valid TransferCompletionMessage at the counter-party.",
            fix = "Complete the process when its data plane says so, and send the TransferCompletionMessage.")
    @Verifies({"TAKES-COMPLETED", "TP-SENDS-COMPLETION", "TP-SENDS-COMPLETION-MESSAGE", "TP-SENDS-IDS"})
    @Rows("completing")
    void completed(FlowKind kind, Transfers transfers) {
        var transfer = transfers.in(kind, state("STARTED", transfers));
        var reply = transfer.dataPlane().callsBack(transfers.edition().callback("completed"));
        if (!transfers
                .content()
                .answered(reply, OK, "TAKES-COMPLETED", "for the callback completed of a started flow")) {
            return;
        }
        Announcement.of("completion", transfer, transfers).arrives("after the callback completed");
        ends(transfer, "COMPLETED", "TAKES-COMPLETED", "after the callback completed", transfers);
    }

    static Stream<Row> completing(Edition edition) {
        var kinds = Passing.completing(edition);
        return FlowKind.all().stream().filter(kind -> kinds.contains(kind.id())).map(Row::of);
    }

    @Case(
            value = "TAKES-ERRORED",
            title = "The callback errored about a {0} is taken",
            stimulus = "A started transfer; the data plane calls errored.",
            expected = "HTTP 200.",
            fix = "Serve the path of the callback, and answer 200 for a transfer that is under way.")
    @Verifies("TAKES-ERRORED")
    @Rows("kinds")
    void errored(FlowKind kind, Transfers transfers) {
        var transfer = transfers.in(kind, state("STARTED", transfers));
        var reply = transfer.dataPlane().callsBack(transfers.edition().callback("errored"));
        transfers.content().answered(reply, OK, "TAKES-ERRORED", "for the callback errored of a started flow");
    }

    @Case(
            value = "ERRORED-TERMINATES",
            title = "A {0} whose data plane calls errored is terminated, and the other side is told",
            stimulus = "A started transfer; the data plane calls errored.",
            expected = "State TERMINATED, and a valid TransferTerminationMessage at the counter-party.",
            fix = "Terminate the process, and send the TransferTerminationMessage.")
    @Verifies({"ERRORED-TERMINATES", "TP-SENDS-TERMINATION", "TP-SENDS-TERMINATION-MESSAGE", "TP-SENDS-IDS"})
    @Rows("terminating")
    void erroredTerminates(FlowKind kind, Transfers transfers) {
        var transfer = transfers.in(kind, state("STARTED", transfers));
        errs(transfer, transfers);
        Announcement.of("termination", transfer, transfers).arrives("after the callback errored");
        ends(transfer, "TERMINATED", "ERRORED-TERMINATES", "after the callback errored", transfers);
    }

    static Stream<Row> terminating(Edition edition) {
        return edition.requirements().containsKey("ERRORED-TERMINATES") ? kinds(edition) : Stream.empty();
    }

    @Case(
            value = "ERRORED-NOT-PROPAGATED",
            title = "Of an errored {0} the other side hears nothing, and the process stays as it is",
            stimulus = "A started transfer; the data plane calls errored.",
            expected = "No message to the counter-party, and the state STARTED as before.",
            fix = "Record the event and leave it to an operator or a policy of your own; send nothing because of it.")
    @Verifies({"ERRORED-NOT-PROPAGATED", "ERRORED-NO-TRANSITION"})
    @Rows("silent")
    void erroredStays(FlowKind kind, Transfers transfers) {
        var transfer = transfers.in(kind, state("STARTED", transfers));
        var before = transfer.counterParty().inbox().all();
        errs(transfer, transfers);
        var said = transfer.counterParty()
                .inbox()
                .within(transfers.system().timeouts().quiet(), arrival -> !before.contains(arrival));
        if (!said.isEmpty()) {
            transfers.violated(
                    "ERRORED-NOT-PROPAGATED",
                    "no message to the counter-party after the callback errored",
                    "a " + said.get(0).exchange().purpose() + " arrived",
                    said.get(0).exchange());
        }
        transfer.state()
                .filter(state -> !state.equals("STARTED"))
                .ifPresent(state -> transfers.violated(
                        "ERRORED-NO-TRANSITION",
                        "state STARTED as before the callback errored",
                        "state is " + state,
                        null));
    }

    static Stream<Row> silent(Edition edition) {
        return edition.requirements().containsKey("ERRORED-NOT-PROPAGATED") ? kinds(edition) : Stream.empty();
    }

    @Case(
            value = "TAKES-UNKNOWN",
            title = "The callback {1} about a transfer that a {0} does not have is refused",
            stimulus = "A transfer is under way; the data plane calls back about an id made up at random.",
            expected = "HTTP 4xx (404 is usual).",
            fix = "Look the transfer up before anything else and answer 404 when there is none.")
    @Verifies("TAKES-UNKNOWN")
    @Rows("callbacks")
    void unknown(FlowKind kind, Callback callback, Transfers transfers) {
        var transfer = transfers.in(kind, state("STARTED", transfers));
        var body = callback.message() == null
                ? null
                : Json.text(transfer.dataPlane().plain(callback));
        var reply = transfer.dataPlane().callsBack(callback, Transfer.stranger(), body);
        transfers.content().refused(reply, "TAKES-UNKNOWN", "for an id that names no transfer");
    }

    @Case(
            value = "TAKES-METHOD",
            title = "The path of the callback {1} of a {0} takes no {2}",
            stimulus = "A transfer is under way; a request with another method goes to the path of the callback.",
            expected = "HTTP 4xx, and the state stays.",
            fix = "Serve POST alone there; 405 is usual.")
    @Verifies("TAKES-METHOD")
    @Rows("methods")
    void method(FlowKind kind, Callback callback, String method, Transfers transfers) {
        var transfer = transfers.in(kind, state("STARTED", transfers));
        var reply = transfer.dataPlane().callsBack(method, callback, transfer.processId(), null, null);
        if (transfers.content().refused(reply, "TAKES-METHOD", "for " + method)) {
            stays(transfer, "TAKES-METHOD", transfers);
        }
    }

    static Stream<Row> methods(Edition edition) {
        return edition.callbacks().values().stream().flatMap(callback -> Stream.of("PUT", "DELETE")
                .map(method -> Row.of(Kinds.PROVIDER_PUSH, callback, method)));
    }

    @Case(
            value = "TAKES-MALFORMED",
            title = "The callback {1} of a {0} whose body is {2} is refused",
            stimulus = "A transfer is under way; the data plane calls back with a body that is no message.",
            expected = "HTTP 4xx, and the state stays; a success draws a warning where the path says everything.",
            fix = "Validate the body before anything moves.")
    @Verifies("TAKES-MALFORMED")
    @Rows("malformed")
    void malformed(FlowKind kind, Callback callback, Malformation malformation, Transfers transfers) {
        var transfer = transfers.in(kind, from(callback, transfers));
        var reply = transfer.dataPlane()
                .callsBack(
                        callback,
                        transfer.processId(),
                        malformation.of(transfer.dataPlane().plain(callback)));
        if (Replies.succeeded(reply)) {
            transfers.warned(
                    "TAKES-MALFORMED",
                    181,
                    "HTTP 4xx for a body that is " + malformation.words(),
                    Replies.observed(reply),
                    reply.exchange());
        } else {
            transfers.content().refused(reply, "TAKES-MALFORMED", "for a body that is " + malformation.words());
            unmoved(transfer, callback, transfers);
        }
    }

    static Stream<Row> malformed(Edition edition) {
        return legal(edition).flatMap(row -> Stream.of(Malformation.values())
                .filter(malformation -> malformation != Malformation.EMPTY
                        || edition.message(((Callback) row.arguments().get(1)).message())
                                .defined())
                .map(malformation ->
                        Row.of(row.arguments().get(0), row.arguments().get(1), malformation)));
    }

    @Case(
            value = "TAKES-EXTENSIBLE",
            title = "The callback {1} of a {0} with members that nobody knows is taken",
            stimulus = "The data plane calls back with two more members in the message.",
            expected = "HTTP 200.",
            fix = "Ignore members that you do not know.")
    @Verifies("TAKES-EXTENSIBLE")
    @Rows("legal")
    void extended(FlowKind kind, Callback callback, Transfers transfers) {
        var transfer = transfers.in(kind, from(callback, transfers));
        var body = new LinkedHashMap<>(transfer.dataPlane().plain(callback));
        body.put("tck:note", "of no meaning");
        body.put("tck:more", Map.of("deep", List.of(1, 2)));
        var reply = transfer.dataPlane().callsBack(callback, transfer.processId(), Json.text(body));
        transfers.content().answered(reply, OK, "TAKES-EXTENSIBLE", "for a callback with further members");
    }

    static Stream<Row> legal(Edition edition) {
        return Stream.of("started", "completed", "errored")
                .filter(edition.callbacks()::containsKey)
                .map(edition::callback)
                .filter(callback -> callback.message() != null)
                .map(callback -> Row.of(Kinds.PROVIDER_PUSH, callback));
    }

    static Stream<Row> kinds(Edition edition) {
        return edition.callbacks().containsKey("errored") ? Kinds.providerRows(edition) : Stream.empty();
    }

    static Stream<Row> callbacks(Edition edition) {
        return edition.callbacks().values().stream().map(callback -> Row.of(Kinds.PROVIDER_PUSH, callback));
    }

    private static void errs(Transfer transfer, Transfers transfers) {
        var reply = transfer.dataPlane().callsBack(transfers.edition().callback("errored"));
        if (!Replies.succeeded(reply)) {
            throw Unjudgeable.inconclusive("a prerequisite failed: the callback errored gave " + Replies.observed(reply)
                    + "; see the case TAKES-ERRORED");
        }
    }

    private static void ends(Transfer transfer, String wanted, String requirement, String when, Transfers transfers) {
        transfers
                .settled(transfer, wanted)
                .filter(state -> !state.equals(wanted))
                .ifPresent(state ->
                        transfers.violated(requirement, "state " + wanted + " " + when, "state is " + state, null));
    }

    private static void stays(Transfer transfer, String requirement, Transfers transfers) {
        transfer.state()
                .filter(state -> !state.equals("STARTED"))
                .ifPresent(
                        state -> transfers.violated(requirement, "state STARTED as before", "state is " + state, null));
    }

    private static void unmoved(Transfer transfer, Callback callback, Transfers transfers) {
        var from = from(callback, transfers).name();
        transfer.state()
                .filter(state -> !state.equals(from))
                .ifPresent(state -> transfers.violated(
                        "TAKES-MALFORMED",
                        "state " + from + " as before the refused callback",
                        "state is " + state,
                        null));
    }

    private static State from(Callback callback, Transfers transfers) {
        return state(callback.name().equals("started") ? "REQUESTED" : "STARTED", transfers);
    }

    private static State state(String name, Transfers transfers) {
        return transfers.protocol().machine().state(name);
    }
}
