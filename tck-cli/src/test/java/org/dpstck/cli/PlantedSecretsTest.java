package org.dpstck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dpstck.reference.ControlPlaneOptions;
import org.dpstck.reference.ReferenceControlPlane;
import org.dpstck.reference.ReferenceDataPlane;
import org.dpstck.reference.ReferenceOptions;
import org.dpstck.reports.ReportForm;
import org.dpstck.reports.RunRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No secret of a description, a system or a callback is in anything that a run leaves or prints. */
class PlantedSecretsTest {

    private static final String HEADER = "fake-header-7Qd2/x+1=";
    private static final String PASSWORD = "fake-password-81-ab";
    private static final String CUSTOM = "fakeCustom0a1b2c3d4";
    private static final String METADATA = "fake-metadata \"quoted\" 55";
    private static final String ADDRESS = "fake-address-token-66";
    private static final String TRIGGER = "fake-trigger-token-77";
    private static final String QUERY = "fake-query-88-zz";
    private static final String ARGUMENT = "fake-argument-99-yy";

    private static final List<String> PLANTED = List.of(
            HEADER,
            PASSWORD,
            CUSTOM,
            METADATA,
            ADDRESS,
            TRIGGER,
            QUERY,
            ARGUMENT,
            SecretiveProxy.BODY_TOKEN,
            SecretiveProxy.JWT,
            SecretiveProxy.COOKIE,
            SecretiveProxy.PROPERTY);

    @TempDir
    private Path folder;

    @Test
    void ofADataPlane() throws IOException {
        try (var plane = ReferenceDataPlane.start(ReferenceOptions.defaults().withPort(0));
                var proxy = SecretiveProxy.before(plane.baseUrl())) {
            var described = Files.writeString(folder.resolve("sut.yaml"), description(proxy.url(), proxy.admin()));
            var out = folder.resolve("run");

            var result = Shell.plain()
                    .run(
                            "run",
                            "--config",
                            described.toString(),
                            "--out",
                            out.toString(),
                            "--events",
                            folder.resolve("events.jsonl").toString(),
                            "--verbose",
                            "--any-edition");

            assertThat(result.code()).as(result.out() + result.err()).isIn(0, 1);
            examine(out, result);
        }
    }

    @Test
    void ofAControlPlane() throws IOException {
        try (var plane = ReferenceControlPlane.start(
                        ControlPlaneOptions.defaults().withPort(0));
                var proxy = SecretiveProxy.before(plane.signalingUrl())) {
            var described = Files.writeString(
                    folder.resolve("sut.yaml"),
                    """
                    role: control-plane
                    url: %s
                    headers: {Authorization: "Bearer %s", X-Custom: %s}
                    dsp: {url: "%s/dsp", headers: {X-Api-Key: "%s"}}
                    capabilities: [provider, push, pull, suspend, registration]
                    """
                            .formatted(proxy.url(), HEADER, CUSTOM, proxy.origin(), PASSWORD));
            var out = folder.resolve("run");

            var result = Shell.plain()
                    .run(
                            "run",
                            "--config",
                            described.toString(),
                            "--out",
                            out.toString(),
                            "--events",
                            folder.resolve("events.jsonl").toString(),
                            "--verbose",
                            "--only",
                            "TP-REQUEST*,TP-SENDS-*,SENDS-*,DATAPLANES-*,TAKES-UNKNOWN*");

            assertThat(result.code()).as(result.out() + result.err()).isIn(0, 1, 3);
            examine(out, result);
        }
    }

    private static String description(URI url, URI admin) {
        var basic = Base64.getEncoder().encodeToString(("user:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return """
                url: %s
                headers: {Authorization: "Basic %s", X-Custom: "%s", X-Api-Key: "%s"}
                capabilities: [consumer, provider, push, pull, asynchronous-prepare, asynchronous-start, suspend, registration]
                dataAddress:
                  "@type": DataAddress
                  endpointType: https://w3id.org/idsa/v4.1/HTTP
                  endpoint: "http://127.0.0.1:1/data?api_key=%s"
                  endpointProperties:
                    - {"@type": EndpointProperty, name: authorization, value: "%s"}
                message: {metadata: {clientSecret: '%s'}}
                triggers:
                  start-async: {message: {metadata: {reference: {answer: hold}}}}
                  prepare-async: {message: {metadata: {reference: {answer: hold}}}}
                  proceed: {http: {url: "%s/dataflows/{dataFlowId}/proceed", headers: {X-Auth-Token: "%s"}}}
                  complete: {http: {url: "%s/dataflows/{dataFlowId}/complete?token=%s", body: {password: "%s"}}}
                  fail: {command: [sh, -c, "exit 0", sh, --token, "%s", "{dataFlowId}"]}
                timeouts: {callback: 2s, quiet: 200ms}
                """
                .formatted(
                        url, basic, CUSTOM, HEADER, QUERY, ADDRESS, METADATA, admin, TRIGGER, admin, QUERY, PASSWORD,
                        ARGUMENT);
    }

    private void examine(Path run, Shell.Result result) throws IOException {
        var record = RunRecords.read(run);
        for (var form : ReportForm.values()) {
            form.write(record, null, folder.resolve("again"));
        }
        var texts = new LinkedHashMap<String, String>();
        texts.put("standard output", result.out());
        texts.put("standard error", result.err());
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(it -> !it.endsWith("sut.yaml"))
                    .toList()) {
                texts.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        var leaks = new ArrayList<String>();
        for (var text : texts.entrySet()) {
            for (var secret : PLANTED) {
                spellings(secret).forEach((how, spelled) -> {
                    var at = text.getValue().indexOf(spelled);
                    if (at >= 0) {
                        leaks.add(text.getKey() + ": " + secret + " (" + how + ") in "
                                + text.getValue()
                                        .substring(
                                                Math.max(0, at - 120),
                                                Math.min(
                                                        at + 60, text.getValue().length())));
                    }
                });
            }
        }
        assertThat(leaks.stream().limit(20)).isEmpty();
        assertThat(texts.keySet())
                .anyMatch(it -> it.contains("repeat"))
                .anyMatch(it -> it.contains("events"))
                .anyMatch(it -> it.endsWith(".html"))
                .anyMatch(it -> it.contains("allure-results"));
        assertThat(texts.get(Path.of("run", "run.json").toString())).contains("[secret-1]");
    }

    private static Map<String, String> spellings(String secret) {
        var bytes = secret.getBytes(StandardCharsets.UTF_8);
        var spelled = new LinkedHashMap<String, String>();
        spelled.put("as it is", secret);
        spelled.put("in JSON", secret.replace("\"", "\\\""));
        spelled.put("in a URL", URLEncoder.encode(secret, StandardCharsets.UTF_8));
        spelled.put(
                "in a path", URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"));
        spelled.put("in Base64", Base64.getEncoder().withoutPadding().encodeToString(bytes));
        spelled.put(
                "in Base64 for URLs", Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        spelled.put(
                "in a Basic header",
                Base64.getEncoder()
                        .withoutPadding()
                        .encodeToString(("user:" + secret).getBytes(StandardCharsets.UTF_8)));
        return spelled;
    }
}
