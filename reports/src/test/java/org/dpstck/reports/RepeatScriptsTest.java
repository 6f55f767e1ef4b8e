package org.dpstck.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dpstck.core.edition.Editions;
import org.dpstck.core.verdict.Outcome;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.reports.repeat.RepeatScripts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatScriptsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\\nSHAPE\\ntouch mark\\n\":\"$(touch mark)\",\"state\":\"`touch mark`\"}",
                "{\"dataFlowId\":\"'; touch mark; '\",\"b\":\"x\"}",
                "{\"LD_PRELOAD\":\"./evil-1.so\",\"curlOptions\":\"-o mark-1\",\"PATH\":\"/nowhere-1\"}",
                "\nSHAPE\ntouch mark\n",
                "$(touch mark)`touch mark`\u001b[31m\u0007"
            })
    void whatTheSystemSaysIsNeverACommand(String body) throws Exception {
        for (var said : List.of(body, "$(touch mark) '`touch mark`' \"\u001b[2J")) {
            RepeatScripts.write(Runs.of(List.of(Runs.failed(said, body))), new Editions().load("2026-02"), folder);
            var script = folder.resolve("START-DUPLICATE.provider-pull.sh");

            var ended = answering(body, script);

            assertThat(ended).contains("required", "observed").doesNotContain("\u001b", "\u0007");
            assertThat(folder.resolve("mark")).doesNotExist();
            assertThat(folder.resolve("mark-1")).doesNotExist();
            assertThat(Files.readString(script)).doesNotContain("\u001b", "\u0007");
        }
    }

    @Test
    void everyCaseHasAFileOfItsOwnWhateverItIsCalled() {
        assertThat(RepeatScripts.file("START-200.provider-push")).isEqualTo("START-200.provider-push.sh");
        assertThat(RepeatScripts.file("../../etc/x")).doesNotContain("/").doesNotStartWith(".");
        assertThat(RepeatScripts.file("a:b"))
                .isNotEqualTo(RepeatScripts.file("a?b"))
                .matches("[A-Za-z0-9._-]+");
        assertThat(RepeatScripts.file("x".repeat(300))).hasSizeLessThan(150);
        assertThat(RepeatScripts.file("-rf")).doesNotStartWith("-");
    }

    @Test
    void theScriptsOfAnEarlierRunGo() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("OLD.sh"), "");

        RepeatScripts.write(Runs.everyOutcome(), null, folder);

        assertThat(folder.resolve("OLD.sh")).doesNotExist();
        assertThat(folder.resolve("lib.sh")).isNotEmptyFile();
        assertThat(Files.readString(folder.resolve("BASE-URL-HTTPS.sh"))).contains("cannot be repeated");
        assertThat(folder.resolve("STATUS-200.suspend.sh")).doesNotExist();
    }

    @Test
    void aCaseThatDidNotRunHasNone() {
        var none = new Runs.Case("STATUS-200.x", Outcome.UNTESTED).build();
        assertThat(RepeatScripts.has(none)).isFalse();
    }

    /** What a script prints when everything is answered with a body. */
    private String answering(String body, Path script) throws IOException, InterruptedException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                var bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
        try {
            var output = folder.resolve("output.txt");
            var builder = new ProcessBuilder("sh", script.toString())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment()
                    .put("BASE_URL", "http://127.0.0.1:" + server.getAddress().getPort() + "/signaling");
            assertThat(builder.start().waitFor(60, TimeUnit.SECONDS)).isTrue();
            return Files.readString(output);
        } finally {
            server.stop(0);
        }
    }

    /** Only so that a record of another kit, whose edition is unknown, is written like any other. */
    @Test
    void anUnknownEditionIsNoObstacle() throws IOException {
        RunRecord run = Runs.everyOutcome();
        RepeatScripts.write(run, null, folder);
        assertThat(Files.readString(folder.resolve("START-DUPLICATE.provider-pull.sh")))
                .contains("verdict");
    }
}
