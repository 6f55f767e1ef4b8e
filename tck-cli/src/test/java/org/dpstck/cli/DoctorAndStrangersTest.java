package org.dpstck.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dpstck.cli.DoctorTest.check;
import static org.dpstck.cli.DoctorTest.examine;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The doctor against what is no data plane, or none that lets anybody in. */
class DoctorAndStrangersTest {

    @Test
    void nobodyListens() throws IOException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var found = examine(3, "--url", "http://127.0.0.1:" + port);

        assertThat(check(found, "url", "problem").get("observed").asString()).contains("refused");
        assertThat(check(found, "ids", "not-checked").get("observed").asString())
                .contains("url");
        check(found, "callback.bind", "ok");
    }

    @Test
    void noSuchHost() {
        var found = examine(3, "--url", "http://no-such-host.invalid:8080");

        assertThat(check(found, "url", "problem").get("observed").asString()).contains("no-such-host.invalid");
    }

    @Test
    void whoNeverAnswersCostsSeconds() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var before = Instant.now();
            var found = examine(3, "--url", "http://127.0.0.1:" + silent.getLocalPort(), "--timeouts-request", "500ms");

            assertThat(check(found, "http", "problem").get("meaning").asString())
                    .contains("nobody answers");
            check(found, "triggers.complete", "not-checked");
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(30));
        }
    }

    @Test
    void aWebPage() {
        answering(aResponse().withHeader("Content-Type", "text/html").withBody("<html>Welcome</html>"), server -> {
            var found = examine(3, "--url", server.baseUrl());

            assertThat(check(found, "http", "problem").get("observed").asString())
                    .contains("HTML");
        });
    }

    @Test
    void anotherService() {
        answering(aResponse().withStatus(404), server -> {
            var found = examine(3, "--url", server.baseUrl());

            assertThat(check(found, "http", "problem").get("observed").asString())
                    .contains("/dataflows/prepare", "404");
        });
    }

    @Test
    void closedWithoutCredentialsAndWithWrongOnes() {
        var closed = aResponse()
                .withStatus(401)
                .withHeader("WWW-Authenticate", "Bearer realm=\"plane\"")
                .withBody("no: Bearer very-secret-token");
        answering(closed, server -> {
            var without = check(examine(3, "--url", server.baseUrl()), "authentication", "problem");
            assertThat(without.get("meaning").asString()).contains("gives none");
            assertThat(without.get("observed").asString()).contains("Bearer realm");

            var found = examine(3, "--url", server.baseUrl(), "--header", "Authorization: Bearer very-secret-token");
            assertThat(check(found, "authentication", "problem").get("meaning").asString())
                    .contains("does not take", "Authorization");
            assertThat(found.toString()).doesNotContain("very-secret-token");
            check(found, "ids", "not-checked");
        });
    }

    @Test
    void credentialsThatNobodyChecksAreAWarning() {
        var found = examine(0, "--header", "Authorization: Bearer very-secret-token");

        assertThat(check(found, "authentication", "warning").get("observed").asString())
                .contains("without as well");
    }

    @Test
    void aRefusalThatNamesAnId() {
        var refusal = aResponse().withStatus(422).withBody("{\"error\": \"unknown agreement 'dps-tck-agreement'\"}");
        answering(refusal, server -> {
            var found = examine(3, "--url", server.baseUrl());

            var check = check(found, "ids", "problem");
            assertThat(check.get("observed").asString()).contains("HTTP 422", "unknown agreement");
            assertThat(check.get("change").toString())
                    .contains("ids.agreement (now dps-tck-agreement)")
                    .doesNotContain("ids.dataset");
        });
    }

    @Test
    void tlsOnAPlainPortAndTheOtherWayRound() {
        var server = new WireMockServer(
                options().bindAddress("127.0.0.1").dynamicPort().dynamicHttpsPort());
        server.start();
        try {
            var plain = check(examine(3, "--url", "https://127.0.0.1:" + server.port()), "tls", "problem");
            assertThat(plain.get("meaning").asString()).contains("plain HTTP");

            var tls = check(examine(3, "--url", "http://127.0.0.1:" + server.httpsPort()), "http", "problem");
            assertThat(tls.get("meaning").asString()).contains("speaks TLS");

            var untrusted = check(examine(3, "--url", "https://127.0.0.1:" + server.httpsPort()), "tls", "problem");
            assertThat(untrusted.get("observed").asString() + untrusted.get("change"))
                    .contains("issue", "trustStore");
        } finally {
            server.stop();
        }
    }

    @Test
    void aClockThatIsWrong() {
        var late = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().minusSeconds(90).atOffset(ZoneOffset.UTC));
        answering(aResponse().withStatus(400).withHeader("Date", late), server -> {
            var found = examine(3, "--url", server.baseUrl());

            assertThat(check(found, "clock", "warning").get("observed").asString())
                    .matches(".* is [1-9] min .* behind this one.*");
        });
    }

    private static void answering(ResponseDefinitionBuilder answer, Consumer<WireMockServer> check) {
        var server = new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());
        server.stubFor(any(anyUrl()).willReturn(answer));
        server.start();
        try {
            check.accept(server);
        } finally {
            server.stop();
        }
    }
}
