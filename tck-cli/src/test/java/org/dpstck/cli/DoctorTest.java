package org.dpstck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dpstck.reference.ReferenceDataPlane;
import org.dpstck.reference.ReferenceOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The doctor against the reference data plane: all is well, or one thing in its description is not. */
class DoctorTest {

    /** Triggers that cases try themselves, or that not every edition has a use for. */
    private static final List<String> ELSEWHERE = List.of("triggers.fetch", "triggers.respond", "triggers.agreement");

    @ParameterizedTest
    @ValueSource(strings = {"1.0-RC3", "1.0-RC2", "1.0-RC1", "2026-02", "2025-08"})
    void nothingIsWrongWithTheReference(String edition) {
        var found = examine(0, "--edition", edition);

        assertThat(found.get("ready").asBoolean()).isTrue();
        assertThat(found.get("system").get("edition").asString()).isEqualTo(edition);
        assertThat(checks(found)
                        .filter(check -> !ELSEWHERE.contains(check.get("check").asString())))
                .allSatisfy(check -> assertThat(check.get("outcome").asString())
                        .as(check.toString())
                        .isEqualTo("ok"));
        assertThat(checks(found).map(check -> check.get("check").asString()))
                .contains(
                        "configuration",
                        "url",
                        "tls",
                        "http",
                        "authentication",
                        "edition",
                        "ids",
                        "callback.bind",
                        "registration",
                        "callback.advertise",
                        "triggers.prepare-async",
                        "triggers.start-async",
                        "triggers.proceed",
                        "triggers.complete",
                        "triggers.fail",
                        "clock",
                        "flows");
    }

