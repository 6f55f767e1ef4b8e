package org.dpstck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.dpstck.reference.ReferenceDataPlane;
import org.dpstck.reference.ReferenceOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ControlPlaneDetectTest {

    @ParameterizedTest
    @ValueSource(strings = {"2025-08", "2026-02", "1.0-RC1", "1.0-RC2", "1.0-RC3"})
    void theBundledReferenceIsRecognised(String edition) {
        var result = Shell.plain().run("detect", "--role", "control-plane", "--edition", edition, "--format", "json");

        assertThat(result.code()).as(result.out() + result.err()).isZero();
        var json = JsonMapper.builder().build().readTree(result.out());
        assertThat(json.path("edition").asString()).as(result.out()).isEqualTo(edition);
        assertThat(json.path("candidates").size()).isEqualTo(6);
        assertThat(json.path("spokenForms").toString()).contains("2025-1");
        assertThat(json.path("forms").path(0).path("evidence").size()).isPositive();
    }

    /** Without a provider the trigger is the only way in; the order of the editions must not tell. */
    @ParameterizedTest
    @ValueSource(strings = {"2025-08", "2026-02", "1.0-RC1", "1.0-RC2", "1.0-RC3"})
    void aConsumerIsRecognisedThroughItsTrigger(String edition) {
        var result = Shell.plain()
                .run(
                        "detect",
                        "--role",
                        "control-plane",
                        "--edition",
                        edition,
                        "--capabilities",
                        "consumer,pull,registration",
                        "--format",
                        "json");

        assertThat(result.code()).as(result.out() + result.err()).isZero();
        var json = JsonMapper.builder().build().readTree(result.out());
        assertThat(json.path("edition").asString()).as(result.out()).isEqualTo(edition);
        assertThat(json.path("candidates").toString()).contains("its signal prepare");
    }

    @Test
    void aConsumerOfAnotherDirectionIsAskedInThat() {
        var result = Shell.plain()
                .run(
                        "detect",
                        "--role",
                        "control-plane",
                        "--edition",
                        "2026-02",
                        "--capabilities",
                        "consumer,push,registration");

        assertThat(result.code()).as(result.out() + result.err()).isZero();
        assertThat(result.out().replaceAll("\\s+", " ")).contains("The system speaks 2026-02");
    }

    @Test
    void aTriggerThatLeadsNowhereLeavesItOpen() {
        var result = Shell.plain()
                .run(
                        "detect",
                        "--role",
                        "control-plane",
                        "--edition",
                        "1.0-RC3",
                        "--capabilities",
                        "consumer,pull",
                        "--triggers-request-transfer",
                        "{http: {url: 'http://127.0.0.1:9/none'}}",
                        "--timeouts-callback",
                        "1s",
                        "--format",
                        "json");

        var json = JsonMapper.builder().build().readTree(result.out());
        assertThat(json.path("candidates").toString()).contains("trigger request-transfer", "OPEN");
        assertThat(json.path("spoken").toString()).contains("1.0-RC3");
    }

    @Test
    void theOlderFormOfTheTransferProcessIsRecognised() {
        var result = Shell.plain()
                .run(
                        "detect",
                        "--role",
                        "control-plane",
                        "--edition",
                        "2026-02",
                        "--dsp-form",
                        "dsp-tp",
                        "--capabilities",
                        "consumer,pull,registration",
                        "--format",
                        "json");

        assertThat(result.code()).as(result.out() + result.err()).isZero();
        var json = JsonMapper.builder().build().readTree(result.out());
        assertThat(json.path("edition").asString()).as(result.out()).isEqualTo("2026-02");
        assertThat(json.path("spokenForms").toString()).as(result.out()).contains("dsp-tp");
    }

    @Test
    void theTextSaysHowToJudgeIt() {
        var result = Shell.plain().run("detect", "--role", "control-plane", "--edition", "1.0-RC2");

        assertThat(result.code()).as(result.out() + result.err()).isZero();
        assertThat(result.out().replaceAll("\\s+", " "))
                .contains(
                        "The system speaks 1.0-RC2", "--edition 1.0-RC2 --dsp-form 2025-1", "transfer process dsp-tp");
    }

    @Test
    void aDataPlaneIsNotTakenForAControlPlane() {
        try (var plane = ReferenceDataPlane.start(ReferenceOptions.defaults())) {
            var url = plane.baseUrl().toString();
            var result = Shell.plain().run("detect", "--role", "control-plane", "--url", url, "--dsp-url", url);

            assertThat(result.code()).isEqualTo(3);
            assertThat(result.errLines())
                    .singleElement()
                    .asString()
                    .contains("a data plane answers at " + url, "--role data-plane");
        }
    }
}
