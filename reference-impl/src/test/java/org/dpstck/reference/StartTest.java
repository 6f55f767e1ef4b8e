package org.dpstck.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Starting and stopping. */
class StartTest extends PlaneTest {

    @Test
    void saysWhichPortIsTaken() {
        ReferenceDataPlane first = opened(ReferenceDataPlane.start(ReferenceOptions.defaults()));
        int port = first.baseUrl().getPort();
        assertThatExceptionOfType(ReferenceStartException.class)
                .isThrownBy(() ->
                        ReferenceDataPlane.start(ReferenceOptions.defaults().withPort(port)))
                .withMessageContaining("Port " + port)
                .withMessageContaining("another port");
    }

    @Test
    void freesItsPortOnClose() {
        ReferenceDataPlane first = ReferenceDataPlane.start(ReferenceOptions.defaults());
        int port = first.baseUrl().getPort();
        first.close();
        opened(ReferenceDataPlane.start(ReferenceOptions.defaults().withPort(port)));
    }

    @Test
    void servesBelowAnyBasePath() {
        for (String base : List.of("", "/", "a/b/", "/v1")) {
            TestClient client = plane(ReferenceOptions.defaults().withBasePath(base));
            assertThat(client.prepare(Message.push(inbox)).status()).isEqualTo(200);
        }
    }

    @Test
    void runsManyInOneProcess() {
        List<TestClient> planes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            planes.add(plane());
        }
        Message message = Message.push(inbox);
        for (TestClient client : planes) {
            assertThat(client.prepare(message).status()).isEqualTo(200);
        }
    }
}
