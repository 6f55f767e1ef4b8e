package org.dpstck.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

    private static final String SECRET = "fake-5ecret";

    private final Redactor redactor = new Redactor(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "proxy-authorization",
                "Cookie",
                "Set-Cookie",
                "X-Api-Key",
                "apikey",
                "X-Auth-Token",
                "X-Client-Secret",
                "x-password"
            })
    void headersThatCarryCredentials(String name) {
        assertThat(redactor.clean(new Header(name, SECRET))).isEqualTo(new Header(name, "[secret-1]"));
        assertThat(redactor.clean(new Header(name, ""))).isEqualTo(new Header(name, ""));
    }

    @Test
    void theSchemeOfACredentialStays() {
        assertThat(redactor.clean(new Header("Authorization", "Bearer " + SECRET))
                        .value())
                .isEqualTo("Bearer [secret-1]");
        assertThat(redactor.clean("echo: bearer " + SECRET + ", Basic ZmFrZTpmYWtl"))
                .isEqualTo("echo: bearer [secret-1], Basic [secret-2]");
        assertThat(redactor.clean("{\"authorization\":\"Bearer " + SECRET + "\"}"))
                .isEqualTo("{\"authorization\":\"Bearer [secret-1]\"}");
    }

    @Test
    void expandedJsonLdHasItsSecretsOneLevelDeeper() {
        var ns = "https://w3id.org/edc/v0.0.1/ns/";
        assertThat(redactor.clean("[{\"" + ns + "authorization\":[{\"@value\":\"" + SECRET + "\"}],\"x\":\"y\"}]"))
                .isEqualTo("[{\"" + ns + "authorization\":[{\"@value\":\"[secret-1]\"}],\"x\":\"y\"}]");
        assertThat(redactor.clean("{\"" + ns + "name\":[{\"@value\":\"" + ns + "authorization\"}],\"" + ns
                        + "value\":[{\"@value\":\"" + SECRET + "2\"}]}"))
                .doesNotContain(SECRET)
                .contains("[secret-2]");
    }

    @Test
    void otherHeadersStay() {
        var location = new Header("Location", "/dataflows/f1/status");
        assertThat(redactor.clean(location)).isEqualTo(location);
        assertThat(redactor.clean(new Header("Location", "/x?token=" + SECRET)).value())
                .isEqualTo("/x?token=[secret-1]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "authorization",
                "access_token",
                "accessToken",
                "refreshToken",
                "id_token",
                "sessionToken",
                "clientSecret",
                "client_secret",
                "password",
                "apiKey",
                "api-key",
                "x-api-key",
                "secretAccessKey",
                "accountKey",
                "authKey",
                "key",
                "client_assertion",
                "credentials",
                "https://w3id.org/edc/v0.0.1/ns/authorization",
                "edc:token"
            })
    void membersOfThisName(String name) {
        assertThat(redactor.clean("{\"a\":1,\"" + name + "\" : \"fa\\\"ke\\\\\",\"state\":\"STARTED\"}"))
                .isEqualTo("{\"a\":1,\"" + name + "\" : \"[secret-1]\",\"state\":\"STARTED\"}");
        assertThat(redactor.clean(property("name", name, "value", SECRET))).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "messageId",
                "processId",
                "dataFlowId",
                "publicKey",
                "accessKeyId",
                "keyId",
                "monkey",
                "authType",
                "tokenEndpoint",
                "secretName",
                "design",
                "value",
                "name"
            })
    void membersOfThatNameStay(String name) {
        var json = "{\"" + name + "\":\"6f9619ff-8b86-d011-b42d-00cf4fc964ff\"}";
        assertThat(redactor.clean(json)).isEqualTo(json);
        var property = property("name", name, "value", "plain");
        assertThat(redactor.clean(property)).isEqualTo(property);
    }

    @Test
    void endpointPropertiesInEveryOrder() {
        for (var json : List.of(
                property("name", "authorization", "value", SECRET),
                property("value", SECRET, "name", "authorization"),
                property("@type", "EndpointProperty", "name", "authorization", "value", SECRET),
                property("@type", "EndpointProperty", "value", SECRET, "name", "authorization"),
                property("name", "authorization", "@type", "EndpointProperty", "value", SECRET),
                property("value", SECRET, "@type", "EndpointProperty", "name", "authorization"),
                property("name", "authorization", "value", SECRET, "@type", "EndpointProperty"),
                property("value", SECRET, "description", "a, {b", "name", "authorization"),
                property("name", "authorization", "value", SECRET).replace(":", " :\n "),
                "{\"name\":\"authorization\",\"more\":{\"a\":{}},\"value\":\"" + SECRET + "\"}")) {
            var around = "[" + property("name", "authType", "value", "bearer") + "," + json + "]";

            assertThat(redactor.clean(around))
                    .isEqualTo(around.replace(SECRET, "[secret-1]"))
                    .contains("bearer");
        }
    }

    @Test
    void jsonInAString() {
        var json = "{\"error\":\"no such {\\\"token\\\":\\\"" + SECRET + "\\\", \\\"name\\\":\\\"apiKey\\\","
                + "\\\"value\\\":\\\"other-fake\\\"}\",\"state\":\"STARTED\"}";
        assertThat(redactor.clean(json))
                .isEqualTo(json.replace(SECRET, "[secret-1]").replace("other-fake", "[secret-2]"));
    }

    @Test
    void brokenJson() {
        assertThat(redactor.clean("{\"state\":STARTED\",\"token\":\"fake-1\",")).doesNotContain("fake-1");
        assertThat(redactor.clean("{\"token\":\"fake-2")).isEqualTo("{\"token\":\"[secret-2]");
        assertThat(redactor.clean("}}]\"name\":\"token\",\"value\":\"fake-3\"")).doesNotContain("fake-3");
        assertThat(redactor.clean("\"value\":\"fake-4\",\"name\":\"token\"}{")).doesNotContain("fake-4");
    }

    @Test
    void parametersOfUrlsAndForms() {
        assertThat(redactor.clean("http://h/x?a=b&access_token=fake-1&sig=fake-2#id_token=fake-3"))
                .isEqualTo("http://h/x?a=b&access_token=[secret-1]&sig=[secret-2]#id_token=[secret-3]");
        assertThat(redactor.clean("client_secret=fake-1&grant_type=client_credentials&key="))
                .isEqualTo("client_secret=[secret-1]&grant_type=client_credentials&key=");
    }

    @Test
    void configuredSecretsAreFoundAnywhereInEverySpelling() {
        var configured = new Redactor(Arrays.asList("fake/1\"+x", "fake", "fake-and-longer", null, "abc", "fake"));

        assertThat(configured.clean("<fake-and-longer> fake/1\"+x")).isEqualTo("<[secret-1]> [secret-2]");
        assertThat(configured.clean("{\"x\":\"fake/1\\\"+x\",\"y\":\"fake\\/1\\\"+x\"} /fake%2F1%22%2Bx"))
                .isEqualTo("{\"x\":\"[secret-2]\",\"y\":\"[secret-2]\"} /[secret-2]");
        assertThat(configured.clean("abc fake")).isEqualTo("abc [secret-3]");
        assertThat(configured.clean(new Header("X-Other", "fake-and-longer")).value())
                .isEqualTo("[secret-1]");
        assertThat(configured.clean("{\"token\":\"fake-and-longer\"}")).isEqualTo("{\"token\":\"[secret-1]\"}");
    }

    @Test
    void theSameSecretHasTheSamePlaceholderAndAPlaceholderStays() {
        var once = redactor.clean("{\"token\":\"fake-1\",\"key\":\"fake-2\",\"secret\":\"fake-1\"}");

        assertThat(once).isEqualTo("{\"token\":\"[secret-1]\",\"key\":\"[secret-2]\",\"secret\":\"[secret-1]\"}");
        assertThat(redactor.clean(once)).isEqualTo(once);
        assertThat(redactor.clean("{\"token\":\"[secret-9] fake\"}")).doesNotContain("fake");
        assertThat(redactor.clean("{\"token\":\"a$1\\\\b\"}")).isEqualTo("{\"token\":\"[secret-4]\"}");
    }

    @Test
    void nothingStaysNothing() {
        assertThat(redactor.clean((String) null)).isNull();
        assertThat(redactor.clean("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"token\":\"",
                "\"token\":\"\\\\\\\"",
                "\\",
                "\\\"",
                "\"",
                "\"\\\"",
                "{",
                "}{",
                "\"name\":\"",
                "\"name\":\"key\",",
                "\"value\":\"x\",",
                "\"value\":\"{",
                "a/",
                "\"a/",
                "\"name\" ",
                "\"name\"\n:",
                "bearer ",
                " ",
                "?",
                "?token=",
                "&a",
                "basic\t",
                "authorization",
                "api_key"
            })
    void aMebibyteOfAnythingIsCleanedInBoundedTime(String hostile) {
        var repeated = hostile.repeat((1 << 20) / hostile.length());
        var texts = List.of("bearer" + repeated, "{\"name\":\"key\",\"value\":\"" + repeated + "\"}");
        var configured = new Redactor(List.of("fake-fake-fake"));

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            for (var text : texts) {
                assertThat(configured.clean(text)).isNotNull();
            }
        });
    }

    @Test
    void aFloodOfSecretsIsBounded() {
        for (int i = 0; i < 20_000; i++) {
            assertThat(redactor.clean("token=fake" + i)).doesNotContain("fake");
        }
        assertThat(redactor.clean("token=fake0&key=fake19999")).isEqualTo("token=[secret-1]&key=[secret-0]");
    }

    private static String property(String... namesAndValues) {
        var json = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            json.append(i == 0 ? "{\"" : ",\"")
                    .append(namesAndValues[i])
                    .append("\":\"")
                    .append(namesAndValues[i + 1])
                    .append('"');
        }
        return json.append('}').toString();
    }
}
