package org.dpstck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.dpstck.reference.TestClient.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That faults can be started, and that some of each kind show. */
class FaultTest extends PlaneTest {

    private TestClient faulty(String... faults) {
        return plane(ReferenceOptions.defaults().withFaults(faults));
    }

    @Test
    void everyFaultCanBeStarted() {
        for (Fault fault : Faults.all()) {
            try (ReferenceDataPlane plane =
                    ReferenceDataPlane.start(ReferenceOptions.defaults().withFaults(fault.id()))) {
                assertThat(plane.baseUrl()).as(fault.id()).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PREPARE-201, 201, application/json, PREPARED",
        "PREPARE-SYNC-202, 202, application/json, PREPARED",
        "PREPARE-STATE-MISSING, 200, application/json, dataFlowId",
        "PREPARE-STATE-LOWER-CASE, 200, application/json, prepared",
        "PREPARE-TEXT-PLAIN, 200, text/plain, PREPARED",
        "PREPARE-HTML, 200, text/html, It works",
        "PREPARE-PUSH-REFUSED, 409, application/problem+json, not wanted"
    })
    void spoilsTheAnswerToPrepare(String fault, int status, String mediaType, String words) {
        Reply reply = faulty(fault).prepare(Message.push(inbox));
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).isEqualTo(mediaType);
        assertThat(reply.text()).contains(words);
    }

    @Test
    void acceptsOnlyThePropertyItForgets() {
        TestClient client = faulty("PREPARE-ACCEPTS-MISSING-AGREEMENT-ID");
        Message message = Message.push(inbox);
        assertThat(client.prepare(message.without("agreementId")).status()).isEqualTo(200);
        assertThat(client.prepare(message.without("datasetId")).status()).isEqualTo(400);
    }

    @Test
    void bringsATerminatedFlowBack() {
        TestClient client = faulty("TERMINATED-COMES-BACK-PREPARED");
        String flow = prepared(client, Message.push(inbox).answering("hold"));
        client.signal(flow, "terminate");
        client.admin(flow, "proceed");
        assertThat(inbox.await().operation()).isEqualTo("prepared");
        assertThat(client.state(flow)).isEqualTo("PREPARED");
    }

    @Test
    void movesAlthoughItRefuses() {
        TestClient client = faulty("SUSPEND-409-BUT-MOVES");
        String flow = prepared(client, Message.push(inbox));
        assertThat(client.signal(flow, "suspend").status()).isEqualTo(409);
        assertThat(client.state(flow)).isEqualTo("SUSPENDED");
    }

    @Test
    void spoilsCallbacks() {
        TestClient client = faulty("COMPLETED-CALLBACK-DOUBLED", "COMPLETED-CALLBACK-WITHOUT-ADDRESS-PATH");
        client.admin(started(client, Message.pull(inbox)), "complete");
        assertThat(inbox.await().path()).startsWith("/transfers/");
        assertThat(inbox.await().path()).startsWith("/transfers/");
    }

    @Test
    void leadsToAnotherFlow() {
        TestClient client = faulty("START-LOCATION-FOREIGN");
        Reply reply = client.start(Message.pull(inbox).answering("hold"));
        HttpRequest.Builder location = HttpRequest.newBuilder(client.at("/").resolve(reply.header("Location")));
        Reply status = TestClient.send(location);
        assertThat(status.status()).isEqualTo(200);
        assertThat(status.string("dataFlowId")).isNotEqualTo(reply.string("dataFlowId"));
    }

    @Test
    void withholdsTheState() {
        TestClient client = faulty("STATUS-LAGS");
        String flow = started(client, Message.pull(inbox));
        client.signal(flow, "suspend");
        assertThat(client.state(flow)).isEqualTo("STARTED");
        client.signal(flow, "terminate");
        assertThat(client.state(flow)).isEqualTo("SUSPENDED");
    }
}
