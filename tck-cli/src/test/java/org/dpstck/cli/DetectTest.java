package org.dpstck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import org.dpstck.cli.StubPlane.Asked;
import org.dpstck.cli.StubPlane.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class DetectTest {

    private static final String CREATION = "POST /dataflows/(prepare|start)";
    private static final Reply FLOW =
            Reply.json(200, "{\"dataFlowId\":\"one\",\"messageId\":\"m\",\"dataplaneId\":\"d\",\"state\":\"STARTED\"}");

    @ParameterizedTest
    @ValueSource(strings = {"edc-1", "2025-08", "2026-02", "1.0-RC1", "1.0-RC2", "1.0-RC3"})
    void theBundledReferenceIsRecognised(String edition) {
        var result = Shell.plain().run("detect", "--edition", edition);

        assertThat(result.code()).as(result.out() + result.err()).isZero();
        assertThat(result.out()).contains("The system speaks " + edition, "--edition " + edition, "against", "for");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void programsGetTheEvidence() {
        var json = JsonMapper.builder()
                .build()
                .readTree(Shell.plain()
                        .run("detect", "--edition", "1.0-RC1", "--format", "json")
                        .out());

        assertThat(json.path("format").asString()).isEqualTo("dps-tck-detection/1");
        assertThat(json.path("edition").asString()).isEqualTo("1.0-RC1");
        assertThat(json.path("candidates").size()).isEqualTo(6);
        var evidence = json.path("candidates").path(0).path("evidence").path(0);
        assertThat(evidence.path("bearing").asString()).isEqualTo("AGAINST");
        assertThat(json.path("exchanges").findValuesAsString("id"))
                .contains(evidence.path("exchange").asString());
    }

    @Test
    void aSystemThatServesTwoEditionsIsNotForcedIntoOne(@TempDir Path folder) {
        try (var plane = StubPlane.answering(serving(asked -> asked.body().contains("\"claims\"")
                && (asked.body().contains("\"profile\"") || asked.body().contains("\"transferType\""))))) {
            var result = Shell.plain().run("detect", "--url", plane.url());

            assertThat(result.code()).as(result.out() + result.err()).isEqualTo(3);
            assertThat(result.out()).contains("may speak 1.0-RC3", "or 1.0-RC1", "accepts the messages of each");
            assertThat(plane.count("POST /dataflows/one/terminate")).isGreaterThanOrEqualTo(plane.count(CREATION) / 2);
            for (var edition : new String[] {"1.0-RC3", "1.0-RC2"}) {
                var run = Shell.plain()
                        .run(
                                "run",
                                "-q",
                                "--url",
                                plane.url(),
                                "--edition",
                                edition,
                                "--only",
                                "STATUS-200",
                                "--out",
                                folder.resolve(edition).toString());
                assertThat(run.out()).doesNotContain("your system speaks");
            }
        }
    }

    @Test
    void aSystemThatRefusesEverythingIsNoEdition() {
        try (var plane = StubPlane.answering(asked -> Reply.json(400, "{\"error\":\"unknown transfer type\"}"))) {
            var result = Shell.plain().run("detect", "--url", plane.url());

            assertThat(result.code()).isEqualTo(3);
            assertThat(result.out()).contains("No edition fits", "unknown transfer type", "transferTypes");
        }
    }

    @Test
    void aSystemThatKnowsRegisteredControlPlanesAloneIsRegisteredAt() {
        var registered = new AtomicBoolean();
        Function<Asked, Reply> answers = asked -> {
            if (asked.is("PUT /controlplanes")) {
                registered.set(true);
                return Reply.json(200, "{}");
            }
            return serving(it -> registered.get() && it.body().contains("\"profile\""))
                    .apply(asked);
        };
        try (var plane = StubPlane.answering(answers)) {
            assertThat(Shell.plain().run("detect", "--url", plane.url()).code()).isEqualTo(3);
            assertThat(registered).isFalse();
            var result = Shell.plain()
                    .run("detect", "--url", plane.url(), "--capabilities", "consumer,push,registration,suspend");
            assertThat(result.out()).contains("The system speaks 1.0-RC3");
            assertThat(result.code()).isZero();
        }
    }

    @Test
    void whatKeepsEverybodyAwayIsToldInOneLine() {
        away(asked -> new Reply(200, Map.of("Content-Type", "text/html"), "<html>Welcome</html>"), "HTML");
        away(asked -> Reply.json(401, "{}"), "--header");
        away(asked -> Reply.json(404, "{}"), "--url");
        away(asked -> new Reply(302, Map.of("Location", "https://elsewhere.example/"), ""), "elsewhere.example");
    }

    private static void away(Function<Asked, Reply> answers, String hint) {
        try (var plane = StubPlane.answering(answers)) {
            var result = Shell.plain().run("detect", "--url", plane.url());

            assertThat(result.code()).isEqualTo(3);
            assertThat(result.errLines()).hasSize(1);
            assertThat(result.err()).startsWith("dps-tck detect: ").contains(hint);
        }
    }

    /** A lenient plane at the paths of the later editions, which makes a flow of whatever passes. */
    private static Function<Asked, Reply> serving(Predicate<Asked> accepted) {
        return asked -> {
            if (asked.is(CREATION)) {
                return accepted.test(asked) ? FLOW : Reply.json(422, "{\"error\":\"not like this\"}");
            }
            if (asked.is("GET /dataflows/one/status")) {
                return FLOW;
            }
            return asked.is("POST /dataflows/one/(started|suspend|resume|terminate|completed)")
                    ? Reply.json(200, "{}")
                    : Reply.json(404, "{}");
        };
    }
}
