package org.dpstck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.Handler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.dpstck.reference.TestClient.Reply;
import org.dpstck.reference.http.Operation;
import org.dpstck.reference.http.WebServer;
import org.dpstck.reference.json.Json;
import org.dpstck.reference.message.DataAddresses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The token renewal profile of 1.0-RC3, as a consumer sees it. */
class TokenRenewalTest extends EditionTest {

    private static final String EDITION = "1.0-RC3";
    private static final String PROVIDER = "did:web:provider.example";

    private final Participant consumer = Participant.withKey("EC");

    private TestClient expiringAfter(Duration lifetime) {
        return plane(options(EDITION).withTokenLifetime(lifetime));
    }

    private Message pullBy(String did) {
        return pull(EDITION)
                .with("profile", HTTP_PROFILE + "-pull")
                .with("participantId", PROVIDER)
                .with("counterPartyId", did);
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
    @ValueSource(strings = {"EC", "RSA"})
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
        AtomicReference<String> document = new AtomicReference<>();
        AtomicReference<String> path = new AtomicReference<>();
        WebServer web = opened(listening(context -> {
            path.set(context.path());
            context.result(document.get());
        }));
        Participant client = consumer.claiming("did:web:127.0.0.1%3A" + web.port() + ":people:one");
        document.set(client.document());
        Map<String, String> address =
                properties(expiringAfter(Duration.ofMinutes(5)).start(pullBy(client.did())));
        Reply reply = TestClient.send(refresh(address, client.jwt(PROVIDER, address.get("authorization"))));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(path).hasValue("/people/one/did.json");
    }

    /** The plane renews at a provider that is a plane of the same kind. */
    @ParameterizedTest
    @ValueSource(longs = {0, 300})
    void renewsAsAConsumer(long expiresIn) {
        AtomicInteger renewals = new AtomicInteger();
        WebServer provider = opened(listening(context -> {
            boolean token = context.path().equals("/token");
            if (token) {
                renewals.incrementAndGet();
                context.json("{\"access_token\": \"new\", \"token_type\": \"Bearer\"}");
            } else {
                context.status("Bearer new".equals(context.header("Authorization")) ? 200 : 401);
            }
        }));
        String origin = "https://127.0.0.1:" + provider.port();
        ObjectNode address = Message.address(origin + "/data", "old").put("endpointType", HTTP_PROFILE + "-pull");
        DataAddresses.add(address, "refreshToken", "fake");
        DataAddresses.add(address, "expiresIn", String.valueOf(expiresIn));
        DataAddresses.add(address, "refreshEndpoint", origin + "/token");
        TestClient client = speaking(EDITION);
        String flow = prepared(client, pullBy(PROVIDER).wishing("fetch"));
        ObjectNode started = minimal(EDITION, Operation.STARTED, "none");
        started.set("dataAddress", address);
        assertThat(client.signal(flow, "started", Json.write(started)).status()).isEqualTo(200);
        assertThat(inbox.await().operation()).isEqualTo("completed");
        assertThat(renewals).hasValue(1);
    }

    private static WebServer listening(Handler handler) {
        try {
            return WebServer.listen("127.0.0.1", 0, true, true, handler);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    @Test
    void issuesNothingToRenewWhereItCannotBind() {
        TestClient client = expiringAfter(Duration.ofMinutes(5));
        assertThat(properties(client.start(pullBy("participant-b")))).doesNotContainKey("refreshToken");
        Message other = pullBy(consumer.did()).with("profile", "https://profiles.example/other-pull");
        assertThat(properties(client.start(other))).doesNotContainKey("refreshToken");
        Message push = push(EDITION).with("profile", HTTP_PROFILE + "-push").with("counterPartyId", consumer.did());
        assertThat(properties(client.prepare(push))).doesNotContainKey("refreshToken");
        TestClient lasting = plane(options(EDITION).withLastingTokens());
        assertThat(properties(lasting.start(pullBy(consumer.did())))).doesNotContainKey("refreshToken");
    }
}
