package org.dpstck.controlplane.cases;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.dpstck.controlplane.flow.Answers;
import org.dpstck.controlplane.flow.DataFlow;
import org.dpstck.controlplane.flow.DataPlanes;
import org.dpstck.controlplane.flow.FurtherPlane;
import org.dpstck.controlplane.flow.Transfer;
import org.dpstck.controlplane.flow.Transfers;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Needs;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.standin.Served;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.verdict.Unjudgeable;

/** Which data plane is selected, and that it stays with the flow (§Data plane selection, §Fulfilling data requests). */
public final class ChoiceCases {

    /** So many that a choice at random is not the right one each time. */
    private static final int SEVERAL = 6;

    private static final int LOST = 2;

    private static final List<String> ROUNDS =
            List.of("suspension", "start", "suspension", "start", "suspension", "start", "termination");

    @Case(
            value = "DATAPLANES-TYPES",
            title = "A data plane gets the flows of the types that it has registered for, and no others",
            stimulus = "A data plane registers for a type; transfers of that type and of another one are requested.",
            expected = "The start of its own type at its address, and nothing else.",
            fix = "Select among the data planes that support the transfer type of the request.")
    @Verifies("DATAPLANES-TYPES")
    @Needs({Capability.REGISTRATION, Capability.PROVIDER, Capability.PULL})
    @org.dpstck.core.junit.Rows("selecting")
    void types(DataPlanes planes, Transfers transfers) {
        var plane = planes.further();
        var type = planes.freshType();
        planes.join(plane, type);
        var selection = planes.selects(plane, type, transfers);
        if (selection.start().isEmpty()) {
            var reply = selection.reply();
            transfers.violated(
                    "DATAPLANES-TYPES",
                    "the start request at the data plane that is registered for " + type,
                    "nothing within the time for callbacks; the request gave " + Replies.observed(reply),
                    reply.exchange());
            return;
        }
        var known = Stream.concat(plane.processes().stream(), selection.processes().stream())
                .toList();
        planes.request(transfers.fresh(Kinds.PROVIDER_PULL), planes.freshType());
        // A start that comes late may be one of the type: the second of two that were requested.
        plane.starts(
                        known,
                        type,
                        selection.silence(transfers.system().timeouts().quiet()))
                .ifPresent(stray -> transfers.violated(
                        "DATAPLANES-TYPES",
                        "no signal about a type that the data plane does not support",
                        stray.line() + " at its address",
                        stray.exchange()));
    }

    static Stream<Row> selecting(Edition edition) {
        return edition.asks("DATAPLANES-SOURCES") ? Stream.of(Row.single()) : Stream.empty();
    }

    @Case(
            value = "DATAPLANES-SOURCES",
            title = "A data plane that cannot transfer from the source gets no flow",
            stimulus =
                    "Three data planes register, each for a type of its own: for the source type of the dataset; for another one"
                            + " and that behind it; and for types alone that the dataset does not have, some of which are called"
                            + " almost like that of the dataset.",
            expected = "The starts at those that name the source type of the dataset, and nothing at the third one.",
            fix =
                    "Compare the type of the source with each of allowedSourceTypes, by its whole name, before a data plane is"
                            + " selected.")
    @Verifies("DATAPLANES-SOURCES?")
    @Needs({Capability.REGISTRATION, Capability.PROVIDER, Capability.PULL})
    void sources(DataPlanes planes, Transfers transfers) {
        var source = transfers.system().controlPlane().dataPlanes().source();
        var able = planes.further();
        var type = planes.freshType();
        planes.join(able, type);
        var selection = planes.selects(able, type, transfers);
        if (selection.start().isEmpty()) {
            throw Unjudgeable.inconclusive("a prerequisite failed: a data plane for the source type " + source
                    + " gets no start, the request gave "
                    + Replies.observed(selection.reply()) + "; transferTypes.source has to be that of the dataset");
        }
        var foreign = planes.further();
        var other = planes.freshType();
        planes.join(foreign, planes.foreignSources(), List.of(other));
        second(source, planes, transfers);
        planes.awaitCheck(foreign, transfers);
        planes.request(transfers.fresh(Kinds.PROVIDER_PULL), other);
        var silence = selection.silence(transfers.system().timeouts().quiet());
        var stray = foreign.signals().within(silence, any -> true);
        if (!stray.isEmpty()) {
            transfers.violated(
                    "DATAPLANES-SOURCES",
                    "no signal to a data plane that cannot transfer from the source type " + source,
                    stray.get(0).line() + " at its address",
                    stray.get(0).exchange());
        }
    }

    /** A data plane says where it can transfer from by a list, of which each counts. */
    private static void second(String source, DataPlanes planes, Transfers transfers) {
        var plane = planes.further();
        var type = planes.freshType();
        planes.join(plane, List.of(planes.foreignSource(), source), List.of(type));
        var selection = planes.selects(plane, type, transfers);
        if (selection.start().isEmpty()) {
            transfers.violated(
                    "DATAPLANES-SOURCES",
                    "the start request at a data plane that names the source type " + source + " behind another one",
                    "nothing within the time for callbacks; the request gave " + Replies.observed(selection.reply()),
                    selection.reply().exchange());
        }
    }

