package org.dpstck.controlplane.cases;

import java.time.Duration;
import java.util.stream.Stream;
import org.dpstck.controlplane.flow.DataPlanes;
import org.dpstck.controlplane.flow.FurtherPlane;
import org.dpstck.controlplane.flow.Selection;
import org.dpstck.controlplane.flow.Transfers;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Needs;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.standin.Served;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.verdict.Unjudgeable;

/** Whether data planes are there (§Data plane selection). */
public final class HeartBeatCases {

    private static final int PERIODS = 3;

    @Case(
            value = "HEART-BEAT",
            title = "A registered data plane gets heart-beats",
            stimulus = "A data plane registers, and waits.",
            expected = "Requests to /v1/dataflows/check, time after time, no longer apart than timeouts.heartBeat.",
            fix = "Send every registered data plane a request to its check path in every period.")
    @Verifies("HEART-BEAT?")
    @Needs(Capability.REGISTRATION)
    void beats(DataPlanes planes, Transfers transfers) {
        var period = period(transfers);
        var plane = planes.further();
        planes.join(plane, planes.freshType());
        var beats = plane.heartBeats(2, period.multipliedBy(PERIODS));
        if (beats.size() < 2) {
            var stray = plane.signals().all().stream().findFirst();
            transfers.violated(
                    "HEART-BEAT",
                    "two requests to the check path of a registered data plane within " + PERIODS + " periods of "
                            + period.toMillis() + " ms",
                    beats.size() + " of them"
                            + stray.map(arrival -> ", and " + arrival.line()).orElse(""),
                    beats.isEmpty()
                            ? stray.map(arrival -> arrival.exchange()).orElse(null)
                            : beats.get(0).exchange());
        }
    }

    @Case(
            value = "HEART-BEAT-BUSY",
            title = "A data plane with a flow that runs gets heart-beats",
            stimulus = "A data plane registers, is told to start a transfer, and acknowledges that.",
            expected = "Requests to /v1/dataflows/check go on, no longer apart than timeouts.heartBeat.",
            fix = "Send heart-beats to every registered data plane, whatever it is doing.")
    @Verifies("HEART-BEAT?")
    @Needs({Capability.REGISTRATION, Capability.PROVIDER, Capability.PULL})
    void beatsWhileBusy(DataPlanes planes, Transfers transfers) {
        var period = period(transfers);
        var plane = planes.further();
        serving(plane, planes.freshType(), planes, transfers);
        plane.isHere();
        var beats = plane.heartBeats(2, period.multipliedBy(PERIODS));
        if (beats.size() < 2) {
            transfers.violated(
                    "HEART-BEAT",
                    "two requests to the check path of a data plane with a flow that runs, within " + PERIODS
                            + " periods of " + period.toMillis() + " ms",
                    beats.size() + " of them",
                    beats.isEmpty() ? null : beats.get(0).exchange());
        }
    }

    @Case(
            value = "UNAVAILABLE-NOT-SELECTED",
            title = "A data plane whose heart-beats fail ({0}) gets no flows",
            stimulus =
                    "A data plane is registered for a type of its own, and served a transfer; its heart-beats fail in this way from"
                            + " then on; a transfer of the type is requested.",
            expected = "No start at its address.",
            fix = "Leave data planes out of the selection whose last heart-beat was not answered with a success.")
    @Verifies("UNAVAILABLE-NOT-SELECTED?")
    @Needs({Capability.REGISTRATION, Capability.PROVIDER, Capability.PULL})
    @Rows("failures")
    void unavailable(Failure failure, DataPlanes planes, Transfers transfers) {
        var plane = planes.further();
        var type = planes.freshType();
        var selection = gone(failure, plane, type, planes, transfers);
        var known = Stream.concat(plane.processes().stream(), selection.processes().stream())
                .toList();
        var reply = planes.request(transfers.fresh(Kinds.PROVIDER_PULL), type);
        Unserved.taken(reply, "UNAVAILABLE-NOT-SELECTED", "whose data plane is unavailable", transfers);
        plane.starts(known, selection.silence(transfers.system().timeouts().quiet()))
                .ifPresent(stray -> transfers.violated(
                        "UNAVAILABLE-NOT-SELECTED",
                        "no signal to a data plane whose heart-beats fail: they " + failure.words,
                        stray.line() + " at its address",
                        stray.exchange()));
    }

