package org.dpstck.controlplane.cases;

import java.util.stream.Stream;
import org.dpstck.controlplane.flow.Transfer;
import org.dpstck.controlplane.flow.Transfers;
import org.dpstck.core.check.Json;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Direction;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.Side;
import org.dpstck.core.edition.TransferMessage;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.sut.TriggerPoint;
import org.dpstck.core.verdict.Unjudgeable;

/** Resumptions that the system begins by itself (§Data Flow Suspension/Resumption). */
public final class ResumptionCases {

    private static final String SEQUENCE = "RESUME-SEQUENCE";
    private static final int WHO_MAY_RESUME = 92;
    private static final int TWO_STARTS = 93;

    @Case(
            value = "RESUME-SEQUENCE",
            title = "A {0} that the system suspended is resumed by it",
            stimulus =
                    "The triggers make the system suspend and then resume the transfer. Where its data plane needs the address of"
                            + " the other side, that answers with a TransferStartMessage that has another dataAddress.",
            expected =
                    "A TransferStartMessage at the counter-party, and resume at the data plane: with the address of the"
                            + " answer where there is one, and not before it.",
            fix = "Resume as the sequences show: tell the counter-party, and the data plane of your own side.")
    @Verifies({SEQUENCE, "SENDS-RESUME-ADDRESS"})
    @Rows("resumed")
    void resumes(FlowKind kind, Transfers transfers) {
        var resume = transfers.signalFor(kind, "resume").orElseThrow();
        var transfer = transfers.in(kind, transfers.protocol().machine().state("STARTED"));
        transfers.fires(TriggerPoint.SUSPEND, transfer);
        transfers.requireState(transfer, "SUSPENDED");
        var start = transfers.protocol().message("start");
        var before = transfer.messages(start).size();
        transfers.fires(TriggerPoint.RESUME, transfer);
        var callback = transfers.system().timeouts().callback();
        var told = transfer.counterParty().inbox().await(transfer.is(start), before + 1, callback);
        if (told.size() <= before) {
            transfers.violated(
                    SEQUENCE,
                    "a " + start.type() + " when the system resumes the transfer",
                    "none within the time for callbacks",
                    null);
            return;
        }
        if (needsAddress(kind)) {
            answers(transfer, resume, told.get(before), start, transfers);
        } else if (transfer.awaitsSignal(resume).isEmpty()) {
            missing(resume, "when the system resumes the transfer", transfers);
        }
    }

    /** Whether the endpoint is that of the other side's data plane. */
    private static boolean needsAddress(FlowKind kind) {
        return (kind.side() == Side.PROVIDER) == (kind.direction() == Direction.PUSH);
    }

    private static void answers(
            Transfer transfer, Operation resume, Arrival told, TransferMessage start, Transfers transfers) {
        transfer.signals(resume).stream()
                .filter(arrival -> !arrival.at().isAfter(told.at()))
                .findFirst()
                .ifPresent(early -> transfers.warned(
                        SEQUENCE,
                        TWO_STARTS,
                        "no request of " + resume.name() + " before the other side has told where its endpoint is now",
                        early.line() + " came before the " + start.type(),
                        early.exchange()));
        var address = TriggeredCases.another(transfer.address());
        var message = transfer.plain(start);
        message.put("dataAddress", address);
        var reply = transfer.sends(start, Json.text(message), "application/json");
        if (!Replies.succeeded(reply)) {
            transfers.warned(
                    SEQUENCE,
                    TWO_STARTS,
                    "HTTP 2xx for the " + start.type() + " by which the other side answers with its address",
                    Replies.observed(reply),
                    reply.exchange());
            return;
        }
        var endpoint = String.valueOf(address.get("endpoint"));
        var callback = transfers.system().timeouts().callback();
        var inbox = transfer.flow().inbox();
        if (inbox.await(transfer.is(resume).and(it -> it.body().contains(endpoint)), callback)
                .isPresent()) {
            return;
        }
        transfer.awaitsSignal(resume)
                .ifPresentOrElse(
                        arrival -> Addresses.same(
                                address, arrival.body(), "SENDS-RESUME-ADDRESS", transfers.judge(), arrival.exchange()),
                        () -> missing(resume, "when the other side has answered with its address", transfers));
    }