    @Case(
            value = "REMEMBERS-DATA-PLANE",
            title = "A flow stays with the data plane that was selected for it",
            stimulus =
                    "Six data planes register for the same type; a transfer is requested, three times suspended and resumed, and"
                            + " terminated by the counter-party.",
            expected = "All signals about it at the data plane that got the start.",
            fix = "Record which data plane was selected, and send everything about the flow there.")
    @Verifies("REMEMBERS-DATA-PLANE?")
    @Needs({Capability.REGISTRATION, Capability.PROVIDER, Capability.PULL, Capability.SUSPEND})
    void remembers(DataPlanes planes, Transfers transfers) {
        var all = planes.inbox();
        var type = planes.freshType();
        var several = Stream.generate(() -> planes.further(all)).limit(SEVERAL).toList();
        several.forEach(plane -> planes.join(plane, type));
        var selection = planes.selects(several.get(0), type, transfers);
        var transfer = selection.transfer();
        transfers.acknowledged(selection.begun().reply(), transfers.protocol().message("request"));
        var start = transfers.require(selection.start(), "the start", "DATAPLANES-TYPES");
        var chosen = chosen(several, start);
        var process = chosen.process(start);
        transfers.requireState(transfer, "STARTED");
        var number = 1;
        for (var name : ROUNDS) {
            var message = transfers.protocol().message(name);
            transfers.passes(transfer, message);
            number++;
            var signals = all.await(
                    chosen.about(process), number, transfers.system().timeouts().callback());
            transfers.settled(transfer, message.state());
            if (misled(chosen, signals, transfer, message.type(), transfers)) {
                return;
            }
            if (signals.size() < number) {
                throw Unjudgeable.inconclusive("no signal about the flow came after the " + message.type()
                        + ", neither to the data plane that was selected nor to another one; see the cases SENDS-*");
            }
        }
    }

    @Case(
            value = "RESENDS-THERE",
            title = "A start whose acknowledgement is lost is sent again to the data plane that was selected",
            stimulus =
                    "Six data planes register for the same type; a transfer is requested; whichever gets its start takes it, and"
                            + " the first two acknowledgements are lost.",
            expected = "The start again at the data plane that got it first, and at no other one.",
            fix =
                    "Record which data plane was selected before the start is sent, and send it there until it is acknowledged.")
    @Verifies("REMEMBERS-DATA-PLANE?")
    @Needs({Capability.REGISTRATION, Capability.PROVIDER, Capability.PULL})
    void resendsThere(DataPlanes planes, Transfers transfers) {
        var all = planes.inbox();
        var type = planes.freshType();
        var losing = losing();
        var several = Stream.generate(() -> planes.further(all)).limit(SEVERAL).toList();
        several.forEach(plane -> plane.answersStarts(losing));
        several.forEach(plane -> planes.join(plane, type));
        var selection = planes.selects(several.get(0), type, transfers);
        transfers.acknowledged(selection.begun().reply(), transfers.protocol().message("request"));
        var start = transfers.require(selection.start(), "the start", "DATAPLANES-TYPES");
        var chosen = chosen(several, start);
        var starts = all.await(
                chosen.about(chosen.process(start)),
                LOST + 1,
                transfers.system().timeouts().callback());
        if (!misled(chosen, starts, selection.transfer(), "lost acknowledgement", transfers) && starts.size() < 2) {
            throw Unjudgeable.inconclusive("the start did not come again; see the cases RESENDS-START");
        }
    }

    /** Takes every start, and loses the first acknowledgements of it. */
    private static BiFunction<Operation, DataFlow, Served> losing() {
        var taken = new ConcurrentHashMap<String, Integer>();
        return (operation, flow) ->
                taken.merge(flow.id(), 1, Integer::sum) <= LOST ? Served.nothing() : Answers.done(operation, flow);
    }

    private static FurtherPlane chosen(List<FurtherPlane> several, Arrival start) {
        return several.stream()
                .filter(plane -> plane.own().test(start))
                .findFirst()
                .orElseThrow();
    }

    /** Whether a signal went to another data plane of the suite: one of the case, or that of the run. */
    private static boolean misled(
            FurtherPlane chosen, List<Arrival> signals, Transfer transfer, String after, Transfers transfers) {
        var elsewhere = transfer.hasFlow() ? transfer.flow().inbox().all().stream() : Stream.<Arrival>empty();
        var stray = Stream.concat(signals.stream().filter(chosen.own().negate()), elsewhere)
                .findFirst();
        stray.ifPresent(arrival -> transfers.violated(
                "REMEMBERS-DATA-PLANE",
                "the signal after the " + after + " at the data plane that was selected, " + chosen.url(),
                arrival.exchange().request().method() + " "
                        + arrival.exchange().request().url(),
                arrival.exchange()));
        return stray.isPresent();
    }
}
