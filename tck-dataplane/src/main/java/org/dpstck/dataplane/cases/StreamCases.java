package org.dpstck.dataplane.cases;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.exchange.Durations;
import org.dpstck.core.exchange.Unrecorded;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.CaseContext;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.PullScene;

/** §Public API Access Control, §Data Flow State Machine: more than one stream at a time, of one pull and of two. */
public final class StreamCases {

    private static final String STREAM = "STREAM-STOPS";
    private static final String OTHERS = "REVOCATION-OWN-FLOW";

    @Case(
            value = "STREAMS-STOP",
            title = "Of two streams of one pull that are read, neither outlives {0}",
            stimulus =
                    "A pull whose source has no end is read by two requests at the same time; while both bring data the"
                            + " signal is sent.",
            expected = "Within timeouts.callback both answers end, break off, or bring nothing more.",
            fix = "Keep all running requests of a flow, not the last one, and end each of them with its access.")
    @Verifies(STREAM)
    @Rows("streams")
    void everyStreamStops(Operation signal, PullScene scene, Judge judge, CaseContext context)
            throws InterruptedException {
        happens(context);
        var flow = scene.endless();
        var ends = scene.ends();
        var data = PublicData.of(flow, scene);
        var first = Streaming.read(data);
        var rest = Streaming.rest(flow, first, scene);
        var second = Streaming.read(data);
        // Nothing says that a token has to be good for two requests at the same time.
        rest = longer(rest, Streaming.rest(flow, second, scene));
        if (first.isOver()) {
            throw Unjudgeable.untested("the first stream of a pull ends when a second one begins");
        }
        RevocationCases.succeeds(flow, signal);
        var firstStops = Streaming.stops(first, rest, ends);
        var secondStops = Streaming.stops(second, rest, ends);
        if (first.isGivenUp() || second.isGivenUp()) {
            throw Unjudgeable.inconclusive("the suite had to give up reading a stream before its time was over");
        }
        if (!firstStops && !secondStops) {
            throw Unjudgeable.inconclusive("a prerequisite failed: both streams go on, so that it is nothing to do with"
                    + " their number; see the case STREAM-STOPS." + signal);
        }
        if (!firstStops || !secondStops) {
            judge.violated(
                    STREAM,
                    "two streams of one pull that have stopped " + Durations.text(ends.patience()) + " after " + signal
                            + " was accepted",
                    firstStops ? "the one begun last goes on" : "the one begun first goes on",
                    null);
        }
    }

    @Case(
            value = "STREAM-OWN-FLOW",
            title = "{0} of one pull leaves the stream of another alone",
            stimulus =
                    "Two pulls whose sources have no end are read; while both bring data the signal is sent for the first.",
            expected = "The stream of the second goes on.",
            fix = "End the requests of the flow that the signal names, and no others.")
    @Verifies(OTHERS)
    @Rows("others")
    void otherStreamsGoOn(Operation signal, PullScene scene, Judge judge, CaseContext context)
            throws InterruptedException {
        happens(context);
        var stem = "tck-" + UUID.randomUUID();
        var ends = scene.ends();
        var gone = scene.endless(stem + "-1");
        var staying = scene.endless(stem + "-2");
        var both = SideBySide.read(gone, staying, scene);
        var rest = both.rest();
        var second = both.second();
        RevocationCases.succeeds(gone, signal);
        var since = System.nanoTime();
        // What was on its way already says nothing.
        var goesOn = Streaming.until(
                ends.patience(),
                () -> second.isOver() || second.lastAfter(since).compareTo(rest) > 0);
        if (second.isGivenUp() || !goesOn && second.silence().compareTo(rest) <= 0) {
            throw Unjudgeable.inconclusive("the suite had to give up reading the stream before its time was over");
        }
        if (second.isOver() || !goesOn) {
            judge.violated(
                    OTHERS,
                    "the stream of a transfer that is STARTED goes on after " + signal + " of another one",
                    "it " + (second.isOver() ? "ended " : "brought nothing more ")
                            + Durations.text(second.lastAfter(since)) + " after that",
                    null);
        }
    }

    /** A record has what came of a stream in the end, and not when. */
    private static void happens(CaseContext context) {
        if (context.journal().tape().isPresent()) {
            throw new Unrecorded("a record does not tell when the pieces of two streams came");
        }
    }

    static Stream<Row> streams(Edition edition) {
        return leaving(edition, STREAM);
    }

    static Stream<Row> others(Edition edition) {
        return edition.asks(STREAM) ? leaving(edition, OTHERS) : Stream.empty();
    }

    private static Stream<Row> leaving(Edition edition, String requirement) {
        return edition.asks(requirement)
                ? Access.leaving(edition).map(operation -> Access.needing(edition, Row.of(operation)))
                : Stream.empty();
    }

    static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
