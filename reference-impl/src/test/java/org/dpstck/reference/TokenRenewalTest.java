package org.dpstck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.dpstck.reference.TestClient.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The token renewal profile of 1.0-RC3, as a consumer sees it. */
class TokenRenewalTest extends EditionTest {

    private static final String EDITION = "1.0-RC3";
    private static final String PROVIDER = "did:web:provider.example";

    private final Participant consumer = Participant.withKey("EC");

    private TestClient expiringAfter(Duration lifetime) {
        return plane(options(EDITION).withTokenLifetime(lifetime));
    }

    private Message pullBy(String did) {
        return pull(EDITION).with("participantId", PROVIDER).with("counterPartyId", did);
    }

    private static Map<String, String> properties(Reply started) {
        Map<String, String> all = new HashMap<>();
        for (JsonNode each : started.json().path("dataAddress").path("endpointProperties")) {
            all.put(each.path("name").asString(), each.path("value").asString());
        }
        return all;
    }

    private static HttpRequest.Builder refresh(Map<String, String> address, String jwt) {
        String form = "grant_type=refresh_token&refresh_token=" + address.get("refreshToken");
        return HttpRequest.newBuilder(URI.create(address.get("refreshEndpoint")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "Bearer " + jwt)
                .POST(BodyPublishers.ofString(form));
    }

    private static int fetch(Reply started, String token) {
        URI endpoint =
                URI.create(started.json().path("dataAddress").path("endpoint").asString());
        return TestClient.send(HttpRequest.newBuilder(endpoint).header("Authorization", "Bearer " + token))
                .status();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "Ed25519"})
    void renewsAndRotates(String keys) {
        Participant client = Participant.withKey(keys);
        Reply started = expiringAfter(Duration.ofMinutes(5)).start(pullBy(client.did()));
        Map<String, String> address = properties(started);
        assertThat(address).containsEntry("expiresIn", "300").containsEntry("authType", "bearer");
        assertThat(fetch(started, address.get("authorization"))).isEqualTo(200);

        Reply renewed = TestClient.send(refresh(address, client.jwt(PROVIDER, address.get("authorization"))));
        assertThat(renewed.status()).as(renewed.text()).isEqualTo(200);
        assertThat(renewed.header("Cache-Control")).isEqualTo("no-store");
        assertThat(renewed.string("token_type")).isEqualTo("Bearer");
        assertThat(renewed.json().path("expires_in").asInt()).isEqualTo(300);
        assertThat(fetch(started, address.get("authorization"))).isEqualTo(401);
        assertThat(fetch(started, renewed.string("access_token"))).isEqualTo(200);

        Reply again = TestClient.send(refresh(address, client.jwt(PROVIDER, renewed.string("access_token"))));
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.string("error")).isEqualTo("invalid_grant");
        address.put("refreshToken", renewed.string("refresh_token"));
        assertThat(TestClient.send(refresh(address, client.jwt(PROVIDER, renewed.string("access_token"))))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void takesTheParametersFromTheQueryToo() {
        Map<String, String> address =
                properties(expiringAfter(Duration.ofMinutes(5)).start(pullBy(consumer.did())));
        URI endpoint = URI.create(address.get("refreshEndpoint") + "?grant_type=refresh_token&refresh_token="
                + address.get("refreshToken"));
        Reply reply = TestClient.send(HttpRequest.newBuilder(endpoint)
                .header("Authorization", "Bearer " + consumer.jwt(PROVIDER, address.get("authorization")))
                .POST(BodyPublishers.noBody()));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    @Test
    void refusesAnExpiredTokenUntilItIsRenewed() {
        Reply started = expiringAfter(Duration.ofNanos(1)).start(pullBy(consumer.did()));
        Map<String, String> address = properties(started);
        assertThat(fetch(started, address.get("authorization"))).isEqualTo(401);
        assertThat(TestClient.send(refresh(address, consumer.jwt(PROVIDER, address.get("authorization"))))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesWhoeverIsNotTheClient() {
        Reply started = expiringAfter(Duration.ofMinutes(5)).start(pullBy(consumer.did()));
        Map<String, String> address = properties(started);
        String access = address.get("authorization");
        Participant other = Participant.withKey("EC");
        assertThat(TestClient.send(refresh(address, other.jwt(PROVIDER, access)))
                        .string("error"))
                .isEqualTo("invalid_grant");
        Participant thief = other.claiming(consumer.did());
        Map<String, String> wrong = Map.of(
                "another key", thief.jwt(PROVIDER, access),
                "another audience", consumer.jwt("did:web:other.example", access),
                "no JWT", "fake-token",
                "a part too few", "a.b",
                "not base64", "a.?.c");
        wrong.forEach((why, jwt) -> {
            Reply reply = TestClient.send(refresh(address, jwt));
            assertThat(reply.status()).as(why).isEqualTo(401);
            assertThat(reply.string("error")).isEqualTo("invalid_client");
        });
        assertThat(TestClient.send(refresh(address, consumer.jwt(PROVIDER, "another")))
                        .string("error"))
                .isEqualTo("invalid_grant");
        assertThat(fetch(started, access)).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"grant_type=password, unsupported_grant_type", "x=y, invalid_request"})
    void refusesOtherGrants(String form, String error) {
        Map<String, String> address =
                properties(expiringAfter(Duration.ofMinutes(5)).start(pullBy(consumer.did())));
        Reply reply = TestClient.send(HttpRequest.newBuilder(URI.create(address.get("refreshEndpoint")))
                .POST(BodyPublishers.ofString(form)));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.string("error")).isEqualTo(error);
    }

    @Test
    void findsTheKeyOfADidWeb() {
        Participant web = consumer.claiming(
                "did:web:127.0.0.1%3A" + URI.create(inbox.address()).getPort() + ":callbacks");
        inbox.answerNextWith(web.document());
        Map<String, String> address =
                properties(expiringAfter(Duration.ofMinutes(5)).start(pullBy(web.did())));
        Reply reply = TestClient.send(refresh(address, web.jwt(PROVIDER, address.get("authorization"))));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(inbox.await().path()).isEqualTo("/callbacks/did.json");
    }

    @Test
    void issuesNothingToRenewWhereItCannotBind() {
        TestClient client = expiringAfter(Duration.ofMinutes(5));
        assertThat(properties(client.start(pullBy("participant-b")))).doesNotContainKey("refreshToken");
        Message other = pullBy(consumer.did()).with("profile", "https://profiles.example/other-pull");
        assertThat(properties(client.start(other))).doesNotContainKey("refreshToken");
        assertThat(properties(client.prepare(push(EDITION)))).doesNotContainKey("refreshToken");
        assertThat(properties(speaking(EDITION).start(pullBy(consumer.did())))).doesNotContainKey("refreshToken");
    }
}
