package org.dpstck.core.sut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretsTest {

    @Test
    void theEffectiveSettingsHoldNoSecret() {
        var system = Given.nothing()
                .option("url", "http://me:FAKE-1@h.example/x")
                .option("headers", List.of("Authorization: Bearer FAKE-2", "X-Api-Key: FAKE-3", "X-Tenant: seven"))
                .option(
                        "message.properties",
                        "{clientSecret: FAKE-4, list: [{accessToken: FAKE-5}], shown: yes-please}")
                .option("message.metadata", "{password: FAKE-6, plain: 'Basic FAKE-7'}")
                .option(
                        "dataAddress",
                        "{endpoint: 'http://d.example', endpointProperties: ["
                                + "{name: authorization, value: FAKE-8}, {name: authType, value: bearer}]}")
                .option("callback.advertise", "http://u:FAKE-9@h:{port}")
                .option(
                        "triggers.complete",
                        "{http: {url: 'http://a:FAKE-10@h/{dataFlowId}?api_key=FAKE-11&x=1', "
                                + "headers: {Cookie: FAKE-12}, body: '{\"secret\": \"FAKE-13\", \"id\": {processId}}'}}")
                .option(
                        "triggers.fail",
                        "{command: [fail, --token=FAKE-14, --password, FAKE-15, 'http://u:FAKE-16@h']}")
                .option("triggers.start-async", "{message: {properties: {apiToken: FAKE-17}}}")
                .option("triggers.prepare-async", "{http: {url: 'http://h', body: {token: FAKE-18, a: 1}}}")
                .option("triggers.proceed", "{http: {url: 'http://h', body: 'a=1&client_secret=FAKE-19'}}")
                .load();

        var shown = SutConfiguration.effective(system);

        assertThat(shown.toString()).doesNotContain("FAKE").contains("seven", "yes-please", "bearer", "a=1", "***");
        assertThat(system.toString()).doesNotContain("FAKE");
        assertThat(system.triggers().toString()).doesNotContain("FAKE");
        assertThat(shown)
                .containsEntry("url", "http://***@h.example/x")
                .containsEntry("headers", Map.of("Authorization", "***", "X-Api-Key", "***", "X-Tenant", "seven"));
    }

    @Test
    void whatIsNoSecretStays() {
        var system = Given.url().option("system.name", "plane").load();

        assertThat(SutConfiguration.effective(system))
                .containsEntry("system.name", "plane")
                .containsEntry("timeouts.quiet", "700ms")
                .containsEntry("timeouts.run", "10m")
                .containsEntry("callback.bind", "127.0.0.1:0")
                .doesNotContainKeys("system.version", "callback.advertise", "triggers.complete");
        assertThat(SutConfiguration.keys())
                .extracting(Key::name)
                .containsAll(SutConfiguration.effective(system).keySet());
    }

    @Test
    void aSecretThatComesBackIsReplaced() {
        assertThat(Secrets.without(Map.of("X-Api-Key", "fake-secret"), "you sent fake-secret"))
                .isEqualTo("you sent ***");
    }

    @Test
    void aLongTextTakesNoLongTime() {
        for (var part : List.of("x", "key", "key=", "a=", "//", "bearer ", "\"key\":\"", "\\", "-", "auth-")) {
            var text = part.repeat(1_000_000 / part.length());
            assertThatNoException()
                    .as(part)
                    .isThrownBy(() -> assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Secrets.body("{" + text)));
        }
    }

    @Test
    void secretsInsideOtherValuesAreFound() {
        assertThat(Secrets.url("http://h/?next=http://g/?token=FAKE&a=1#x"))
                .isEqualTo("http://h/?next=http://g/?token=***&a=1#x");
        assertThat(Secrets.body("{\"a\": {x}, \"secret\" : \"FA\\\"KE\", \"b\": \"c\"}"))
                .isEqualTo("{\"a\": {x}, \"secret\" : \"***\", \"b\": \"c\"}");
        assertThat(Secrets.arguments(List.of("run", "--api-key", "FAKE", "x")))
                .containsExactly("run", "--api-key", "***", "x");
    }
}
