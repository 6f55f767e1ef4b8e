package org.dpstck.reference;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** Base of tests that start data planes of their own. */
abstract class PlaneTest {

    private final List<AutoCloseable> open = new ArrayList<>();
    final CallbackInbox inbox = opened(new CallbackInbox());

    final <T extends AutoCloseable> T opened(T resource) {
        open.add(0, resource);
        return resource;
    }

    final TestClient plane() {
        return plane(ReferenceOptions.defaults());
    }

    final TestClient plane(ReferenceOptions options) {
        return new TestClient(opened(ReferenceDataPlane.start(options.withDelay(Duration.ofMillis(30)))));
    }

    /** A prepared consumer flow. */
    final String prepared(TestClient client, Message message) {
        return client.prepare(message).string("dataFlowId");
    }

    /** A started provider flow. */
    final String started(TestClient client, Message message) {
        return client.start(message).string("dataFlowId");
    }

    final Message pushStart() {
        return Message.push(inbox).to(inbox.address() + "/sink", "fake-token");
    }

    @AfterEach
    void closeEverything() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }
}
