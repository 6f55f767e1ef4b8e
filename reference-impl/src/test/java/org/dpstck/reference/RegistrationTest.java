package org.dpstck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Stream;
import org.dpstck.reference.TestClient.Reply;
import org.dpstck.reference.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** The registration of control planes, and what it means for callbacks. */
class RegistrationTest extends EditionTest {

    private final CallbackInbox other = opened(new CallbackInbox());

    private static Reply send(TestClient client, String method, String path, ObjectNode body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(client.at(path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(Json.write(body)));
        return TestClient.send(body == null ? request : request.header("Content-Type", "application/json"));
    }

    private static ObjectNode message(String id, CallbackInbox inbox) {
        return Json.object().put("controlplaneId", id).put("endpoint", inbox.address());
    }

    private static Reply put(TestClient client, ObjectNode message) {
        return send(client, "PUT", "/controlplanes", message);
    }

    /** A plane that nothing but registration tells where to call. */
    private TestClient unregistered(String edition) {
        return plane(ReferenceOptions.defaults().withEdition(edition));
    }

    private static String open(TestClient client, Message message) {
        return client.start(message.without("callbackAddress")).string("dataFlowId");
    }

    /** The editions whose messages name no address for callbacks; where they do, only that address counts. */
    static Stream<String> silentOnCallbacks() {
        return candidates().filter(id -> !edition(id).namesCallbacks());
    }

    @ParameterizedTest
    @MethodSource("silentOnCallbacks")
    void callsTheRegisteredControlPlaneUntilItIsDeleted(String edition) {
        TestClient client = unregistered(edition);
        assertThat(put(client, message("cp 1", inbox)).status()).isEqualTo(200);
        String first = open(client, pull(edition));
        String second = open(client, pull(edition));
        client.admin(first, "complete");
        assertThat(inbox.await().operation()).isEqualTo("completed");
        assertThat(send(client, "DELETE", "/controlplanes/cp%201", null).status())
                .isEqualTo(204);
        client.admin(second, "complete");
        assertThat(inbox.poll(100)).isNull();
        Reply again = send(client, "DELETE", "/controlplanes/cp%201", null);
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.string("detail")).contains("cp 1");
    }

    @ParameterizedTest
    @MethodSource("silentOnCallbacks")
    void replacesARegistration(String edition) {
        TestClient client = unregistered(edition);
        put(client, message("cp", inbox));
        String flow = open(client, pull(edition));
        assertThat(put(client, message("cp", other)).status()).isEqualTo(200);
        client.admin(flow, "complete");
        assertThat(other.await().operation()).isEqualTo("completed");
        assertThat(inbox.poll(20)).isNull();
    }

    @ParameterizedTest
    @MethodSource("silentOnCallbacks")
    void prefersARegistrationToTheConfiguredControlPlane(String edition) {
        TestClient client =
                plane(ReferenceOptions.defaults().withEdition(edition).withControlPlane(URI.create(inbox.address())));
        put(client, message("cp", other));
        client.admin(open(client, pull(edition)), "complete");
        assertThat(other.await().operation()).isEqualTo("completed");
        send(client, "DELETE", "/controlplanes/cp", null);
        client.admin(open(client, pull(edition)), "complete");
        assertThat(inbox.await().operation()).isEqualTo("completed");
    }

    @ParameterizedTest
    @MethodSource("candidates")
    void refusesWhatIsNoRegistration(String edition) {
        TestClient client = unregistered(edition);
        ObjectNode good = message("cp", inbox);
        for (String name : new String[] {"controlplaneId", "endpoint"}) {
            ObjectNode lacking = good.deepCopy();
            lacking.remove(name);
            assertThat(put(client, lacking).string("detail")).contains(name);
            assertThat(put(client, good.deepCopy().put(name, 5)).status()).isEqualTo(400);
        }
        assertThat(put(client, good.deepCopy().put("endpoint", "nowhere")).status())
                .isEqualTo(400);
        ObjectNode list = good.deepCopy();
        list.putArray("authorization").addObject().put("type", "x");
        assertThat(put(client, list).status()).isEqualTo(400);
        ObjectNode untyped = good.deepCopy();
        untyped.putObject("authorization");
        assertThat(put(client, untyped).status()).isEqualTo(400);
        ObjectNode typed = good.deepCopy();
        typed.putObject("authorization").put("type", "a-profile-of-our-own");
        assertThat(put(client, typed).status()).isEqualTo(200);
        assertThat(send(client, "POST", "/controlplanes", good).header("Allow")).isEqualTo("PUT");
    }

    @ParameterizedTest
    @MethodSource("drafts")
    void registersByPostReplacesByPutAndDeletes(String edition) {
        TestClient client = unregistered(edition);
        ObjectNode good = message("cp", inbox);
        good.putArray("authorization").addObject().put("type", "apikey").put("key", "fake");
        Reply created = send(client, "POST", "/controlplanes/registration", good);
        assertThat(created.status()).isEqualTo(200);
        assertThat(created.header("Location")).isEqualTo("/signaling/controlplanes/cp/registration");
        assertThat(send(client, "PUT", "/controlplanes/cp/registration", good).status())
                .isEqualTo(200);
        assertThat(send(client, "PUT", "/controlplanes/other/registration", good)
                        .status())
                .isEqualTo(404);
        assertThat(send(client, "PUT", "/controlplanes/cp/registration", Json.object())
                        .status())
                .isEqualTo(400);
        assertThat(send(client, "DELETE", "/controlplanes/cp/registration", null)
                        .status())
                .isEqualTo(204);
        assertThat(send(client, "DELETE", "/controlplanes/cp/registration", null)
                        .status())
                .isEqualTo(404);
        ObjectNode object = Json.object().put("endpoint", inbox.address());
        object.putObject("authorization").put("type", "x");
        assertThat(send(client, "POST", "/controlplanes/registration", object).status())
                .isEqualTo(400);
        assertThat(send(client, "POST", "/controlplanes/cp/registration", good).header("Allow"))
                .isEqualTo("PUT, DELETE");
    }

    @ParameterizedTest
    @MethodSource("drafts")
    void findsAnIdForAControlPlaneThatBringsNone(String edition) {
        TestClient client = unregistered(edition);
        ObjectNode bare = Json.object().put("endpoint", inbox.address());
        String location =
                send(client, "POST", "/controlplanes/registration", bare).header("Location");
        URI own = client.at("/").resolve(location);
        assertThat(TestClient.send(HttpRequest.newBuilder(own).DELETE()).status())
                .isEqualTo(204);
        ObjectNode example = bare.put("dataplaneId", "as-in-the-example");
        assertThat(send(client, "POST", "/controlplanes/registration", example).header("Location"))
                .contains("as-in-the-example");
    }

    @Test
    void callsTheRegisteredControlPlaneIn202508() {
        TestClient client = unregistered("2025-08");
        send(client, "POST", "/controlplanes/registration", message("cp", other));
        client.admin(open(client, pull("2025-08")), "complete");
        assertThat(other.await().json().path("state").asString()).isEqualTo("COMPLETED");
        send(client, "PUT", "/controlplanes/cp/registration", message("cp", inbox));
        client.admin(open(client, pull("2025-08")), "complete");
        assertThat(inbox.await().operation()).isEqualTo("completed");
    }
}
