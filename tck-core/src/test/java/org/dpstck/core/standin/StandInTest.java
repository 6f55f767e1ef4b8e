package org.dpstck.core.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.exchange.ExchangeIds;
import org.dpstck.core.exchange.Header;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.exchange.Redactor;
import org.dpstck.core.sut.CallbackSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StandInTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String PREPARED = "/transfers/p1/dataflow/prepared";

    private final Journal journal = new Journal();
    private StandIn standIn;
    private Inbox inbox;

    @BeforeEach
    void start() {
        standIn = start(CallbackSettings.defaults());
        inbox = standIn.open("k1", "process-1", journal);
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void aCaseMayServeAnAddressOfItsOwn() throws Exception {
        var endpoint = standIn.serve(journal, request -> Served.json(201, "{\"access_token\":\"fake-token\"}"));

        assertThat(Callers.post(endpoint.url() + "?client_secret=fake-secret", "grant_type=x"))
                .isEqualTo(201);
        assertThat(endpoint.arrivals()).singleElement().satisfies(arrival -> {
            assertThat(arrival.path()).endsWith("?client_secret=fake-secret");
            assertThat(arrival.body()).isEqualTo("grant_type=x");
            assertThat(arrival.exchange().answer().status()).isEqualTo(201);
        });
        assertThat(journal.exchanges()).singleElement().asString().doesNotContain("fake-secret", "fake-token");
        assertThat(standIn.total()).as("callbacks").isZero();

        standIn.release(endpoint);
        assertThat(Callers.post(endpoint.url(), "late")).isEqualTo(410);
    }

    @Test
    void aCallbackIsKeptAsItCame() throws Exception {
        var status = Callers.post(standIn.callbackAddress(inbox) + PREPARED + "?a=%2F", "{\"token\":\"fake-token\"}");

        assertThat(status).isEqualTo(200);
        assertThat(inbox.all()).singleElement().satisfies(arrival -> {
            assertThat(arrival.line()).isEqualTo("POST " + PREPARED);
            assertThat(arrival.body()).isEqualTo("{\"token\":\"fake-token\"}");
            assertThat(arrival.header("content-type")).contains("application/json");
            assertThat(arrival.missed()).isFalse();
        });
        assertThat(journal.exchanges()).singleElement().satisfies(exchange -> {
            assertThat(exchange.direction()).isEqualTo(Exchange.Direction.FROM_SYSTEM);
            assertThat(exchange.request().url()).endsWith("/callbacks/k1" + PREPARED + "?a=%2F");
            assertThat(exchange.request().body()).isEqualTo("{\"token\":\"[secret-1]\"}");
            assertThat(exchange.request().headers()).contains(new Header("Authorization", "Bearer [secret-1]"));
            assertThat(exchange.answer().status()).isEqualTo(200);
        });
    }

    @Test
    void anArrivalWakesWhoeverWaits() throws Exception {
        var first = CompletableFuture.supplyAsync(() -> inbox.await(arrival -> true, LONG));
        var both = CompletableFuture.supplyAsync(() -> inbox.await(arrival -> true, 2, LONG));
        var begin = System.nanoTime();
        Callers.post(standIn.callbackAddress(inbox) + "/a", "");
        assertThat(first.get()).isPresent();
        Callers.post(standIn.callbackAddress(inbox) + "/b", "");
        assertThat(both.get()).extracting(Arrival::path).containsExactly("/a", "/b");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LONG);
    }

    @Test
    void waitingLooksAgainOnlyWhenSomethingArrives() throws Exception {
        Callers.post(standIn.callbackAddress(inbox) + "/other", "");
        var looks = new AtomicInteger();

        var found = inbox.await(
                arrival -> {
                    looks.incrementAndGet();
                    return false;
                },
                Duration.ofMillis(300));

        assertThat(found).isEmpty();
        assertThat(looks.get()).isLessThanOrEqualTo(4);
    }

    @Test
    void aWindowIsOverEarlyWhenSomethingUnwantedArrives() throws Exception {
        assertThat(inbox.within(Duration.ZERO, arrival -> true)).isEmpty();
        var window = CompletableFuture.supplyAsync(() -> inbox.within(LONG, arrival -> true));
        Callers.post(standIn.callbackAddress(inbox) + "/a", "");

        assertThat(window.get()).hasSize(1);
        assertThat(inbox.within(LONG, arrival -> true)).hasSize(1);
    }

    @Test
    void whatMissesTheAddressIsAttributedByItsProcess() throws Exception {
        Callers.post(standIn.address() + "/transfers/process-1/dataflow/started", "");
        Callers.post(standIn.address() + "/elsewhere", "{\"processId\":\"process-1\"}");
        Callers.post(standIn.address() + "/callbacks/unknown/x", "");
        Callers.post(standIn.address() + "/callbacks", "");

        assertThat(inbox.all()).hasSize(2).allMatch(Arrival::missed);
        assertThat(inbox.all().get(0).path()).isEqualTo("/transfers/process-1/dataflow/started");
        assertThat(standIn.strangers()).isEqualTo(2);
        assertThat(standIn.total()).isEqualTo(4);
    }

    @Test
    void aReleasedFlowGetsNothing() throws Exception {
        standIn.release(inbox);
        Callers.post(standIn.callbackAddress(inbox) + PREPARED, "{\"processId\":\"process-1\"}");

        assertThat(inbox.all()).isEmpty();
        assertThat(standIn.strangers()).isZero();
        assertThat(standIn.total()).isOne();
    }

    @Test
    void flowsAreKeptApart() throws Exception {
        var threads = Executors.newFixedThreadPool(16);
        try {
            var inboxes = new ArrayList<Inbox>();
            var tasks = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 16; i++) {
                var own = standIn.open("key-" + i, "process-x" + i, new Journal());
                inboxes.add(own);
                for (int j = 0; j < 5; j++) {
                    tasks.add(() -> Callers.post(standIn.callbackAddress(own) + "/x", own.key()));
                }
            }
            for (var status : threads.invokeAll(tasks)) {
                assertThat(status.get()).isEqualTo(200);
            }
            for (var own : inboxes) {
                assertThat(own.all()).hasSize(5).allMatch(arrival -> arrival.body()
                        .equals(own.key()));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theAdvertisedAddressMayHaveAPath() throws Exception {
        try (var behind = start(new CallbackSettings("127.0.0.1", 0, "http://localhost:{port}/base/path"))) {
            var own = behind.open("k", "p-own", new Journal());
            Callers.post(behind.callbackAddress(own) + PREPARED, "");

            assertThat(behind.callbackAddress(own)).matches("http://localhost:\\d+/base/path/callbacks/k");
            assertThat(own.all()).extracting(Arrival::path).containsExactly(PREPARED);
        }
    }

    @Test
    void aBusyPortIsSaid() throws Exception {
        try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var settings = new CallbackSettings("127.0.0.1", busy.getLocalPort(), null);

            assertThatThrownBy(() -> start(settings))
                    .isInstanceOf(StandInException.class)
                    .hasMessageStartingWith("cannot listen for callbacks on 127.0.0.1:" + busy.getLocalPort())
                    .hasMessageContaining("callback.bind");
        }
    }

    @Test
    void closingReleasesThePortAndEndsWhatIsOpen() throws Exception {
        var port = URI.create(standIn.address()).getPort();
        try (var source = Callers.get(standIn.source(inbox))) {
            Callers.until(source.getInputStream(), "dps-tck\n");
            standIn.close();

            assertThat(source.getInputStream().readAllBytes()).hasSizeLessThan(20);
        }
        try (var again = start(new CallbackSettings("127.0.0.1", port, null))) {
            assertThat(again.address()).endsWith(":" + port);
        }
    }

    private static StandIn start(CallbackSettings settings) {
        return StandIn.start(settings, new Redactor(List.of()), new ExchangeIds());
    }
}