    @Case(
            value = "AVAILABLE-AGAIN",
            title = "A data plane whose heart-beats succeed again gets flows again",
            stimulus =
                    "The heart-beats of a registered data plane fail for a while, and then succeed; a transfer of its type is"
                            + " requested.",
            expected = "Heart-beats go on, and the start arrives at its address.",
            fix = "Go on with the heart-beats, and take the data plane back when one succeeds.")
    @Verifies("AVAILABLE-AGAIN?")
    @Needs({Capability.REGISTRATION, Capability.PROVIDER, Capability.PULL})
    void returns(DataPlanes planes, Transfers transfers) {
        var plane = planes.further();
        var type = planes.freshType();
        gone(Failure.UNAVAILABLE, plane, type, planes, transfers);
        var period = period(transfers);
        plane.isHere();
        if (plane.heartBeats(2, period.multipliedBy(PERIODS)).size() < 2) {
            transfers.violated(
                    "AVAILABLE-AGAIN",
                    "heart-beats to a data plane that was unavailable, time after time",
                    "fewer than two within " + PERIODS + " periods of " + period.toMillis() + " ms",
                    null);
            return;
        }
        var selection = planes.selects(plane, type, transfers);
        if (selection.start().isEmpty()) {
            transfers.violated(
                    "AVAILABLE-AGAIN",
                    "the start at a data plane whose heart-beats succeed again",
                    "none within the time for callbacks; the request gave " + Replies.observed(selection.reply()),
                    selection.reply().exchange());
        }
    }

    static Stream<Row> failures(Edition edition) {
        return Stream.of(Failure.values()).map(Row::of);
    }

    /**
     * Ways in which a heart-beat does not return successfully.
     *
     * <p>A broken connection is none of them: HTTP clients repeat a GET by themselves, so that what is one failed check to the
     * system looks like several.
     */
    enum Failure {
        UNAVAILABLE("503", "get 503", Served.json(503, "{\"error\": \"unavailable\"}")),
        UNKNOWN("404", "get 404", Served.empty(404));

        private final String name;
        private final String words;
        private final Served served;

        Failure(String name, String words, Served served) {
            this.name = name;
            this.words = words;
            this.served = served;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Registers, serves a transfer, and then fails its heart-beats until the system has seen it. */
    private static Selection gone(
            Failure failure, FurtherPlane plane, String type, DataPlanes planes, Transfers transfers) {
        var period = period(transfers);
        var selection = serving(plane, type, planes, transfers);
        plane.answersHeartBeats(failure.served);
        if (plane.heartBeats(1, period.multipliedBy(PERIODS)).isEmpty()) {
            throw Unjudgeable.inconclusive(
                    "a prerequisite failed: no heart-beat came; see the cases HEART-BEAT and HEART-BEAT-BUSY");
        }
        plane.heartBeats(2, period);
        return selection;
    }

    /** Registers, and is told to start a transfer. */
    private static Selection serving(FurtherPlane plane, String type, DataPlanes planes, Transfers transfers) {
        planes.join(plane, type);
        var selection = planes.selects(plane, type, transfers);
        if (selection.start().isEmpty()) {
            throw Unjudgeable.inconclusive(
                    "a prerequisite failed: a registered data plane gets no start, the request gave "
                            + Replies.observed(selection.reply()) + "; see the case DATAPLANES-TYPES");
        }
        return selection;
    }

    private static Duration period(Transfers transfers) {
        return transfers
                .system()
                .controlPlane()
                .dataPlanes()
                .heartBeat()
                .orElseThrow(() -> Unjudgeable.untested(
                        "how long the system takes between two heart-beats is not told: timeouts.heartBeat"));
    }
}
