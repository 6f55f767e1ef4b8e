package org.dpstck.controlplane.cases;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dpstck.controlplane.flow.Answers;
import org.dpstck.controlplane.flow.Script;
import org.dpstck.controlplane.flow.Transfer;
import org.dpstck.controlplane.flow.Transfers;
import org.dpstck.core.check.AddressCheck;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.TransferMessage;
import org.dpstck.core.edition.TransferRules;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.exchange.Simultaneous;
import org.dpstck.core.exchange.Unrecorded;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.CaseContext;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.verdict.Unjudgeable;

/** Transfers that are under way at the same time, under one agreement: what is said of one concerns no other. */
public final class NeighbourCases {

    private static final int NEIGHBOURS = 4;

    @Case(
            value = "TP-NEIGHBOUR",
            title = "Of two {0}s a {2} concerns the one that it names, and no other",
            stimulus =
                    "Two transfers are started one after the other; then the counter-party sends its message about the first.",
            expected =
                    "The signal at the flow of the first. The second stays STARTED, and its flow hears nothing. The counter-party is"
                            + " not told what it has said itself.",
            fix =
                    "Look up process, data flow and counter-party by the id in the path, and keep what belongs to one with it.")
    @Verifies({"TP-NEIGHBOUR", "SENDS-FLOW-ID?", "TP-SENDS-ONCE"})
    @Rows("pairs")
    void staysApart(FlowKind kind, Operation signal, TransferMessage message, Transfers transfers) {
        var started = transfers.protocol().machine().state("STARTED");
        var first = transfers.in(kind, started);
        var second = transfers.in(kind, started);
        var before = second.flow().inbox().all();
        transfers.passes(first, message);
        first.awaitsSignal(signal);
        var quiet = transfers.system().timeouts().quiet();
        var strays = second.flow().inbox().within(quiet, arrival -> !before.contains(arrival));
        var reached = !first.signals(signal).isEmpty();
        if (!strays.isEmpty()) {
            var stray = strays.get(0);
            transfers.violated(
                    reached || !transfers.judge().covers("SENDS-FLOW-ID") ? "TP-NEIGHBOUR" : "SENDS-FLOW-ID",
                    signal.line() + " with the id " + first.flow().id() + ", the flow of the transfer that the "
                            + message.type() + " names, and nothing about another flow",
                    stray.line() + ", which is the flow of another transfer",
                    stray.exchange());
        }
        first.messages(message).stream()
                .findFirst()
                .ifPresent(echo -> transfers.violated(
                        "TP-SENDS-ONCE",
                        "no " + message.type() + " to the counter-party that has sent one itself",
                        "a " + message.type() + " arrived",
                        echo.exchange()));
        second.state()
                .filter(state -> !state.equals("STARTED"))
                .ifPresent(state -> moved("a " + message.type() + " about another one", state, transfers));
    }

    private static void moved(String cause, String state, Transfers transfers) {
        transfers.violated("TP-NEIGHBOUR", "a transfer that stays STARTED after " + cause, "state is " + state, null);
    }

    static Stream<Row> pairs(Edition edition) {
        var rules = edition.transfers();
        return Stream.of(Kinds.PROVIDER_PULL, Kinds.CONSUMER_PUSH)
                .flatMap(kind -> Stream.of("suspension", "termination").flatMap(name -> {
                    var message = rules.protocol().message(name);
                    var event = TransferRules.event(message, rules.machine().state("STARTED"));
                    return rules.signal(kind.side(), event).map(edition::operation).stream()
                            .map(signal -> Row.of(kind, signal, message).needing(Capability.SUSPEND));
                }));
    }

    @Case(
            value = "TP-NEIGHBOUR-ADDRESS",
            title = "Consumers of {0}s that start at the same moment are told their own data addresses",
            stimulus =
                    "Four transfers are requested; the data plane answers all of them at the same moment, each with another"
                            + " dataAddress.",
            expected = "Each TransferStartMessage carries the dataAddress of its own flow.",
            fix = "Keep the dataAddress of an answer with the transfer that it belongs to.")
    @Verifies("RELAYS-STARTED-ADDRESS")
    @Rows("pull")
    void ownAddresses(FlowKind kind, Transfers transfers) {
        var begin = transfers.signalFor(kind, "begin").orElseThrow();
        var moment = System.nanoTime() + transfers.system().timeouts().quiet().toNanos();
        var script = Script.obedient().answering(begin.name(), (signal, flow) -> Answers.done(signal, flow)
                .after(Duration.ofNanos(Math.max(0, moment - System.nanoTime()))));
        var all = Stream.generate(() -> transfers.fresh(kind).following(script))
                .limit(NEIGHBOURS)
                .toList();
        all.forEach(transfers::begun);
        all.forEach(each -> tellsItsOwn(each, all, transfers));
    }

