package org.dpstck.core.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dpstck.core.exchange.ExchangeIds;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.exchange.Redactor;
import org.dpstck.core.sut.CallbackSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A system that floods, pushes without end or asks for everything costs little and changes nothing. */
@Timeout(60)
class StandInLimitsTest {

    private static final String FIRST_BYTES = "dps-tck\n";

    private final Journal journal = new Journal();
    private StandIn standIn;
    private Inbox inbox;

    @BeforeEach
    void start() {
        standIn = StandIn.start(CallbackSettings.defaults(), new Redactor(List.of()), new ExchangeIds());
        inbox = standIn.open("k1", "process-1", journal);
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void aCallbackThatIsTooLongIsRefused() throws Exception {
        var address = standIn.callbackAddress(inbox) + "/x";

        assertThat(refused(() -> Callers.post(address, "x".repeat(1 << 21)))).isTrue();
        assertThat(refused(() -> Callers.post(address, Callers.mebibytes(2)))).isTrue();
        assertThat(refused(() -> Callers.post(address, Callers.mebibytes(64)))).isTrue();
        assertThat(inbox.all()).isEmpty();

        assertThat(Callers.post(address, "y".repeat(1 << 20))).isEqualTo(200);
        assertThat(inbox.all()).extracting(arrival -> arrival.body().length()).containsExactly(1 << 20);
        assertThat(journal.exchanges().get(0).request().body())
                .hasSizeLessThan(70_000)
                .endsWith("… (1048576 characters)");
    }

    @Test
    void aFloodOfCallbacksIsCountedAndForgotten() throws Exception {
        var threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> flood = () -> Callers.flood(standIn.callbackAddress(inbox) + "/x", 1_250);
            for (var answered : threads.invokeAll(Collections.nCopies(4, flood))) {
                assertThat(answered.get()).isEqualTo(1_250);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(standIn.total()).isEqualTo(5_000);
        assertThat(inbox.all()).hasSize(100);
        assertThat(journal.exchanges()).hasSize(100);
    }

    @Test
    void longCallbacksAreKeptUpToAnAmount() throws Exception {
        for (int i = 0; i < 8; i++) {
            Callers.post(standIn.callbackAddress(inbox) + "/" + i, "x".repeat(900_000));
        }
        assertThat(standIn.total()).isEqualTo(8);
        assertThat(inbox.all()).hasSize(4);
        Callers.post(standIn.callbackAddress(inbox) + "/small", "");
        assertThat(inbox.await(arrival -> arrival.path().equals("/small"), Duration.ofSeconds(10)))
                .isPresent();
    }

    @Test
    void theSinkSwallowsEverything() throws Exception {
        // It holds its answer back for a while, but does not keep a system waiting for ever.
        assertThat(Callers.post(standIn.sink(inbox), Callers.mebibytes(50))).isEqualTo(200);

        assertThat(inbox.all()).isEmpty();
        assertThat(standIn.total()).isZero();
    }

    @Test
    void theSourceStaysOpenUntilItsFlowIsReleased() throws Exception {
        var other = standIn.open("k2", "process-2", journal);
        try (var socket = Callers.get(standIn.source(inbox));
                var second = Callers.get(standIn.source(inbox))) {
            assertThat(Callers.until(socket.getInputStream(), FIRST_BYTES)).startsWith("HTTP/1.1 200 OK\r\n");
            Callers.until(second.getInputStream(), FIRST_BYTES);
            var rest = CompletableFuture.supplyAsync(() -> rest(socket));
            standIn.release(other);
            assertThatThrownBy(() -> rest.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);

            standIn.release(inbox);

            assertThat(rest.get()).doesNotContain(FIRST_BYTES);
            assertThat(rest(second)).doesNotContain(FIRST_BYTES);
        }
        assertThat(standIn.total()).isZero();
    }

    @Test
    void aStreamGoesOnInPiecesAndCountsThoseWhoTakeIt() throws Exception {
        try (var socket = Callers.get(standIn.stream(inbox) + "/?part=1")) {
            assertThat(Callers.until(socket.getInputStream(), FIRST_BYTES.repeat(20_000)))
                    .as("more than one piece of it")
                    .startsWith("HTTP/1.1 200 OK\r\n");
            assertThat(Callers.head(standIn.stream(inbox))).isEqualTo(200);

            assertThat(standIn.streams(inbox)).isEqualTo(1);
            standIn.release(inbox);
        }
    }

    private static boolean refused(Callable<Integer> post) throws Exception {
        try {
            return post.call() == 413;
        } catch (IOException closed) {
            // A server may close the connection while the rest of the body is still on its way.
            return true;
        }
    }

    private static String rest(Socket socket) {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
