package org.dpstck.controlplane.cases;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.dpstck.controlplane.flow.Transfer;
import org.dpstck.controlplane.flow.Transfers;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.TransferMessage;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.sut.Capability;

/** What a control plane passes on to its data plane when a transfer moves (§Data Plane Endpoint). */
public final class PassingCases {

    @Case(
            value = "SENDS-{1}",
            title = "A {0} transfer: after {2} the data plane is told to {1}",
            stimulus = "The counter-party sends its message; the transfer moves.",
            expected =
                    "The signal of the edition at the flow's own path, with a valid message, once; no such message back.",
            fix = "Pass the transition on to the data plane, under the id that it gave the flow.")
    @Verifies({
        "SENDS-{1}",
        "SENDS-{1}-MESSAGE?",
        "SENDS-{1}-EMPTY?",
        "SENDS-FLOW-ID?",
        "SENDS-ONCE",
        "TP-SENDS-ONCE",
        "SENDS-PUSH-ADDRESS?"
    })
    @Rows("passed")
    void passesOn(FlowKind kind, Operation signal, TransferMessage message, Transfers transfers) {
        var machine = transfers.protocol().machine();
        var from = machine.state(Passing.from(message));
        var transfer = transfers.in(kind, from);
        // One path may serve to start and to resume.
        var before = transfer.signals(signal).size();
        transfers.passes(transfer, message);
        var arrived = arrivals(
                transfer, signal, before + 1, transfers.system().timeouts().callback());
        if (arrived.size() <= before) {
            missing(transfer, signal, message, transfers);
            return;
        }
        content(signal, arrived.get(before), transfers);
        if (kind.equals(Kinds.PROVIDER_PUSH) && signal.creates()) {
            destination(transfer, arrived.get(before), transfers);
        }
        var all = arrivals(
                transfer, signal, before + 2, transfers.system().timeouts().quiet());
        if (all.size() > before + 1) {
            transfers.violated(
                    "SENDS-ONCE",
                    "one request of " + signal.name(),
                    all.size() - before + " requests",
                    all.get(before + 1).exchange());
        }
        echoed(transfer, message, transfers);
    }

    /** A start may be answered by another one. */
    private static void echoed(Transfer transfer, TransferMessage message, Transfers transfers) {
        transfer.messages(message).stream()
                .filter(arrival -> !message.name().equals("start"))
                .findFirst()
                .ifPresent(echo -> transfers.violated(
                        "TP-SENDS-ONCE",
                        "no " + message.type() + " to the counter-party that has sent one itself",
                        "a " + message.type() + " arrived",
                        echo.exchange()));
    }

    private static List<Arrival> arrivals(Transfer transfer, Operation signal, int number, Duration deadline) {
        return transfer.flow().inbox().await(transfer.is(signal), number, deadline);
    }

    private static void content(Operation signal, Arrival arrival, Transfers transfers) {
        if (signal.message() != null) {
            transfers
                    .content()
                    .signal(transfers.edition().message(signal.message()), arrival, signal.requirementSent("MESSAGE"));
        } else if (!arrival.body().isBlank()) {
            transfers.warned(
                    signal.requirementSent("EMPTY"),
                    48,
                    "an empty body",
                    Bodies.shown(arrival.body()),
                    arrival.exchange());
        }
    }

    /** A start that comes again is a whole one: the data plane need not remember where the data goes. */
    private static void destination(Transfer transfer, Arrival start, Transfers transfers) {
        Addresses.same(
                transfer.address(),
                transfers.edition().transfers().naming().pushAddress(),
                start.body(),
                "SENDS-PUSH-ADDRESS",
                transfers.judge(),
                start.exchange());
    }

    private static void missing(Transfer transfer, Operation signal, TransferMessage message, Transfers transfers) {
        var flow = transfer.flow();
        var strays = flow.inbox().all().stream()
                .filter(arrival ->
                        transfers.edition().find(arrival.exchange().purpose()).isEmpty())
                .toList();
        var byProcess = signal.path().replace("{dataFlowId}", flow.processId());
        var expected = signal.line() + " after the " + message.type();
        if (strays.isEmpty()) {
            transfers.violated(
                    signal.requirementSent(), expected, "no such request within the time for callbacks", null);
        } else {
            var stray = strays.get(0);
            transfers.violated(
                    stray.path().equals(byProcess) && transfers.judge().covers("SENDS-FLOW-ID")
                            ? "SENDS-FLOW-ID"
                            : signal.requirementSent(),
                    expected + ", with the id " + flow.id(),
                    stray.line(),
                    stray.exchange());
        }
    }

    static Stream<Row> passed(Edition edition) {
        return Passing.rows(edition, FlowKind.all().stream());
    }

    @Case(
            value = "SENDS-TERMINATE-SUSPENDED",
            title = "The data flow of a {0} that is terminated while it is SUSPENDED is terminated",
            stimulus = "The counter-party suspends a started transfer, and then terminates it.",
            expected = "The signal terminate at the data plane.",
            fix = "Terminate the data flow of a suspended transfer, too: it has stopped, and it has not ended.")
    @Verifies("SENDS-TERMINATE")
    @Rows("suspended")
    void terminatesSuspended(FlowKind kind, Operation terminate, Transfers transfers) {
        var transfer = transfers.in(kind, transfers.protocol().machine().state("SUSPENDED"));
        var termination = transfers.protocol().message("termination");
        transfers.acknowledged(transfer.sends(termination), termination);
        if (transfer.awaitsSignal(terminate).isEmpty()) {
            transfers.violated(
                    "SENDS-TERMINATE",
                    terminate.line() + " for a flow that was SUSPENDED when its transfer was terminated",
                    "no such request within the time for callbacks",
                    null);
        }
    }

    static Stream<Row> suspended(Edition edition) {
        return Stream.of(Kinds.PROVIDER_PULL, Kinds.CONSUMER_PUSH)
                .flatMap(kind -> edition.transfers().signal(kind.side(), "terminate").map(edition::operation).stream()
                        .map(terminate -> Row.of(kind, terminate).needing(Capability.SUSPEND)));
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
            transfers.violated(
                    "SENDS-ONCE",
                    "one start request",
                    all.size() + " start requests",
                    all.get(1).exchange());
        }
    }

    static Stream<Row> kinds(Edition edition) {
        return Kinds.providerRows(edition);
    }

    private static Operation begin(FlowKind kind, Transfers transfers) {
        return transfers.signalFor(kind, "begin").orElseThrow();
    }
}
