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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.reference.ControlPlaneOptions;
import org.dpstck.reference.ReferenceControlPlane;
import org.dpstck.reference.ReferenceDataPlane;
import org.dpstck.reference.ReferenceOptions;
import org.dpstck.reports.ReportForm;
import org.dpstck.reports.RunRecords;
import org.dpstck.reports.allurehtml.AllureHtml;
import org.dpstck.reports.allurehtml.AllureTool;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            SecretiveProxy.CALLBACK_QUERY,
            SecretiveProxy.CALLBACK_HEADER,
            SecretiveProxy.PROPERTY);

    @TempDir
    private Path folder;

    /** A reference of a role. */
    private record Plane(URI signaling, AutoCloseable server) {

        static Plane of(String role) {
            if (role.equals("data-plane")) {
                var started =
                        ReferenceDataPlane.start(ReferenceOptions.defaults().withPort(0));
                return new Plane(started.baseUrl(), started);
            }
            var started =
                    ReferenceControlPlane.start(ControlPlaneOptions.defaults().withPort(0));
            return new Plane(started.signalingUrl(), started);
        }
    }

    /** Of a data plane all cases; of a control plane some, because many wait for what the proxy keeps from it. */
    @ParameterizedTest
    @CsvSource({"data-plane, *", "control-plane, 'TP-REQUEST*,TP-SENDS-*,SENDS-*,DATAPLANES-*,TAKES-UNKNOWN*'"})
    void nothingOfThemIsLeft(String role, String only) throws Exception {
        var plane = Plane.of(role);
        try (var server = plane.server();
                var proxy = SecretiveProxy.before(plane.signaling())) {
            assertThat(server).isNotNull();
            var described = Files.writeString(folder.resolve("sut.yaml"), description(role, proxy));
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
                            "--any-edition",
                            "--only",
                            only);

            assertThat(result.code()).as(result.out() + result.err()).isIn(0, 1, 3);
            assertThat(proxy.calledBack())
                    .as("the system called back by way of the proxy")
                    .isTrue();
            examine(out, result);
        }
    }

    private static String description(String role, SecretiveProxy proxy) {
        return role.equals("data-plane")
                ? dataPlane(proxy.url(), proxy.admin())
                : """
                role: control-plane
                url: %s
                headers: {Authorization: "Bearer %s", X-Custom: %s}
                dsp: {url: "%s/dsp", headers: {X-Api-Key: "%s"}}
                capabilities: [provider, push, pull, suspend, registration]
                """
                        .formatted(proxy.url(), HEADER, CUSTOM, proxy.origin(), PASSWORD);
    }

    private static String dataPlane(URI url, URI admin) {
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

    private void examine(Path run, Shell.Result result) throws Exception {
        var record = RunRecords.read(run);
        for (var form : ReportForm.values()) {
            form.write(record, null, folder.resolve("again"));
        }
        var certifying = new Certifying(folder);
        var stated = certifying.certify(run, folder.resolve("statement.json"), "--statement");
        assertThat(stated.code()).as(stated.out() + stated.err()).isZero();
        allure(record);
        var texts = new LinkedHashMap<String, String>();
        texts.put("standard output", result.out());
        texts.put("standard error", result.err());
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(it -> !it.endsWith("sut.yaml") && !it.toString().endsWith(".pem"))
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
                .anyMatch(it -> it.contains("allure-results"))
                .contains("statement.json", "statement.html", "request.md");
        assertThat(texts.get(Path.of("run", "run.json").toString())).contains("[secret-1]");
    }

    /** The page of Allure, where its generator was fetched before. */
    private void allure(RunRecord record) throws Exception {
        var home = Path.of(System.getProperty("user.home"));
        if (Files.isDirectory(
                home.resolve(".m2/repository/io/qameta/allure/allure-commandline/" + AllureTool.VERSION))) {
            var tool = new AllureTool(
                    Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString()), home);
            var page = new AllureHtml(tool).write(record, folder.resolve("allure"), folder.resolve("history"));
            Files.writeString(page.resolveSibling("embedded.txt"), embedded(Files.readString(page)));
            delete(folder.resolve("cache"));
        }
    }

    /** What the page holds in Base64: its data. */
    private static String embedded(String page) {
        return Pattern.compile("[\"'](?<data>[A-Za-z0-9+/]{32,}={0,2})[\"']")
                .matcher(page)
                .results()
                .map(it -> it.group(1))
                .filter(it -> it.length() % 4 == 0)
                .map(it -> new String(Base64.getDecoder().decode(it), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
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