    private static void tellsItsOwn(Transfer transfer, List<Transfer> all, Transfers transfers) {
        var start = transfers.protocol().message("start");
        var arrival = transfers.require(transfer.awaitsMessage(start), "the " + start.type(), "TP-SENDS-START");
        Bodies.object(arrival.body())
                .filter(AddressCheck::carries)
                .map(body -> String.valueOf(body.get("dataAddress")))
                .ifPresent(told -> all.stream()
                        .filter(other ->
                                other != transfer && told.contains(other.flow().id()))
                        .findFirst()
                        .ifPresent(other -> confused(transfer, other, start, arrival.exchange(), transfers)));
    }

    private static void confused(
            Transfer transfer, Transfer other, TransferMessage start, Exchange exchange, Transfers transfers) {
        transfers.violated(
                "RELAYS-STARTED-ADDRESS",
                "the dataAddress of the flow " + transfer.flow().id() + " in the " + start.type() + " of its transfer",
                "the dataAddress of the flow of another transfer, "
                        + other.flow().id(),
                exchange);
    }

    @Case(
            value = "SENDS-PUSH-ADDRESS-OWN",
            title = "The flows of {0}es that are requested at the same moment get their own data addresses",
            stimulus = "Four transfers are requested at the same moment, each with another dataAddress.",
            expected = "Each start request carries the dataAddress of its own transfer.",
            fix = "Keep the dataAddress of a request with the transfer that it has made.")
    @Verifies("SENDS-PUSH-ADDRESS")
    @Rows("push")
    void ownDestinations(FlowKind kind, Transfers transfers, CaseContext context) {
        if (!transfers.system().dataAddress().isEmpty()) {
            throw Unjudgeable.untested("every push has the address that the description names (dataAddress)");
        }
        var begin = transfers.signalFor(kind, "begin").orElseThrow();
        var all = Stream.generate(() -> transfers.fresh(kind)).limit(NEIGHBOURS).toList();
        var requests = all.stream().<Supplier<Reply>>map(each -> each::request).toList();
        Simultaneous.replies(context.journal(), requests)
                .forEach(reply ->
                        transfers.acknowledged(reply, transfers.protocol().message("request")));
        for (var each : all) {
            var arrival = transfers.require(each.awaitsSignal(begin), "the signal " + begin.name(), "SENDS-START");
            var other = foreign(each, arrival);
            if (other.isPresent()
                    && context.journal().tape().isPresent()
                    && all.stream().map(NeighbourCases::endpoint).noneMatch(other.get()::equals)) {
                throw new Unrecorded(
                        "the record does not tell whose data address a push has that is none of this case");
            }
            other.ifPresent(strange -> transfers.violated(
                    "SENDS-PUSH-ADDRESS",
                    "the dataAddress of its own transfer, " + endpoint(each) + ", in the request of " + begin.name(),
                    "the dataAddress of another transfer, " + strange,
                    arrival.exchange()));
        }
    }

    /** An endpoint of the suite in a request that has not the one of its own transfer. */
    private static Optional<String> foreign(Transfer transfer, Arrival arrival) {
        var own = endpoint(transfer);
        var place = Pattern.quote(own.substring(0, own.lastIndexOf('/') + 1)) + "[^\"\\\\]+";
        return Pattern.compile(place)
                .matcher(arrival.body())
                .results()
                .map(MatchResult::group)
                .filter(each -> !arrival.body().contains(own))
                .findFirst();
    }

    private static String endpoint(Transfer transfer) {
        return String.valueOf(transfer.address().get("endpoint"));
    }

    static Stream<Row> push(Edition edition) {
        return Stream.of(Row.of(Kinds.PROVIDER_PUSH));
    }

    static Stream<Row> pull(Edition edition) {
        return edition.requirements().containsKey("RELAYS-STARTED-ADDRESS")
                ? Stream.of(Row.of(Kinds.PROVIDER_PULL))
                : Stream.empty();
    }
}
