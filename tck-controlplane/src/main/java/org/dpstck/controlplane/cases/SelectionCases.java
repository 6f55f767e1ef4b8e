package org.dpstck.controlplane.cases;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dpstck.controlplane.flow.Answers;
import org.dpstck.controlplane.flow.DataPlanes;
import org.dpstck.controlplane.flow.FurtherPlane;
import org.dpstck.controlplane.flow.Script;
import org.dpstck.controlplane.flow.Transfer;
import org.dpstck.controlplane.flow.Transfers;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Needs;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.verdict.Unjudgeable;

/** What data planes say of themselves, and those that nobody reaches (§Data Plane Registration). */
public final class SelectionCases {

    @Case(
            value = "DATAPLANES-LABELS",
            title = "A registration with labels is accepted",
            stimulus = "The plain registration was accepted; now one with two labels.",
            expected = "HTTP 2xx.",
            fix = "Take labels as an optional member, an array of strings.")
    @Verifies("DATAPLANES-LABELS?")
    @Needs(Capability.REGISTRATION)
    void labels(DataPlanes planes, Transfers transfers) {
        var id = planes.freshId();
        var message = new LinkedHashMap<>(planes.message(id, planes.address().url(), planes.freshType()));
        require(planes.register(message));
        message.put("labels", List.of("gold", "blue"));
        var reply = planes.register(message);
        if (!Replies.succeeded(reply)) {
            transfers.violated(
                    "DATAPLANES-LABELS",
                    "HTTP 2xx for a registration with labels",
                    Replies.observed(reply),
                    reply.exchange());
        }
    }

    @Case(
            value = "DATAPLANES-UNREACHABLE",
            title = "A transfer whose data plane {0} does not start",
            stimulus =
                    "A data plane registers and gets a flow; it goes out of order in this way; another transfer of its type is"
                            + " requested.",
            expected = "HTTP 4xx or 503, or an acknowledgement after which nothing starts.",
            fix = "Treat a data plane that cannot be reached, or does not answer, as one that has failed.")
    @Verifies("FLOW-FAILED")
    @Needs({Capability.REGISTRATION, Capability.PROVIDER, Capability.PULL})
    @Rows("outages")
    void unreachable(Outage outage, DataPlanes planes, Transfers transfers) {
        var type = planes.freshType();
        var quiet = transfers.system().timeouts().quiet();
        var plane = planes.further();
        planes.join(plane, type);
        var selection = planes.selects(plane, type, transfers);
        if (selection.start().isEmpty()) {
            throw Unjudgeable.inconclusive(
                    "a prerequisite failed: the data plane gets no start while it works, the request gave "
                            + Replies.observed(selection.reply())
                            + "; see the cases DATAPLANES-TYPES and DATAPLANES-REPLACE");
        }
        outage.strikes(plane, type, planes, quiet);
        var transfer = transfers.fresh(Kinds.PROVIDER_PULL);
        var reply = planes.request(transfer, type);
        if (!Unserved.taken(reply, "FLOW-FAILED", "whose data plane " + outage.words(), transfers)) {
            return;
        }
        var start = transfers.protocol().message("start");
        var termination = transfers.protocol().message("termination");
        transfer.counterParty()
                .inbox()
                .within(quiet.multipliedBy(Outage.PATIENCE), transfer.is(start).or(transfer.is(termination)));
        var told = transfer.messages(start);
        if (!told.isEmpty() || transfers.keeps(transfer, "STARTED")) {
            transfers.violated(
                    "FLOW-FAILED",
                    "no " + start.type() + " and no state STARTED where the data plane " + outage.words(),
                    told.isEmpty() ? "state is STARTED" : "a " + start.type() + " arrived",
                    told.isEmpty() ? null : told.get(0).exchange());
        }
    }

    static Stream<Row> outages(Edition edition) {
        return Stream.of(Outage.values()).map(Row::of);
    }

    /** Ways in which a data plane that is registered is out of order. */
    enum Outage {
        REFUSED("refuses connections"),
        BROKEN("breaks every connection"),
        HANGING("takes requests and does not answer");

        /**
         * How long the outcome is waited for, in times of silence: whoever tries again needs a while before it gives up and
         * tells. One that hangs answers after that that it has failed.
         */
        private static final int PATIENCE = 3;

        private static final int FAILED = 503;

        private final String words;

