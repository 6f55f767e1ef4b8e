package org.dpstck.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The pair as it is works by itself; otherwise findings about one of its planes would be worth nothing. */
@ExtendWith(EdcPairExtension.class)
class TransferTest {

    private Counterpart around;
    private Management management;

    @BeforeEach
    void standAround(EdcPair edc) throws Exception {
        around = new Counterpart();
        management = new Management(edc.controlPlane(), around);
    }

    @AfterEach
    void close() {
        around.close();
    }

    @Test
    void theCatalogueOffersWhatTheDataPlaneRegistered() throws Exception {
        var distributions = management.dataset(management.offer()).path("distribution");
        assertThat(distributions.valueStream().map(it -> it.path("format").asString()))
                .containsExactlyInAnyOrder("HttpData-PULL", "HttpData-PUSH");
    }

    @Test
    void aPullGivesDataUntilItIsTerminated() throws Exception {
        var transfer = management.transfer(management.agree(management.offer()), "HttpData-PULL");
        var address = management
                .told(transfer, "TransferProcessStarted")
                .path("dataAddress")
                .path("properties");
        var endpoint = URI.create(property(address, "endpoint"));
        var token = property(address, "authorization");

        assertThat(get(endpoint, token).body()).isEqualTo(Counterpart.DATA);
        management.terminate(transfer);
        management.told(transfer, "TransferProcessTerminated");
        // Told by the consumer's side; the provider's side has its own pace.
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(get(endpoint, token).statusCode()).isEqualTo(403));
    }

    @Test
    void aPushDeliversData() throws Exception {
        var transfer = management.transfer(management.agree(management.offer()), "HttpData-PUSH");
        assertThat(around.pushed()).isEqualTo(Counterpart.DATA);
        management.told(transfer, "TransferProcessCompleted");
    }

    private static HttpResponse<String> get(URI address, String token) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(address).header("Authorization", token).timeout(Duration.ofSeconds(10));
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String property(JsonNode properties, String name) {
        return properties.path("https://w3id.org/edc/v0.0.1/ns/" + name).asString();
    }
}
