package org.dpstck.controlplane.cases;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.dpstck.controlplane.flow.Answers;
import org.dpstck.controlplane.flow.Script;
import org.dpstck.controlplane.flow.Transfer;
import org.dpstck.controlplane.flow.Transfers;
import org.dpstck.core.check.AddressCheck;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Json;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.TransferMessage;
import org.dpstck.core.edition.TransferRules;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.sut.TriggerPoint;

/** What the system itself begins: to suspend, resume, complete and terminate (§Data Flow Suspension/Resumption). */
public final class TriggeredCases {

    private static final Map<String, TriggerPoint> POINTS = Map.of(
            "suspension", TriggerPoint.SUSPEND,
            "start", TriggerPoint.RESUME,
            "completion", TriggerPoint.COMPLETE,
            "termination", TriggerPoint.TERMINATE);

    @Case(
            value = "TP-SENDS-{1}",
            title = "A {0} that the system itself leads on: the {1} is told to the other side and to the data plane",
            stimulus = "A transfer under way; the trigger makes the system suspend, complete or terminate it.",
            expected =
                    "A valid message at the counter-party, the signal of the edition at the data plane, and the new state.",
            fix = "Tell both: the other control plane by its message, the data plane by the signal of the edition.")
    @Verifies({
        "TP-SENDS-{1}",
        "TP-SENDS-{1}-MESSAGE",
        "TP-SENDS-IDS",
        "RESUME-SEQUENCE?",
        "SENDS-SUSPEND",
        "SENDS-TERMINATE"
    })
    @Rows("ways")
    void leads(FlowKind kind, TransferMessage message, Transfers transfers) {
        var machine = transfers.protocol().machine();
        var transfer = transfers.in(kind, machine.state("STARTED"));
        transfers.fires(POINTS.get(message.name()), transfer);
        Announcement.of(message.name(), transfer, transfers).arrives("after the system was told to by a trigger");
        told(kind, message, transfer, transfers);
        transfers
                .settled(transfer, message.state())
                .filter(state -> !state.equals(message.state()))
                .ifPresent(state -> transfers.violated(
                        "TP-SENDS-" + message.name().toUpperCase(Locale.ROOT),
                        "state " + message.state() + " after the " + message.type() + " was acknowledged",
                        "state is " + state,
                        null));
    }

    private static void told(FlowKind kind, TransferMessage message, Transfer transfer, Transfers transfers) {
        var event = TransferRules.event(message, transfers.protocol().machine().state("STARTED"));
        if (event.equals("complete")) {
            return; // The side that completes need not tell its own data plane.
        }
        transfers.signalFor(kind, event).ifPresent(signal -> {
            if (transfer.awaitsSignal(signal).isEmpty()) {
                transfers.violated(
                        "SENDS-" + signal.name().toUpperCase(Locale.ROOT),
                        signal.line() + " when the system itself leads the transfer to " + message.state(),
                        "no such request within the time for callbacks",
                        null);
            }
        });
    }

    static Stream<Row> ways(Edition edition) {
        return FlowKind.all().stream().flatMap(kind -> edition.transfers().protocol().messages().values().stream()
                .filter(message -> message.name().equals("suspension")
                        || message.name().equals("termination")
                        || message.name().equals("completion"))
                .map(message -> {
                    var row = Row.of(kind, message).needing(POINTS.get(message.name()));
                    return message.name().equals("suspension") ? row.needing(Capability.SUSPEND) : row;
                }));
    }

    @Case(
            value = "SENDS-RESUME-ADDRESS",
            title = "The data address of a resumed {0} goes to the data plane",
            stimulus =
                    "The transfer is suspended; the other side resumes it with a TransferStartMessage that has a dataAddress.",
            expected = "The resume request carries that dataAddress.",
            fix = "Pass the dataAddress of the message that resumes on with the resume request.")
    @Verifies("SENDS-RESUME-ADDRESS")
    @Rows("readdressed")
    void readdresses(FlowKind kind, Transfers transfers) {
        var transfer = transfers.in(kind, transfers.protocol().machine().state("SUSPENDED"));
        var start = transfers.protocol().message("start");
        var message = transfer.plain(start);
        var address = another(transfer.address());
        message.put("dataAddress", address);
        transfers.passes(transfer, start, Json.text(message));
        var signal = transfers.signalFor(kind, "resume").orElseThrow();
        var arrival = transfers.require(transfer.awaitsSignal(signal), "the signal " + signal.name(), "SENDS-RESUME");
        Addresses.same(address, arrival.body(), "SENDS-RESUME-ADDRESS", transfers.judge(), arrival.exchange());
    }

    /** A data address that is not the one of the first start. */
    static Map<String, Object> another(Map<String, Object> address) {
        var other = new LinkedHashMap<>(address);
        other.put("endpoint", address.get("endpoint") + "/again");
        return other;
    }

    @Case(
            value = "RELAYS-RESUMED-ADDRESS",
            title = "The data address that a {0} gets on resumption is the one that the other side is told",
            stimulus =
                    "The counter-party suspends the transfer and resumes it; the data plane answers resume with another dataAddress.",
            expected = "If a TransferStartMessage with a dataAddress follows, it carries the new one.",
            fix = "Take the dataAddress from the answer to resume; the one of the first start may be void.")
    @Verifies("RELAYS-STARTED-ADDRESS")
    @Rows("resumedPull")
    void relaysAnew(FlowKind kind, Operation resume, Transfers transfers) {
        var transfer = transfers.fresh(kind);
        transfer.following(
                Script.obedient().answering(resume.name(), (signal, flow) -> Answers.offering(another(flow.address()))
                        .apply(signal, flow)));
        transfers.lead(transfer, transfers.protocol().machine().state("SUSPENDED"));
        var start = transfers.protocol().message("start");
        var before = transfer.messages(start).size();
        transfers.passes(transfer, start);
        transfers.require(transfer.awaitsSignal(resume), "the signal " + resume.name(), "SENDS-RESUME");
        var told = transfer.counterParty()
                .inbox()
                .await(
                        transfer.is(start),
                        before + 1,
                        transfers.system().timeouts().quiet());
        told.stream()
                .skip(before)
                .filter(arrival -> Bodies.object(arrival.body())
                        .filter(AddressCheck::carries)
                        .isPresent())
                .findFirst()
                .ifPresent(arrival -> Addresses.same(
                        another(transfer.flow().address()),
                        arrival.body(),
                        "RELAYS-STARTED-ADDRESS",
                        transfers.judge(),
                        arrival.exchange()));
    }

    static Stream<Row> resumedPull(Edition edition) {
        return edition.requirements().containsKey("RESUME-SEQUENCE")
                ? edition.transfers().signal(Kinds.PROVIDER_PULL.side(), "resume").map(edition::operation).stream()
                        .map(resume -> Row.of(Kinds.PROVIDER_PULL, resume).needing(Capability.SUSPEND))
                : Stream.empty();
    }

    static Stream<Row> readdressed(Edition edition) {
        return edition.requirements().containsKey("SENDS-RESUME-ADDRESS")
                ? Stream.of(Kinds.PROVIDER_PUSH, Kinds.CONSUMER_PULL)
                        .map(kind -> Row.of(kind).needing(Capability.SUSPEND))
                : Stream.empty();
    }
}