    @Test
    void theTextHasALineForEachCheckAndNoTerminalCodes() {
        var result = Shell.plain().run("doctor");

        assertThat(result.code()).as(result.out()).isZero();
        assertThat(result.out())
                .contains("ok           triggers.complete", "Ready: nothing stands in the way of a run.")
                .doesNotContain("\u001b", "    means ", "    change ");
        assertThat(result.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02", "1.0-RC3"})
    void callbacksThatDoNotArriveAreAProblemWithAnAddressAtWhichTheyDo(String edition) {
        var found = examine(
                3,
                "--edition",
                edition,
                "--callback-advertise",
                "http://127.0.0.2:{port}",
                "--timeouts-callback",
                "1s");

        var check = check(found, "callback.advertise", "problem");
        assertThat(check.get("observed").asString()).contains("no callback", "127.0.0.2");
        assertThat(check.get("change").get(0).asString()).contains("tried just now");
        assertThat(check.get("settings").size()).isEqualTo(1);
        assertThat(check.get("settings").get(0).get("key").asString()).isEqualTo("callback.advertise");
        assertThat(check.get("settings").get(0).get("value").asString()).isEqualTo("http://127.0.0.1:{port}");
        check(found, "triggers.complete", "ok");
        check(found, "flows", "ok");
    }

    @Test
    void callbacksThatNeverArriveAreAProblemWithAddressesToTry() {
        var mute = Stream.of("PREPARED", "STARTED", "COMPLETED", "ERRORED")
                .map(callback -> callback + "-CALLBACK-MISSING")
                .collect(Collectors.joining(","));
        var found = examine(3, "--reference-fault", mute, "--timeouts-callback", "700ms");

        var check = check(found, "callback.advertise", "problem");
        assertThat(check.get("settings").toString())
                .contains("callback.bind", "0.0.0.0:0", "http://host.docker.internal:{port}")
                .doesNotContain("tried just now");
        check(found, "triggers.fail", "ok");
    }

    @Test
    void whereTheOwnerHasToConfigureTheAddressItIsNamed() {
        var found = examine(
                3,
                "--edition",
                "1.0-RC3",
                "--capabilities",
                "consumer,push,async-prepare",
                "--timeouts-callback",
                "1s");

        assertThat(check(found, "registration", "warning").get("change").toString())
                .contains("endpoint of its control plane");
        assertThat(check(found, "callback.advertise", "problem")
                        .get("change")
                        .get(0)
                        .asString())
                .contains("/callbacks in the system");
    }

    @ParameterizedTest
    @CsvSource({"1.0-RC2, 1.0-RC3", "1.0-RC3, 2026-02", "2026-02, 2025-08", "2025-08, 1.0-RC1"})
    void anotherEditionIsNamed(String spoken, String asked) {
        try (var plane = ReferenceDataPlane.start(ReferenceOptions.defaults().withEdition(spoken))) {
            var found = examine(3, "--url", plane.baseUrl().toString(), "--edition", asked);

            assertThat(check(found, "edition", "problem").get("observed").asString())
                    .contains("speaks", "--edition", spoken);
            assertThat(check(found, "ids", "not-checked").get("observed").asString())
                    .contains("edition");
        }
    }

    @Test
    void aTriggerThatFailsIsToldWithWhatItSaid() {
        var found = examine(
                3,
                "--triggers-complete",
                "{command: [sh, -c, 'echo no such flow; exit 7']}",
                "--triggers-fail",
                "{http: {url: '{url}/nowhere'}}");

        assertThat(check(found, "triggers.complete", "problem").get("observed").asString())
                .contains("ended with 7", "no such flow");
        assertThat(check(found, "triggers.fail", "problem").get("observed").asString())
                .contains("answered 404");
        check(found, "callback.advertise", "ok");
        check(found, "triggers.prepare-async", "ok");
    }

    @Test
    void aTriggerThatDoesNothingIsTold() {
        var found = examine(
                3,
                "--triggers-prepare-async",
                "{message: {metadata: {mode: whatever}}}",
                "--triggers-complete",
                "{command: ['true']}",
                "--timeouts-callback",
                "600ms");

        assertThat(check(found, "triggers.prepare-async", "problem")
                        .get("observed")
                        .asString())
                .contains("HTTP 200 with PREPARED");
        assertThat(check(found, "triggers.complete", "problem").get("observed").asString())
                .contains("the flow is STARTED");
        check(found, "triggers.start-async", "ok");
    }

    @Test
    void whatIsNotConfiguredOrHasToBeDoneByHandIsNotChecked(@TempDir Path folder) throws IOException {
        var config = Files.writeString(
                folder.resolve("sut.yaml"), "triggers:\n  complete: {manual: complete it}\nhttps: ignore\n");
        try (var plane = ReferenceDataPlane.start(ReferenceOptions.defaults())) {
            var url = plane.baseUrl().toString();
            var found = examine(0, "--config", config.toString(), "--url", url);

            assertThat(check(found, "triggers.complete", "not-checked")
                            .get("observed")
                            .asString())
                    .contains("by hand");
            check(found, "triggers.fail", "not-checked");
            check(found, "triggers.prepare-async", "not-checked");
            check(found, "callback.advertise", "not-checked");
        }
    }

    @Test
    void aTransferTypeThatTheSystemDoesNotKnowIsNamedWithItsKey() {
        var found = examine(3, "--push-type", "carrier-pigeon");

        var check = check(found, "ids", "problem");
        assertThat(check.get("observed").asString())
                .contains("HTTP 400", "consumer-push", "accepted for consumer-pull");
        assertThat(check.get("change").toString())
                .contains("transferTypes.push (now carrier-pigeon)")
                .doesNotContain("ids.agreement");
        check(found, "edition", "ok");
        check(found, "triggers.complete", "ok");
    }

    @Test
    void aBusyPortIsAProblemOfTheCallbacksAlone() throws IOException {
        try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var found = examine(3, "--callback-bind", "127.0.0.1:" + busy.getLocalPort());

            assertThat(check(found, "callback.bind", "problem").get("observed").asString())
                    .contains("port " + busy.getLocalPort() + " is in use");
            check(found, "ids", "ok");
            assertThat(check(found, "callback.advertise", "not-checked")
                            .get("observed")
                            .asString())
                    .contains("callback.bind");
        }
    }

    @Test
    void everyProblemOfADescriptionIsToldInTheSameForm() {
        var found = examine(2, "--url", "nowhere", "--capabilities", "flying");

        assertThat(found.get("system").isNull()).isTrue();
        assertThat(check(found, "configuration", "problem").get("change").toString())
                .contains("nowhere", "flying");
        assertThat(check(examine(2, "--edition", "1999-12"), "configuration", "problem")
                        .get("change")
                        .toString())
                .contains("1.0-RC3");
    }

    static JsonNode examine(int code, String... args) {
        var all = Stream.concat(Stream.of("doctor", "--format", "json"), Arrays.stream(args))
                .toArray(String[]::new);
        var result = Shell.plain().run(all);
        assertThat(result.code()).as(result.out() + result.err()).isEqualTo(code);
        assertThat(result.err()).isEmpty();
        var found = JsonMapper.builder().build().readTree(result.out());
        assertThat(found.get("format").asInt()).isEqualTo(1);
        return found;
    }

    static JsonNode check(JsonNode found, String id, String outcome) {
        var check = checks(found)
                .filter(it -> it.get("check").asString().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(check.get("outcome").asString()).as(check.toString()).isEqualTo(outcome);
        return check;
    }

    static Stream<JsonNode> checks(JsonNode found) {
        var checks = found.get("checks").valueStream().toList();
        assertThat(checks).isNotEmpty();
        return List.copyOf(checks).stream();
    }
}
