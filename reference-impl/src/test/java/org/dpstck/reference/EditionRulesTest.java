package org.dpstck.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import org.dpstck.reference.TestClient.Reply;
import org.dpstck.reference.http.Operation;
import org.dpstck.reference.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;

/** What the messages of each edition must hold, and how it names a transfer. */
class EditionRulesTest extends EditionTest {

    @Test
    void knowsItsEditions() {
        assertThat(ReferenceDataPlane.editions())
                .containsExactly("edc-1", "2025-08", "2026-02", "1.0-RC1", "1.0-RC2", "1.0-RC3");
        assertThat(ReferenceOptions.defaults().edition()).isEqualTo("2026-02");
        assertThatExceptionOfType(ReferenceStartException.class)
                .isThrownBy(() ->
                        ReferenceDataPlane.start(ReferenceOptions.defaults().withEdition("1.0")))
                .withMessageContaining("'1.0'")
                .withMessageContaining("1.0-RC3");
    }

    @ParameterizedTest
    @MethodSource("editions")
    void wantsEveryRequiredMemberOfPrepareAndStart(String edition) {
        TestClient client = speaking(edition);
        for (String operation : List.of("prepare", "start")) {
            Message good = operation.equals("start") ? pushStart(edition) : push(edition);
            for (String name : edition(edition).required(Operation.valueOf(operation.toUpperCase(Locale.ROOT)))) {
                Reply missing = client.post(
                        "/dataflows/" + operation, good.without(name).json());
                assertThat(missing.status()).as(name).isEqualTo(400);
                assertThat(missing.string("detail")).contains(name);
                Reply mistyped = client.post(
                        "/dataflows/" + operation,
                        good.with(name, IntNode.valueOf(7)).json());
                assertThat(mistyped.status()).as(name).isEqualTo(400);
            }
            assertThat(client.post("/dataflows/" + operation, good.json()).status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @MethodSource("editions")
    void wantsEveryRequiredMemberOfASignal(String edition) {
        TestClient client = speaking(edition);
        for (Operation operation : List.of(Operation.SUSPEND, Operation.TERMINATE)) {
            String flow = started(client, pull(edition));
            boolean identified = edition(edition).required(operation).contains("messageId");
            Reply bare = client.signal(flow, operation.word(), "{}");
            assertThat(bare.status()).isEqualTo(identified ? 400 : 200);
        }
    }

    @Test
    void requiresWhatTheDocumentsSay() {
        assertThat(edition("1.0-RC3").required(Operation.START)).contains("profile", "claims", "messageId");
        assertThat(edition("1.0-RC3").required(Operation.START)).doesNotContain("callbackAddress", "transferType");
        assertThat(edition("1.0-RC1").required(Operation.PREPARE))
                .contains("callbackAddress", "transferType", "claims");
        assertThat(edition("1.0-RC1").required(Operation.SUSPEND)).isEmpty();
        assertThat(edition("1.0-RC2").required(Operation.RESUME)).containsExactly("messageId");
        assertThat(edition("2026-02").required(Operation.PREPARE)).contains("callbackAddress");
    }

    @ParameterizedTest
    @MethodSource("candidates")
    void takesEmptyClaimsAndRefusesOthers(String edition) {
        TestClient client = speaking(edition);
        assertThat(client.prepare(push(edition).with("claims", Json.object())).status())
                .isEqualTo(200);
        assertThat(client.prepare(push(edition).with("claims", "member")).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @MethodSource("editions")
    void keepsTheDataAddressRulesOfStart(String edition) {
        TestClient client = speaking(edition);
        assertThat(client.start(push(edition)).status()).isEqualTo(400);
        int pullWithAddress = edition.equals("2025-08") ? 200 : 400;
        assertThat(client.start(pull(edition).to("http://a.example", "fake")).status())
                .isEqualTo(pullWithAddress);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.test.http-push",
                "COM.test.http-PULL",
                "Http-Push",
                "com.test.http-push-com.test.http",
                "com.my-org.http-push"
            })
    void readsTransferTypesOf202508(String transferType) {
        Message message = push("2025-08").with("transferType", transferType);
        assertThat(speaking("2025-08").prepare(message).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-08, transferType, http",
        "2025-08, transferType, -push",
        "2025-08, transferType, a-push-",
        "2025-08, transferType, a-pushy",
        "2025-08, transferType, com.test.http-push-com.test.mqtt",
        "1.0-RC2, transferType, com.test.http-push/com.test.mqtt",
        "1.0-RC2, transferType, com.test.http-push/",
        "1.0-RC2, transferType, com.test.http-push-com.test.http",
        "1.0-RC2, transferType, http",
        "1.0-RC2, transferType, org.example.mqtt-push",
        "1.0-RC3, profile, https://profiles.example/mqtt-push",
        "1.0-RC3, profile, com.test.http-push",
        "1.0-RC3, profile, https://w3id.org/dspace-sig/profile/http",
        "1.0-RC3, profile, https://w3id.org/dspace-sig/profile/http-PUSH",
        "1.0-RC3, profile, https://a b-push"
    })
    void refusesNamesOfAnotherForm(String edition, String member, String name) {
        Reply reply = speaking(edition).prepare(push(edition).with(member, name));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.string("detail")).contains(member);
    }

    @Test
    void tellsTheEndPointTypeOfTheHttpProfile() {
        TestClient client = speaking("1.0-RC3");
        Message push = push("1.0-RC3").with("profile", HTTP_PROFILE + "-push");
        Message pull = pull("1.0-RC3").with("profile", HTTP_PROFILE + "-pull");
        assertThat(client.prepare(push).json().path("dataAddress").path("endpointType"))
                .hasToString("\"" + HTTP_PROFILE + "-push\"");
        assertThat(client.start(pull).json().path("dataAddress").path("endpointType"))
                .hasToString("\"" + HTTP_PROFILE + "-pull\"");
        assertThat(client.start(pull("1.0-RC3")).json().path("dataAddress").path("endpointType"))
                .hasToString("\"https://w3id.org/idsa/v4.1/HTTP\"");
    }

    @Test
    void servesTheHttpProfileOverHttps() {
        TestClient client = speaking("1.0-RC3");
        Reply started = client.start(pull("1.0-RC3").with("profile", HTTP_PROFILE + "-pull"));
        JsonNode address = started.json().path("dataAddress");
        assertThat(address.path("endpoint").asString()).startsWith("https://127.0.0.1:");
        String token = address.path("endpointProperties").path(0).path("value").asString();
        assertThat(TestClient.send(HttpRequest.newBuilder(
                                        URI.create(address.path("endpoint").asString()))
                                .header("Authorization", "Bearer " + token))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesAddressesThatTheHttpProfileForbids() {
        TestClient client = speaking("1.0-RC3");
        Message push = push("1.0-RC3").with("profile", HTTP_PROFILE + "-push");
        assertThat(client.start(push.to("https://a.example/sink", "fake", HTTP_PROFILE + "-push"))
                        .status())
                .isEqualTo(200);
        assertThat(client.start(push.to("http://a.example/sink", "fake", HTTP_PROFILE + "-push"))
                        .status())
                .isEqualTo(400);
        assertThat(client.start(push.to("https://a.example/sink", "fake", HTTP_PROFILE + "-pull"))
                        .status())
                .isEqualTo(400);
        assertThat(client.start(pushStart("1.0-RC3")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"1.0-RC1", "1.0-RC2"})
    void callsBackWhereAMessageSays(String edition) {
        TestClient client = plane(ReferenceOptions.defaults().withEdition(edition));
        String flow = started(client, pull(edition));
        client.admin(flow, "complete");
        assertThat(inbox.await().operation()).isEqualTo("completed");
        assertThat(client.prepare(push(edition).without("callbackAddress")).status())
                .isEqualTo(400);
        assertThat(client.prepare(push(edition).with("callbackAddress", "nowhere"))
                        .status())
                .isEqualTo(400);
    }
}
