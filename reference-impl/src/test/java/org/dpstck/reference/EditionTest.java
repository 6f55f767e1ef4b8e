package org.dpstck.reference;

import java.net.URI;
import java.util.UUID;
import java.util.stream.Stream;
import org.dpstck.reference.edition.Editions;
import org.dpstck.reference.edition.ReferenceEdition;
import org.dpstck.reference.edition.TransferNaming;
import org.dpstck.reference.http.Operation;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** Base of tests that speak every edition, with the messages that each of them wants. */
abstract class EditionTest extends PlaneTest {

    static final String HTTP_PROFILE = "https://w3id.org/dspace-sig/profile/http";

    /** A profile that demands nothing. */
    private static final String PROFILE = "https://profiles.example/test";

    static Stream<String> editions() {
        // The EDC's own interface has tests of its own.
        return ReferenceDataPlane.editions().stream().filter(id -> !id.startsWith("edc-"));
    }

    static Stream<String> candidates() {
        return editions().filter(id -> id.startsWith("1.0-"));
    }

    static Stream<String> drafts() {
        return editions().filter(id -> !id.startsWith("1.0-"));
    }

    static ReferenceEdition edition(String id) {
        return Editions.byId(id).orElseThrow();
    }

    /** A plane of this edition with the inbox as the control plane that is registered by configuration. */
    final TestClient speaking(String edition) {
        return plane(options(edition));
    }

    final ReferenceOptions options(String edition) {
        return ReferenceOptions.defaults().withEdition(edition).withControlPlane(URI.create(inbox.address()));
    }

    final Message push(String edition) {
        return opening(edition, "push");
    }

    final Message pull(String edition) {
        return opening(edition, "pull");
    }

    final Message pushStart(String edition) {
        return push(edition).to(inbox.address() + "/sink", "fake-token");
    }

    private Message opening(String id, String direction) {
        ReferenceEdition edition = edition(id);
        ObjectNode node = Message.push(inbox).without("transferType").node();
        if (!edition.namesCallbacks()) {
            node.remove("callbackAddress");
        }
        String qualified = edition.naming() == TransferNaming.PROFILE_URL ? PROFILE : "com.test.http";
        node.put(edition.naming().member(), qualified + "-" + direction);
        if (edition.required(Operation.PREPARE).contains("claims")) {
            node.putObject("claims");
        }
        return new Message(node);
    }

    /** The smallest message that a signal to this flow needs. */
    static ObjectNode minimal(String edition, Operation operation, String processId) {
        ObjectNode node = Json.object();
        for (String name : edition(edition).required(operation)) {
            node.put(
                    name,
                    name.equals("processId") ? processId : UUID.randomUUID().toString());
        }
        return node;
    }

    static String signal(String edition, Operation operation) {
        return Json.write(minimal(edition, operation, "none"));
    }
}
