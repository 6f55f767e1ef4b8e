package org.dpstck.core.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.dpstck.core.exchange.ExchangeIds;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.exchange.Redactor;
import org.dpstck.core.sut.CallbackSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One address for all flows: whose a callback is, its path tells. */
class SharedAddressTest {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final StandIn standIn =
            StandIn.start(CallbackSettings.defaults(), new Redactor(List.of()), new ExchangeIds());
    private final HttpClient client = HttpClient.newHttpClient();

    SharedAddressTest() {
        standIn.shareAddress();
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void findsTheFlowByItsTransferId() throws Exception {
        var first = standIn.open("one", "process-1", new Journal());
        var second = standIn.open("two", "process-2", new Journal());

        call("process-2", "prepared");

        assertThat(second.await(arrival -> true, SOON)).hasValueSatisfying(arrival -> {
            assertThat(arrival.path()).isEqualTo("/transfers/process-2/dataflow/prepared");
            assertThat(arrival.missed()).isFalse();
        });
        assertThat(first.all()).isEmpty();
        assertThat(standIn.callbackAddress(first)).isEqualTo(standIn.callbackAddress(second));
    }

    @Test
    void keepsACallbackUntilTheSystemsOwnIdIsKnown() throws Exception {
        var flow = standIn.open("one", "process-1", new Journal());

        call("flow-9", "started");
        standIn.isCalled(flow, "flow-9");

        assertThat(flow.await(arrival -> true, SOON)).hasValueSatisfying(arrival -> assertThat(arrival.path())
                .isEqualTo("/transfers/flow-9/dataflow/started"));
        assertThat(standIn.strangers()).isZero();
    }

    @Test
    void countsStrangersButNoLateWordsAboutEndedFlows() throws Exception {
        var flow = standIn.open("one", "process-1", new Journal());
        standIn.release(flow);

        call("process-1", "completed");
        call("nobody", "completed");

        assertThat(standIn.strangers()).isEqualTo(1);
        assertThat(flow.all()).isEmpty();
    }

    private void call(String transfer, String callback) throws IOException, InterruptedException {
        var uri = URI.create(standIn.sharedAddress() + "/transfers/" + transfer + "/dataflow/" + callback);
        var reply = client.send(
                HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString("{}")).build(), BodyHandlers.discarding());
        assertThat(reply.statusCode()).isEqualTo(200);
    }
}