        Outage(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        /** A data plane that has worked until now goes out of order. */
        void strikes(FurtherPlane plane, String type, DataPlanes planes, Duration quiet) {
            switch (this) {
                case REFUSED -> {
                    require(planes.delete(plane.id()));
                    require(planes.register(planes.message(plane.id(), planes.unreachable(), type)));
                }
                case BROKEN -> plane.answersStarts(Answers::dropped);
                default ->
                    plane.answersStarts((signal, flow) ->
                            Answers.status(FAILED).apply(signal, flow).after(quiet.multipliedBy(PATIENCE + 1)));
            }
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Case(
            value = "DATAPLANES-PASSED-OVER",
            title = "Of two data planes for a type, the one that nobody reaches is passed over",
            stimulus =
                    "Two data planes register for a type, the first of them where nothing listens; a transfer is requested, and"
                            + " terminated once it has started.",
            expected =
                    "The second one is told to start the flow and to terminate it. That none is told draws a warning.",
            fix = "Try the next data plane when a connection is refused, and keep to the one that took the flow.")
    @Verifies({"DATAPLANES-TYPES", "SENDS-TERMINATE"})
    @Needs({Capability.REGISTRATION, Capability.PROVIDER, Capability.PULL})
    @Rows("unasked")
    void passedOver(DataPlanes planes, Transfers transfers) {
        var type = planes.freshType();
        require(planes.register(planes.message(planes.freshId(), planes.unreachable(), type)));
        var second = planes.further();
        require(planes.register(planes.message(planes.freshId(), second.url(), type)));
        var transfer = transfers.fresh(Kinds.PROVIDER_PULL);
        var reply = planes.request(transfer, type);
        if (!took(reply, "where one of two data planes can be reached", 217, transfers)) {
            return;
        }
        if (!begins(second, List.of(), transfer, transfers)) {
            transfers.warned(
                    "DATAPLANES-TYPES",
                    217,
                    "the start request at the data plane for the type that can be reached",
                    "nothing arrived there",
                    reply.exchange());
            return;
        }
        var start = transfers.protocol().message("start");
        transfers.require(transfer.awaitsMessage(start), "the " + start.type(), "TP-SENDS-START");
        var termination = transfers.protocol().message("termination");
        transfers.passes(transfer, termination);
        var terminate = transfers.signalFor(Kinds.PROVIDER_PULL, "terminate").orElseThrow();
        if (second.hears(terminate, transfers.system().timeouts().callback()).isEmpty()) {
            transfers.violated(
                    "SENDS-TERMINATE",
                    terminate.line() + " at the data plane that has started the flow",
                    "no such request there within the time for callbacks",
                    null);
        }
    }

    @Case(
            value = "DATAPLANES-BACK",
            title = "A data plane that could not be reached gets flows again once it is back",
            stimulus =
                    "A data plane breaks every connection; a transfer of its type is requested and fails; then the data plane"
                            + " answers again, and another transfer is requested.",
            expected = "The start request of the second transfer arrives. That none does draws a warning.",
            fix = "Look at each flow anew whether the data plane can be reached.")
    @Verifies("DATAPLANES-TYPES")
    @Needs({Capability.REGISTRATION, Capability.PROVIDER, Capability.PULL})
    @Rows("unasked")
    void back(DataPlanes planes, Transfers transfers) {
        var type = planes.freshType();
        var plane = planes.further(Answers::dropped);
        require(planes.register(planes.message(planes.freshId(), plane.url(), type)));
        var failing = transfers.fresh(Kinds.PROVIDER_PULL);
        if (Replies.succeeded(planes.request(failing, type))) {
            transfers.require(
                    plane.starts(List.of(), transfers.system().timeouts().callback()),
                    "the start request at a data plane that has registered for the type",
                    "DATAPLANES-REPLACE");
            // It may be tried again before it is given up, and that is told by most.
            var termination = transfers.protocol().message("termination");
            failing.counterParty()
                    .inbox()
                    .await(
                            failing.is(termination),
                            transfers.system().timeouts().callback());
        }
        var before = plane.processes();
        plane.follow(Script.obedient());
        var transfer = transfers.fresh(Kinds.PROVIDER_PULL);
        var reply = planes.request(transfer, type);
        if (took(reply, "whose data plane is back", 216, transfers) && !begins(plane, before, transfer, transfers)) {
            transfers.warned(
                    "DATAPLANES-TYPES",
                    216,
                    "the start request at a data plane that is registered and answers again",
                    "nothing arrived there",
                    reply.exchange());
        }
    }

    /** Where heart-beats tell which data planes are there, their own cases say what that means for a selection. */
    static Stream<Row> unasked(Edition edition) {
        return edition.asks("UNAVAILABLE-NOT-SELECTED") ? Stream.empty() : Stream.of(Row.single());
    }

    /** Whether the request was taken; a refusal draws the warning of a flow that does not begin. */
    private static boolean took(Reply reply, String which, int position, Transfers transfers) {
        if (!Replies.succeeded(reply) && reply.answered()) {
            transfers.warned(
                    "DATAPLANES-TYPES",
                    position,
                    "HTTP 2xx for a transfer " + which,
                    Replies.observed(reply),
                    reply.exchange());
        } else if (!Replies.succeeded(reply)) {
            transfers.violated(
                    "DATAPLANES-TYPES", "HTTP 2xx for a transfer " + which, Replies.observed(reply), reply.exchange());
        }
        return Replies.succeeded(reply);
    }

    /** Whether the flow begins at a data plane; a transfer that the system ends before is not waited for. */
    private static boolean begins(FurtherPlane plane, List<String> known, Transfer transfer, Transfers transfers) {
        var timeouts = transfers.system().timeouts();
        var termination = transfers.protocol().message("termination");
        if (plane.starts(known, timeouts.quiet()).isPresent()) {
            return true;
        }
        var ended = !transfer.messages(termination).isEmpty();
        return plane.starts(known, ended ? Duration.ofMillis(1) : timeouts.callback())
                .isPresent();
    }

    private static void require(Reply reply) {
        if (!Replies.succeeded(reply)) {
            throw Unjudgeable.inconclusive("a prerequisite failed: a registration in correct form gave "
                    + Replies.observed(reply) + "; see the case DATAPLANES-CREATE");
        }
    }
}
