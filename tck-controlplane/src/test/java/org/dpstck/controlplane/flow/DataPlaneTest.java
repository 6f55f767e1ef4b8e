package org.dpstck.controlplane.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dpstck.core.edition.ControlPlaneEditions;
import org.dpstck.core.edition.Direction;
import org.dpstck.core.edition.Editions;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Side;
import org.dpstck.core.exchange.ExchangeIds;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.exchange.Redactor;
import org.dpstck.core.standin.StandIn;
import org.dpstck.core.sut.CallbackSettings;
import org.junit.jupiter.api.Test;

/** Whose transfer a signal is about that comes to the data plane of the suite. */
class DataPlaneTest {

    private static final FlowKind KIND = new FlowKind(Side.CONSUMER, Direction.PUSH);

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void whoeverBeginsGetsTheNextFlow() throws Exception {
        try (var standIn = standIn()) {
            var plane = plane(standIn);
            var taken = new CopyOnWriteArrayList<String>();
            plane.expect(Side.CONSUMER, flow -> {
                taken.add(flow.processId());
                flow.follow(Script.obedient());
            });

            assertThat(prepare(plane, "process-1")).isEqualTo(200);

            assertThat(taken).containsExactly("process-1");
        }
    }

    @Test
    void aSignalTriedAgainAfterItsCaseIsNotTakenForTheTransferThatBegins() throws Exception {
        try (var standIn = standIn()) {
            var plane = plane(standIn);
            var script = Script.obedient().answering("prepare", Answers.status(503));
            var over = plane.claim("process-1", KIND, script, new Journal());
            assertThat(prepare(plane, "process-1")).isEqualTo(503);
            plane.forget(over);
            var taken = new CopyOnWriteArrayList<String>();
            plane.expect(Side.CONSUMER, flow -> {
                taken.add(flow.processId());
                flow.follow(Script.obedient());
            });

            prepare(plane, "process-1");
            assertThat(taken).isEmpty();
            assertThat(prepare(plane, "process-2")).isEqualTo(200);
            assertThat(taken).containsExactly("process-2");
        }
    }

    private static DataPlane plane(StandIn standIn) {
        var edition = new ControlPlaneEditions(new Editions()).load("2026-02", "2025-1");
        return DataPlane.open(edition, standIn, Duration.ofSeconds(2));
    }

    private static StandIn standIn() {
        return StandIn.start(CallbackSettings.defaults(), new Redactor(List.of()), new ExchangeIds());
    }

    private int prepare(DataPlane plane, String process) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(plane.url() + "/dataflows/prepare"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"processId\": \"" + process + "\"}"))
                .build();
        return client.send(request, BodyHandlers.ofString()).statusCode();
    }
}
