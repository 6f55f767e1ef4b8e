package org.dpstck.dataplane.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.exchange.WireFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DataStreamTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(200);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final CountDownLatch ended = new CountDownLatch(1);

    @AfterEach
    void stop() {
        ended.countDown();
        clock.shutdownNow();
    }

    @Test
    void oneThatKeepsComingGoesOnAndTellsItsRhythm() throws Exception {
        var stream = DataStream.begun(false, pieces(40));

        assertThat(stream.begins(LONG)).isTrue();
        assertThat(stream.goesOn(SHORT, LONG)).isTrue();
        assertThat(stream.longestPause()).isGreaterThan(Duration.ofMillis(20));
        assertThat(stream.isOver()).isFalse();
    }

    @Test
    void oneThatCameOnceAloneDoesNotGoOn() throws Exception {
        var stream = DataStream.begun(false, came -> {
            came.run();
            return untilEnded(null);
        });

        assertThat(stream.begins(LONG)).isTrue();
        assertThat(stream.goesOn(SHORT, SHORT)).isFalse();
        assertThat(stream.silence()).isGreaterThan(SHORT);
    }

    @Test
    void oneThatEndedAtOnceDoesNotGoOn() throws Exception {
        ended.countDown();
        var stream = DataStream.begun(false, came -> {
            came.run();
            return untilEnded(null);
        });

        assertThat(stream.begins(LONG)).isTrue();
        assertThat(stream.goesOn(SHORT, LONG)).isFalse();
    }

    @Test
    void whatTheSuiteGaveUpIsNotOver() {
        ended.countDown();
        var reading = new CompletableFuture<Boolean>();
        var stream = DataStream.begun(false, came -> {
            reading.complete(true);
            return untilEnded(new WireFailure(WireFailure.Kind.TIME_OUT, "no complete answer within 1 s"));
        });
        reading.join();

        assertThat(Waiting.until(Duration.ofMillis(5), LONG, stream::isGivenUp)).isTrue();
        assertThat(stream.isOver()).isFalse();
    }

    private Function<Runnable, Reply> pieces(long everyMillis) {
        return came -> {
            clock.scheduleAtFixedRate(came, 0, everyMillis, TimeUnit.MILLISECONDS);
            return untilEnded(null);
        };
    }

    private Reply untilEnded(WireFailure failure) {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Reply(null, failure == null ? 200 : 0, List.of(), new byte[0], failure);
    }
}