    private static void missing(Operation resume, String when, Transfers transfers) {
        transfers.violated(SEQUENCE, resume.line() + " " + when, "no such request within the time for callbacks", null);
    }

    @Case(
            value = "RESUME-OTHER-PARTY",
            title = "A {0} that the system suspended is not resumed by the other side",
            stimulus =
                    "The trigger makes the system suspend the transfer; the counter-party sends a TransferStartMessage.",
            expected = "HTTP 4xx, and the state stays SUSPENDED; a success draws a warning.",
            fix = "Remember who suspended, and let that side alone resume.")
    @Verifies(SEQUENCE)
    @Rows("resumed")
    void othersDoNotResume(FlowKind kind, Transfers transfers) {
        var transfer = transfers.in(kind, transfers.protocol().machine().state("STARTED"));
        transfers.fires(TriggerPoint.SUSPEND, transfer);
        transfers.settled(transfer, "SUSPENDED");
        transfers.requireState(transfer, "SUSPENDED");
        var reply = transfer.sends(transfers.protocol().message("start"));
        if (Replies.succeeded(reply)) {
            transfers.warned(
                    SEQUENCE,
                    WHO_MAY_RESUME,
                    "HTTP 4xx for a start message of the side that did not suspend",
                    Replies.observed(reply),
                    reply.exchange());
        } else {
            transfers.content().refused(reply, SEQUENCE, "for a start message of the side that did not suspend");
        }
    }

    @Case(
            value = "RESUME-NOT-OWN",
            title = "A {0} that the other side suspended is not resumed by the system",
            stimulus = "The counter-party suspends the transfer; the trigger asks the system to resume it.",
            expected =
                    "Nothing at the counter-party and at the data plane; the trigger may fail. A TransferStartMessage or resume"
                            + " at the data plane draws a warning.",
            fix = "Remember who suspended, and refuse to resume what the other side has suspended.")
    @Verifies(SEQUENCE)
    @Rows("foreign")
    void doesNotResumeForOthers(FlowKind kind, Transfers transfers) {
        var resume = transfers.signalFor(kind, "resume").orElseThrow();
        var transfer = transfers.in(kind, transfers.protocol().machine().state("SUSPENDED"));
        var start = transfers.protocol().message("start");
        var before = transfer.messages(start).size();
        try {
            transfers.tries(TriggerPoint.RESUME, transfer);
        } catch (Unjudgeable refused) {
            // Whether the trigger works at all is for the case RESUME-SEQUENCE.
            return;
        }
        var quiet = transfers.system().timeouts().quiet();
        var told = transfer.counterParty().inbox().await(transfer.is(start), before + 1, quiet);
        if (told.size() > before) {
            transfers.warned(
                    SEQUENCE,
                    WHO_MAY_RESUME,
                    "no " + start.type() + " about a transfer that the other side has suspended",
                    "a " + start.type() + " arrived",
                    told.get(before).exchange());
            return;
        }
        transfer.signals(resume).stream()
                .findFirst()
                .ifPresent(arrival -> transfers.warned(
                        SEQUENCE,
                        WHO_MAY_RESUME,
                        "no request of " + resume.name() + " about a transfer that the other side has suspended",
                        arrival.line(),
                        arrival.exchange()));
    }

    static Stream<Row> foreign(Edition edition) {
        return resumed(edition)
                .filter(row -> !needsAddress((FlowKind) row.arguments().get(0)));
    }

    static Stream<Row> resumed(Edition edition) {
        return edition.requirements().containsKey(SEQUENCE)
                ? FlowKind.all().stream().map(kind -> triggered(Row.of(kind)))
                : Stream.empty();
    }

    private static Row triggered(Row row) {
        return row.needing(TriggerPoint.SUSPEND, TriggerPoint.RESUME).needing(Capability.SUSPEND);
    }
}
