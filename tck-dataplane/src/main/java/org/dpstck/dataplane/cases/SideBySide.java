package org.dpstck.dataplane.cases;

import java.time.Duration;
import org.dpstck.core.exchange.Durations;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.DataFlow;
import org.dpstck.dataplane.flow.DataStream;
import org.dpstck.dataplane.flow.PullScene;

/**
 * The streams of two pulls that are read at the same time.
 *
 * <p>One that is over although nothing has happened to its flow may have been ended by what another case does to another
 * flow, which is the very fault. It is read again, until both come or other cases have had time to be done.
 */
final class SideBySide {

    private static final Duration PAUSE = Duration.ofMillis(100);
    /** Of timeouts.callback, which the cases that wait longest take. */
    private static final int TIMES = 2;

    private final PullScene scene;
    private final PublicData one;
    private final PublicData other;
    private DataStream first;
    private DataStream second;

    private SideBySide(DataFlow one, DataFlow other, PullScene scene) {
        this.scene = scene;
        // Once each: where the data is, is told by the answer to a start.
        this.one = PublicData.of(one, scene);
        this.other = PublicData.of(other, scene);
        this.first = Streaming.read(this.one);
        this.second = Streaming.read(this.other);
    }

    /**
     * Begins to read both, and waits until neither has ended while its rhythm was watched.
     *
     * @throws Unjudgeable if one is no stream, or came to an end as often as it was read
     */
    static SideBySide read(DataFlow one, DataFlow other, PullScene scene) {
        var streams = new SideBySide(one, other, scene);
        var longest = scene.ends().patience().multipliedBy(TIMES);
        if (!scene.ends().until(PAUSE, longest, streams::come)) {
            throw Unjudgeable.untested("a stream came to an end by itself, as often as it was read within "
                    + Durations.text(longest)
                    + "; if other cases end it, this one says so where it runs alone (--only 'STREAM-OWN-FLOW*')");
        }
        return streams;
    }

    /** Whether both have come while they were watched; the ones that are over are read again first. */
    private boolean come() throws InterruptedException {
        first = first.isOver() ? Streaming.read(one) : first;
        second = second.isOver() ? Streaming.read(other) : second;
        return comes(one, first) && comes(other, second);
    }

    /** One that never began is none, and nobody has ended it. */
    private boolean comes(PublicData data, DataStream stream) throws InterruptedException {
        if (Streaming.comes(stream, scene.ends())) {
            return true;
        }
        if (!stream.isOver() || !stream.begins(Duration.ZERO)) {
            throw Streaming.none(data.flow(), scene);
        }
        return false;
    }

    DataStream second() {
        return second;
    }

    /**
     * How long nothing has to come of either before it rests.
     *
     * @throws Unjudgeable if one is no stream, or a slower one than can be judged
     */
    Duration rest() throws InterruptedException {
        return StreamCases.longer(
                Streaming.rest(one.flow(), first, scene), Streaming.rest(other.flow(), second, scene));
    }
}
