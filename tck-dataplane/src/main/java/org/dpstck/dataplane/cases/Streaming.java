package org.dpstck.dataplane.cases;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.core.ConditionTimeoutException;
import org.dpstck.core.exchange.Durations;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.DataFlow;
import org.dpstck.dataplane.flow.DataStream;
import org.dpstck.dataplane.flow.FarEnds;
import org.dpstck.dataplane.flow.PullScene;

/** How streams are watched: when one rests, stops, or goes on. */
final class Streaming {

    private static final Duration BEAT = Duration.ofMillis(20);
    /** A stream may come in pieces: a pause between two of them is no stop. */
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);
    /** So many of its own pauses a stream rests before that is a stop. */
    private static final int PAUSES = 3;

    private Streaming() {}

    /** Begins to read the data of a pull that has no end. */
    static DataStream read(DataFlow flow, PullScene scene) {
        return read(PublicData.of(flow, scene));
    }

    /** Begins to read data that has no end, by an address that may be read by others as well. */
    static DataStream read(PublicData data) {
        return data.scene().ends().begin("at the data endpoint, without an end", data.request());
    }

    /**
     * How long nothing has to come of a stream before it rests: longer than between its pieces as they came.
     *
     * @throws Unjudgeable if there is no stream, or a slower one than can be judged
     */
    static Duration rest(DataFlow flow, DataStream stream, PullScene scene) throws InterruptedException {
        var ends = scene.ends();
        if (!comes(stream, ends)) {
            throw none(flow, scene);
        }
        var slow = stream.longestPause().multipliedBy(PAUSES);
        var rest = slow.compareTo(least(ends)) > 0 ? slow : least(ends);
        if (rest.compareTo(ends.patience()) >= 0) {
            throw Unjudgeable.untested("the stream comes in pieces " + Durations.text(stream.longestPause())
                    + " apart, so that timeouts.callback is too short to see whether it rests");
        }
        return rest;
    }

    /** Whether a stream begins, and goes on for as long as its rhythm is watched. */
    static boolean comes(DataStream stream, FarEnds ends) throws InterruptedException {
        return stream.begins(ends.patience()) && stream.goesOn(least(ends), ends.patience());
    }

    static Unjudgeable none(DataFlow flow, PullScene scene) {
        return Unjudgeable.untested("the endpoint hands on no stream" + why(flow, scene));
    }

    private static Duration least(FarEnds ends) {
        return ends.quiet().compareTo(LONGEST_PAUSE) > 0 ? ends.quiet() : LONGEST_PAUSE;
    }

    private static String why(DataFlow flow, PullScene scene) {
        if (!scene.isSource()) {
            return " of the dataset that is said to have no end (dataAccess.stream)";
        }
        return scene.ends().streams(flow) == 0
                ? ": its source was not asked for it"
                : ": its source was asked for it, and what it gives does not come through, or came to an end";
    }

    static boolean stops(DataStream stream, Duration rest, FarEnds ends) {
        return until(
                ends.patience(),
                () -> stream.isOver() || !stream.isGivenUp() && stream.silence().compareTo(rest) > 0);
    }

    static boolean until(Duration deadline, Callable<Boolean> condition) {
        try {
            await().pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(BEAT)
                    .atMost(deadline.compareTo(BEAT) > 0 ? deadline : BEAT.multipliedBy(2))
                    .until(condition);
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }
}
