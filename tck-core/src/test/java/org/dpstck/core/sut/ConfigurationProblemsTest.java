package org.dpstck.core.sut;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationProblemsTest {

    @TempDir
    Path directory;

    @Test
    void everythingIsReportedAtOnce() {
        var yaml =
                """
                timeout: 5s
                timeouts:
                  request: 5 parsecs
                  conect: 1s
                capabilities: [consumer, fly]
                triggers:
                  complete: {http: {url: /relative}, manual: both}
                """;
        var problems = Given.file(directory, yaml)
                .environment("DPS_TCK_ROLE", "dataplane")
                .environment("DPS_TCK_URLS", "x")
                .option("https", "maybe")
                .option("callbak.bind", "x")
                .problems();

        var file = directory.resolve("sut.yaml");
        assertThat(problems)
                .containsExactly(
                        "timeout: unknown key, did you mean 'timeouts'? (" + file + ":1); remove it",
                        "timeouts.conect: unknown key, did you mean 'timeouts.connect'? (" + file + ":4); remove it",
                        "DPS_TCK_URLS: unknown key, did you mean 'DPS_TCK_URL'? (environment variable DPS_TCK_URLS); unset it",
                        "callbak.bind: unknown key, did you mean 'callback.bind'? (option callbak.bind); remove it",
                        "role: 'dataplane' is no role, did you mean 'data-plane'? (environment variable DPS_TCK_ROLE);"
                                + " write data-plane or control-plane",
                        "url: missing; write `url: http://…` in the file, pass --url or set DPS_TCK_URL",
                        "timeouts.request: '5 parsecs' is no duration (" + file + ":3);"
                                + " write for example 200ms, 5s, 2m or PT5S",
                        "capabilities: 'fly' is no capability (" + file + ":5); use "
                                + String.join(", ", Capability.ids()),
                        "triggers.complete: has several forms: http, manual (" + file + ":7);"
                                + " write one of `http:`, `command:`, `message:` and `manual:` below it",
                        "https: 'maybe' is no rule (option --https); write ignore, warn, require");
    }

    @Test
    void theMessageHasOneLineAProblem() {
        var several = new ConfigurationException(List.of("one", "two"));

        assertThat(several.getMessage().lines())
                .containsExactly("The configuration has 2 problems:", "  - one", "  - two");
        assertThat(new ConfigurationException("one")).hasMessage("one");
    }

    @TestFactory
    Stream<DynamicTest> wrongValues() {
        return Stream.of(
                row("url", "localhost:8080/x", "does not begin with http:// or https://"),
                row("url", "/signaling", "is relative"),
                row("url", "http://", "has no host"),
                row("url", "http:///x", "has no host"),
                row("url", "ftp://h/x", "does not begin with http:// or https://"),
                row("url", "http://h/x?y=1", "has a query"),
                row("url", "http://h/x#y", "has a fragment"),
                row("url", "http://h/a b", "contains whitespace"),
                row("url", "http://h:99999/", "has a port"),
                row("url", "http://h/%zz", "is no URL"),
                row("url", "", "is empty"),
                row("url", List.of(), "is a list where a text is needed"),
                row("role", "judge", "'judge' is no role"),
                row("edition", "../2026", "is no name that an edition may have"),
                row("system.name", "two\nlines", "control characters"),
                row("timeouts.request", "-5s", "'-5s' is negative"),
                row("timeouts.request", "-PT5S", "is negative"),
                row("timeouts.request", "0", "is less than 1ms"),
                row("timeouts.request", "25h", "is longer than 24h"),
                row("timeouts.request", "PT99999999999999H", "is no duration"),
                row("timeouts.request", "999999999999999999h", "is longer than 24h"),
                row("timeouts.request", Map.of(), "is a map where a text is needed"),
                row("ids.agreement", " ", "is empty"),
                row("headers", "Authorization Bearer fake-token", "not of the form 'Name: value'"),
                row("headers", List.of("A: 1", "a: 2"), "the header a is there twice"),
                row("headers", Map.of("A B", "1"), "'A B' is no header name"),
                row("headers", Map.of("A", "1\r\nB: 2"), "the value of the header A holds line breaks"),
                row("headers", Map.of("A", Map.of()), "the header A is a map"),
                row("headers", 5, "is a number where a map of headers is needed"),
                row("message.properties", "[1]", "is a list where a map is needed"),
                row("message.properties", "{a: [}", "not YAML"),
                row("message.properties", "{metadata: {}}", "has a key of its own"),
                row("message.properties", "{flow: '{flowTyp}'}", "unknown placeholder {flowTyp}"),
                row("message.metadata", "{a: &x 1, b: *x}", "aliases (*name) are not supported"),
                row("message.metadata", "plain", "is a text where a map is needed"),
                row("message.labels", Map.of(), "is a map where a list is needed"),
                row("message.labels", List.of(List.of()), "is a list where a text is needed"),
                row("https", true, "'true' is no rule"));
    }

    @TestFactory
    Stream<DynamicTest> wrongCapabilitiesAndAddresses() {
        return Stream.of(
                row("capabilities", "", "declares nothing"),
                row("capabilities", "consumer,providr", "'providr' is no capability, did you mean 'provider'?"),
                row("callback.bind", "localhost", "is no bind address"),
                row("callback.bind", "127.0.0.1:70000", "has a port"),
                row("callback.bind", "::1:0", "is no bind address"),
                row("callback.bind", "0.0.0.0:0", "0.0.0.0 is no address that a system can call"),
                row("callback.bind", "[::]:0", ":: is no address that a system can call"),
                row("callback.advertise", "host:{port}", "does not begin with http:// or https://"),
                row("callback.advertise", "http://h:{prt}", "is no URL"),
                row("callback.advertise", "http://h:80", "names a fixed port"));
    }

    @TestFactory
    Stream<DynamicTest> wrongPaths() {
        return Stream.of(
                row("paths.register", "controlplanes", "is no path below the base URL"),
                row("paths.register", "/controlplanes?x=1", "is no path below the base URL"),
                row("paths.registration", "/controlplanes/mine", "does not say where the id"));
    }

    @TestFactory
    Stream<DynamicTest> wrongAuthorization() {
        return Stream.of(
                row("authorization.direction", "sideways", "'sideways' is no direction"),
                row("authorization.apiKeyHeader", "x api key", "is no name of a header"),
                row("authorization.audience", " ", "is empty"));
    }

    @TestFactory
    Stream<DynamicTest> wrongTriggers() {
        return Stream.of(
                row("triggers.complete", "{}", "has no form"),
                row("triggers.complete", "now", "is a text where a map is needed"),
                row("triggers.complete", "{htp: {}, manual: x}", "complete.htp: unknown key, did you mean 'http'?"),
                row("triggers.complete", "{http: {}}", "triggers.complete.http.url: missing"),
                row("triggers.complete", "{http: x}", "triggers.complete.http: is a text where a map is needed"),
                row("triggers.complete", "{http: {url: /x}}", "'/x' is relative"),
                row("triggers.complete", "{http: {url: 'http://h/{flow}'}}", "unknown placeholder {flow}"),
                row("triggers.complete", "{http: {url: 'http://h/{dataflowId}'}}", "did you mean 'dataFlowId'?"),
                row("triggers.complete", "{http: {url: 'http://h/', body: {a: '{b}'}}}", "unknown placeholder {b}"),
                row("triggers.complete", "{http: {url: 'http://h/', method: 'GE T'}}", "'GE T' is no method"),
                row("triggers.complete", "{http: {url: 'http://h/', headers: {Host: x}}}", "is set by the connection"),
                row("triggers.complete", "{http: {url: 'http://h/', header: {}}}", "did you mean 'headers'?"),
                row("triggers.complete", "{command: ./x.sh a}", "is a text where a list"),
                row("triggers.complete", "{command: []}", "is empty where a list"),
                row("triggers.complete", "{command: ['']}", "names no program"),
                row("triggers.complete", "{command: [a, [b]]}", "holds a list where a text is needed"),
                row("triggers.complete", "{command: {timeout: 1s}}", "complete.command.argv: is empty"),
                row("triggers.complete", "{command: {argv: [a], timeout: soon}}", "'soon' is no duration"),
                row("triggers.complete", "{command: {argv: [a], time: 1}}", "command.time: unknown key"),
                row("triggers.complete", "{message: {}}", "is empty"),
                row("triggers.complete", "{message: [1]}", "is a list where a map is needed"),
                row("triggers.proceed", "{message: {a: 1}}", "the message is already sent"),
                row("triggers.complete", "{manual: ''}", "is empty"),
                row("triggers.complete", "{manual: [x]}", "is a list where a text is needed"));
    }

    @Test
    void aTriggerMayHoldBracesThatAreNoPlaceholder() {
        var system = Given.url()
                .option("triggers.complete", "{command: [awk, '{{print}} {print $1}']}")
                .load();

        assertThat(system.triggers()).hasSize(1);
    }

    @Test
    void aMissingVariableIsAProblemOfItsKeyOnly() {
        var yaml = "url: http://${NO_SUCH_HOST}/\nids: {dataset: '${not closed', agreement: '${}'}";

        assertThat(Given.file(directory, yaml).problems())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("url: the environment variable NO_SUCH_HOST is not set ("))
                .anyMatch(line -> line.startsWith("ids.dataset: '${not closed' does not name an environment variable"))
                .anyMatch(line -> line.startsWith("ids.agreement: '${}' does not name"));
    }

    @Test
    void keysInTheWrongPlaceAreExplained() {
        var yaml = "url: http://h\nrequest: 5s\ntimeouts: 5s\nids:\n'ids.dataset': a\ncallback: {bind: {host: x}}";

        assertThat(Given.file(directory, yaml).problems())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("request: unknown key, did you mean 'timeouts.request'?"))
                .anyMatch(line -> line.startsWith("timeouts: is a text where a map is needed"))
                .anyMatch(line -> line.startsWith("callback.bind: is a map where a text is needed"));
    }

    @Test
    void aProblemNeverShowsASecret() {
        assertThat(Given.nothing().option("url", "http://me:fake-pass@h/a b").problem())
                .doesNotContain("fake-pass");
        assertThat(Given.url().option("headers", "Authorization fake-token").problem())
                .doesNotContain("fake-token");
        assertThat(Given.url()
                        .option("message.metadata", "{apiKey: fake-key, b: [}")
                        .problem())
                .doesNotContain("fake-key");
    }

    private static DynamicTest row(String key, Object value, String expected) {
        return DynamicTest.dynamicTest(key + " = " + value, () -> {
            var given = key.equals("url") ? Given.nothing() : Given.url();
            assertThat(given.option(key, value).problem())
                    .startsWith(key.split("\\.")[0])
                    .contains(expected);
        });
    }
}
