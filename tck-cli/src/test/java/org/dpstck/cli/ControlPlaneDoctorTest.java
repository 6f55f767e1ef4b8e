package org.dpstck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dpstck.reference.ControlPlaneOptions;
import org.dpstck.reference.ReferenceControlPlane;
import org.dpstck.reference.ReferenceDataPlane;
import org.dpstck.reference.ReferenceOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The doctor against the reference control plane: all is well, or one thing in its description is not. */
class ControlPlaneDoctorTest {

    @ParameterizedTest
    @ValueSource(strings = {"1.0-RC3", "1.0-RC1", "2026-02", "2025-08"})
    void nothingIsWrongWithTheReference(String edition) {
        var found = examine(0, "--edition", edition);

        assertThat(found.path("ready").asBoolean()).isTrue();
        assertThat(found.path("checks"))
                .allSatisfy(check -> assertThat(check.path("outcome").asString())
                        .as(check.toString())
                        .isEqualTo("ok"));
        assertThat(found.path("checks").findValuesAsString("check"))
                .contains(
                        "url",
                        "dsp.url",
                        "http",
                        "dsp.http",
                        "registration",
                        "ids.agreement",
                        "callback.bind",
                        "callback.advertise",
                        "edition",
                        "triggers.request-transfer",
                        "triggers.suspend",
                        "triggers.resume",
                        "triggers.complete",
                        "triggers.terminate",
                        "clock",
                        "transfers");
    }

    @Test
    void anAgreementThatNobodyKnows() {
        try (var plane =
                ReferenceControlPlane.start(ControlPlaneOptions.defaults().withAgreement("one", "data"))) {
            var found = examine(3, described(plane, "--capabilities", "provider,push,pull,registration"));

            var check = check(found, "ids.agreement", "problem");
            assertThat(check.toString()).contains("ids.agreement (now dps-tck-agreement)");
            check(found, "callback.advertise", "not-checked");
        }
    }

    @Test
    void signalsThatGoElsewhere() {
        try (var plane = ReferenceControlPlane.start(
                ControlPlaneOptions.defaults().withDataPlane(URI.create("http://127.0.0.1:9/nowhere")))) {
            var found = examine(3, described(plane, "--capabilities", "provider,pull", "--timeouts-callback", "1s"));

            check(found, "registration", "warning");
            var check = check(found, "callback.advertise", "problem");
            assertThat(check.path("change").toString()).contains("/served/dataplane", "declare registration");
        }
    }

    @Test
    void anotherEditionThanTheOneNamed() {
        try (var plane =
                ReferenceControlPlane.start(ControlPlaneOptions.defaults().withEdition("1.0-RC3"))) {
            var found = examine(3, described(plane, "--capabilities", "provider,pull,registration"));

            assertThat(check(found, "registration", "problem").toString()).contains("another edition");
        }
    }

    @Test
    void aPathThatIsWrong() {
        try (var plane = ReferenceControlPlane.start(ControlPlaneOptions.defaults())) {
            var found = examine(
                    3,
                    "--url",
                    plane.signalingUrl().toString(),
                    "--dsp-url",
                    plane.adminUrl().toString(),
                    "--capabilities",
                    "provider,pull,registration");

            assertThat(check(found, "ids.agreement", "problem").toString()).contains("404");
        }
    }

    @Test
    void aDataPlaneInPlaceOfAControlPlane() {
        try (var plane = ReferenceDataPlane.start(ReferenceOptions.defaults())) {
            var url = plane.baseUrl().toString();
            var found = examine(3, "--url", url, "--dsp-url", url);

            assertThat(check(found, "http", "problem").toString())
                    .contains("a data plane answers", "--role data-plane");
        }
    }

    @Test
    void aTriggerThatLeadsNowhere() {
        var found = examine(
                3,
                "--triggers-request-transfer",
                "{http: {url: 'http://127.0.0.1:9/none'}}",
                "--timeouts-callback",
                "1s");

        check(found, "triggers.request-transfer", "problem");
        check(found, "triggers.suspend", "ok");
        check(found, "transfers", "ok");
    }

    private static String[] described(ReferenceControlPlane plane, String... more) {
        var args = new ArrayList<>(List.of(
                "--url",
                plane.signalingUrl().toString(),
                "--dsp-url",
                plane.dspUrl().toString()));
        args.addAll(Arrays.asList(more));
        return args.toArray(String[]::new);
    }

    private static JsonNode examine(int code, String... args) {
        var all = new ArrayList<>(List.of("doctor", "--role", "control-plane", "--format", "json"));
        all.addAll(Arrays.asList(args));
        var result = Shell.plain().run(all.toArray(String[]::new));
        assertThat(result.code()).as(result.out() + result.err()).isEqualTo(code);
        return JsonMapper.builder().build().readTree(result.out());
    }

    private static JsonNode check(JsonNode found, String id, String outcome) {
        for (var check : found.path("checks")) {
            if (check.path("check").asString().equals(id)) {
                assertThat(check.path("outcome").asString())
                        .as(check.toString())
                        .isEqualTo(outcome);
                return check;
            }
        }
        throw new AssertionError("no check " + id + " in " + found);
    }
}
