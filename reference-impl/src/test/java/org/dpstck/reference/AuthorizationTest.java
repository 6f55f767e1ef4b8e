package org.dpstck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Date;
import org.dpstck.reference.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** The tokens by which requests are let in, and what a registration must hold. */
class AuthorizationTest extends EditionTest {

    private static final String NO_FLOW = "/dataflows/no-such-flow/status";
    private static final String ID = "control-plane-1";

    private static ECKey key(String kid) throws Exception {
        return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
    }

    private static ObjectNode credentials() {
        return Json.object()
                .put("type", "oauth2_client_credentials")
                .put("tokenEndpoint", "http://127.0.0.1:1/token")
                .put("clientId", "client")
                .put("clientSecret", "fake-secret");
    }

    private static ObjectNode withKey(ECKey key) {
        ObjectNode entry = credentials();
        entry.set("jwks", Json.tryObject(new JWKSet(key).toString(true)).orElseThrow());
        return entry;
    }

    private int register(TestClient client, ObjectNode authorization) {
        ObjectNode message = Json.object().put("controlplaneId", ID).put("endpoint", inbox.address());
        message.set("authorization", authorization);
        return TestClient.send(HttpRequest.newBuilder(client.at("/controlplanes"))
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(Json.write(message))))
                .status();
    }

    private static String token(ECKey key, String sub, long lifetime) throws Exception {
        Instant now = Instant.now();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(sub)
                .subject(sub)
                .audience("reference-data-plane")
                .issueTime(Date.from(now.minusSeconds(600)))
                .expirationTime(Date.from(now.plusSeconds(lifetime)))
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims);
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    /** 404 shows that a request was let in: there is no such flow. */
    private static int ask(TestClient client, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(client.at(NO_FLOW)).GET();
        return TestClient.send(token == null ? request : request.header("Authorization", "Bearer " + token))
                .status();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0-RC2", "1.0-RC3"})
    void letsInWhoeverSignedWithARegisteredKey(String edition) throws Exception {
        TestClient client = speaking(edition);
        ECKey key = key("one");
        assertThat(ask(client, null)).isEqualTo(404);
        assertThat(register(client, withKey(key))).isEqualTo(200);
        assertThat(ask(client, null)).isEqualTo(401);
        assertThat(ask(client, token(key, ID, 60))).isEqualTo(404);
        assertThat(ask(client, token(key, ID, -60))).isEqualTo(401);
        assertThat(ask(client, token(key, "somebody-else", 60))).isEqualTo(401);
        assertThat(ask(client, token(key("one"), ID, 60))).isEqualTo(401);
        assertThat(ask(client, "nonsense")).isEqualTo(401);
    }

    @Test
    void forgetsAKeyThatWasReplaced() throws Exception {
        TestClient client = speaking("1.0-RC3");
        ECKey old = key("old");
        ECKey now = key("now");
        register(client, withKey(old));
        register(client, withKey(now));
        assertThat(ask(client, token(old, ID, 60))).isEqualTo(401);
        assertThat(ask(client, token(now, ID, 60))).isEqualTo(404);
    }

    @Test
    void believesTheClaimsWhereNoKeyIsKnown() throws Exception {
        TestClient client = speaking("1.0-RC1");
        register(client, withKey(key("one")));
        assertThat(ask(client, token(key("other"), ID, 60))).isEqualTo(404);
        assertThat(ask(client, token(key("other"), ID, -60))).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"tokenEndpoint", "clientId", "clientSecret"})
    void refusesAnIncompleteRegistration(String member) {
        ObjectNode entry = credentials();
        entry.remove(member);
        assertThat(register(speaking("1.0-RC3"), entry)).isEqualTo(400);
    }

    @Test
    void refusesInlineKeysOfABroker() throws Exception {
        ObjectNode broker = Json.object()
                .put("type", "oauth2_token_exchange")
                .put("tokenExchangeEndpoint", "http://127.0.0.1:1/exchange")
                .put("issuer", "https://broker.example")
                .put("jwksUri", "http://127.0.0.1:1/keys");
        assertThat(register(speaking("1.0-RC3"), broker)).isEqualTo(200);
        broker.set("jwks", Json.tryObject(new JWKSet(key("one")).toString(true)).orElseThrow());
        assertThat(register(speaking("1.0-RC3"), broker)).isEqualTo(400);
    }
}
