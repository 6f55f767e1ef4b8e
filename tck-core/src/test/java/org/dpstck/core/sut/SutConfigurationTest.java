package org.dpstck.core.sut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SutConfigurationTest {

    private static final String FULL =
            """
            system: {name: Example plane, version: 1.10}
            role: control-plane
            edition: 2025-11
            url: https://plane.example/signaling/
            headers:
              X-Tenant: 7
            timeouts: {connect: 200ms, request: 1s, callback: 2m, quiet: PT0.5S, run: 90000}
            transferTypes: {push: a-PUSH, pull: a-PULL}
            ids: {participant: p, counterParty: c, dataspaceContext: d, agreement: 007, dataset: s}
            message:
              properties: {extra: {deep: [1, true, null]}}
              metadata: {size: 3}
              labels: [gold, blue]
            capabilities: [consumer, async-prepare]
            callback: {bind: "0.0.0.0:9090", advertise: "http://host.example:{port}/"}
            dataAddress: {endpoint: "https://data.example"}
            dsp: {url: "http://plane.example/dsp", headers: {X-Tenant: eight}, form: dsp-tp}
            agreements: {"TP-*": {agreement: a-2, dataset: s-2}}
            https: require
            triggers:
              prepare-async: {message: {metadata: {async: true}}}
              complete: {http: {url: "http://plane.example/{dataFlowId}"}}
              fail: {manual: "fail {dataFlowId}"}
              request-transfer: {http: {url: "http://plane.example/{agreementId}", transferId: /@id}}
            """;

    @TempDir
    Path directory;

    @Test
    void aTransferTypeThatIsGivenStaysEvenIfItIsTheDefault() {
        var given = Given.url()
                .option("transferTypes.push", "com.test.http-PUSH")
                .load()
                .transferTypes()
                .over("https://edition.example/p-push", "https://edition.example/p-pull");

        assertThat(given.push()).isEqualTo("com.test.http-PUSH");
        assertThat(given.pull()).isEqualTo("https://edition.example/p-pull");
    }

    @Test
    void aUrlIsEnough() {
        var system = Given.url().load();

        assertThat(system)
                .isEqualTo(new SystemUnderTest(
                        "system under test",
                        null,
                        "data-plane",
                        "2026-02",
                        URI.create(Given.URL),
                        Map.of(),
                        Timeouts.defaults(),
                        TransferTypes.defaults(),
                        Ids.defaults(),
                        MessageExtras.none(),
                        Capability.defaults(),
                        Paths.defaults(),
                        CallbackSettings.defaults(),
                        Map.of(),
                        Map.of(),
                        HttpsRule.WARN,
                        false,
                        AuthorizationSettings.defaults()));
        assertThat(system.can(Capability.REGISTRATION)).isFalse();
        assertThat(system.can(Capability.SUSPEND)).isTrue();
    }

    @Test
    void aRunIsStrictWhereAnythingSaysSo() {
        assertThat(Given.url().load().strict()).isFalse();
        assertThat(Given.url().option("strict", "TRUE").load().strict()).isTrue();
        assertThat(Given.url().environment("DPS_TCK_STRICT", "true").load().strict())
                .isTrue();
        assertThat(catchThrowable(Given.url().option("strict", "very")::load))
                .hasMessageContaining("strict")
                .hasMessageContaining("write true or false");
    }

    @Test
    void aFileMaySayEverything() {
        var system = Given.file(directory, FULL).load();

        assertThat(system.name()).isEqualTo("Example plane");
        assertThat(system.version()).as("as written, not as a number").isEqualTo("1.10");
        assertThat(system.role()).isEqualTo("control-plane");
        assertThat(system.edition()).isEqualTo("2025-11");
        assertThat(system.url()).hasToString("https://plane.example/signaling");
        assertThat(system.headers()).containsExactly(Map.entry("X-Tenant", "7"));
        assertThat(system.timeouts())
                .isEqualTo(new Timeouts(
                        Duration.ofMillis(200),
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(2),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(90)));
        assertThat(system.transferTypes()).isEqualTo(new TransferTypes("a-PUSH", "a-PULL"));
        assertThat(system.ids()).isEqualTo(new Ids("p", "c", "d", "007", "s"));
        assertThat(system.message().properties().toString()).isEqualTo("{extra={deep=[1, true, null]}}");
        assertThat(system.message().metadata()).isEqualTo(Map.of("size", 3));
        assertThat(system.message().labels()).containsExactly("gold", "blue");
        assertThat(system.capabilities()).containsExactly(Capability.CONSUMER, Capability.ASYNCHRONOUS_PREPARE);
        assertThat(system.callback()).isEqualTo(new CallbackSettings("0.0.0.0", 9090, "http://host.example:{port}"));
        assertThat(system.callback().baseUrl(9090)).isEqualTo("http://host.example:9090");
        assertThat(system.dataAddress()).isEqualTo(Map.of("endpoint", "https://data.example"));
        assertThat(system.https()).isEqualTo(HttpsRule.REQUIRE);
        assertThat(system.triggers())
                .containsOnlyKeys(
                        TriggerPoint.PREPARE_ASYNCHRONOUSLY,
                        TriggerPoint.REQUEST_TRANSFER,
                        TriggerPoint.COMPLETE,
                        TriggerPoint.FAIL)
                .containsEntry(
                        TriggerPoint.REQUEST_TRANSFER,
                        new HttpTrigger("POST", "http://plane.example/{agreementId}", Map.of(), null, "/@id"));
        assertThat(system.controlPlane())
                .isEqualTo(new ControlPlaneSettings(
                        URI.create("http://plane.example/dsp"),
                        Map.of("X-Tenant", "eight"),
                        "dsp-tp",
                        Map.of("TP-*", Map.of("agreement", "a-2", "dataset", "s-2"))));
        assertThat(system.controlPlane().idsOf("TP-GET.provider-pull", system.ids()))
                .isEqualTo(new Ids("p", "c", "d", "a-2", "s-2"));
        assertThat(system.controlPlane().idsOf("SENDS-START", system.ids())).isEqualTo(system.ids());
        assertThat(system.trigger(TriggerPoint.PROCEED)).isEmpty();
    }

    @Test
    void anOptionWinsOverTheEnvironmentAndTheEnvironmentOverTheFile() {
        var yaml = "{url: 'http://file', role: nonsense, timeouts: {connect: 1s, request: 1s, quiet: 1s}}";
        var system = Given.file(directory, yaml)
                .environment("DPS_TCK_TIMEOUTS_REQUEST", "2s")
                .environment("DPS_TCK_TIMEOUTS_QUIET", "2s")
                .environment("DPS_TCK_ROLE", "data-plane")
                .option("timeouts.quiet", "3s")
                .load();

        assertThat(system.url()).hasToString("http://file");
        assertThat(system.role()).as("what is overridden need not be right").isEqualTo("data-plane");
        assertThat(system.timeouts().connect()).isEqualTo(Duration.ofSeconds(1));
        assertThat(system.timeouts().request()).isEqualTo(Duration.ofSeconds(2));
        assertThat(system.timeouts().quiet()).isEqualTo(Duration.ofSeconds(3));
        assertThat(system.timeouts().run()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void aMapIsReplacedAsAWhole() {
        var system = Given.file(directory, "{url: 'http://file', headers: {A: 1}, message: {metadata: {a: 1}}}")
                .environment("DPS_TCK_MESSAGE_METADATA", "{\"b\": [2, \"x\"]}")
                .option("headers", List.of("B: 2", "C: x:y"))
                .load();

        assertThat(system.headers()).containsExactly(Map.entry("B", "2"), Map.entry("C", "x:y"));
        assertThat(system.message().metadata()).isEqualTo(Map.of("b", List.of(2, "x")));
    }

    @Test
    void everyKindOfValueMayBeInline() {
        var system = Given.nothing()
                .environment("DPS_TCK_URL", "http://plane.example:81//")
                .environment("DPS_TCK_CAPABILITIES", "provider, PUSH,asynchronous-start")
                .environment("DPS_TCK_HEADERS", "X-A: 1")
                .environment("DPS_TCK_SYSTEM_VERSION", "")
                .option("message.labels", "[gold]")
                .option("callback.bind", "[::1]:0")
                .option("dataAddress", Map.of("endpoint", "e"))
                .option("triggers.complete", "{http: {url: \"http://plane.example/{dataFlowId}/complete\"}}")
                .option("triggers.fail", "{\"command\": [\"./fail.sh\", \"{dataFlowId}\"]}")
                .load();

        assertThat(system.url()).hasToString("http://plane.example:81");
        assertThat(system.capabilities())
                .containsExactly(Capability.PROVIDER, Capability.PUSH, Capability.ASYNCHRONOUS_START);
        assertThat(system.headers()).containsExactly(Map.entry("X-A", "1"));
        assertThat(system.version()).as("empty in the environment means unset").isNull();
        assertThat(system.message().labels()).containsExactly("gold");
        assertThat(system.callback().baseUrl(8)).isEqualTo("http://[::1]:8");
        assertThat(system.dataAddress()).isEqualTo(Map.of("endpoint", "e"));
        assertThat(system.triggers())
                .containsEntry(
                        TriggerPoint.COMPLETE,
                        new HttpTrigger("POST", "http://plane.example/{dataFlowId}/complete", Map.of(), null))
                .containsEntry(
                        TriggerPoint.FAIL,
                        new CommandTrigger(List.of("./fail.sh", "{dataFlowId}"), Duration.ofSeconds(10)));
    }

    @Test
    void aFileTakesSecretsFromTheEnvironment() {
        var yaml =
                """
                url: http://${HOST}/x
                headers: {Authorization: "Bearer ${DPS_TCK_MY_TOKEN}"}
                message: {metadata: {literal: "$${HOST}", list: ["${HOST}-${HOST}"]}}
                """;
        var system = Given.file(directory, yaml)
                .environment("HOST", "h.example")
                .environment("DPS_TCK_MY_TOKEN", "fake$1")
                .load();

        assertThat(system.url()).hasToString("http://h.example/x");
        assertThat(system.headers()).containsEntry("Authorization", "Bearer fake$1");
        assertThat(system.message().metadata())
                .isEqualTo(Map.of("literal", "${HOST}", "list", List.of("h.example-h.example")));
    }

    @Test
    void theEffectiveSettingsDescribeTheSameSystem() {
        var system = Given.file(directory, FULL).load();
        var again = Given.nothing();
        SutConfiguration.effective(system).forEach(again::option);

        assertThat(again.load()).isEqualTo(system);
    }

    @Test
    void everyKeyHasItsOwnNames() {
        var keys = SutConfiguration.keys();

        assertThat(keys).extracting(Key::name).doesNotHaveDuplicates().contains("timeouts.request", "triggers.fail");
        assertThat(keys).extracting(Key::environment).doesNotHaveDuplicates().contains("DPS_TCK_IDS_COUNTER_PARTY");
        assertThat(keys.stream().flatMap(key -> key.aliases().stream()))
                .contains("--header", "--name", "--push-type", "--pull-type");
        assertThat(keys.stream().flatMap(key -> Stream.concat(Stream.of(key.option()), key.aliases().stream())))
                .doesNotHaveDuplicates()
                .contains("--timeouts-request", "--transfer-types-push", "--triggers-prepare-async");
        assertThat(keys).filteredOn(Key::required).extracting(Key::name).containsExactly("url");
        assertThat(keys).extracting(Key::help).allMatch(help -> help.endsWith(".") && !help.contains("\n"));
    }

    @Test
    void aCapabilityHasAnIdAndAliases() {
        assertThat(Capability.parse("async-start")).isEqualTo(Capability.ASYNCHRONOUS_START);
        assertThat(Capability.parse(" Asynchronous-Start ")).isEqualTo(Capability.ASYNCHRONOUS_START);
        assertThat(catchThrowable(() -> Capability.parse("fly")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("asynchronous-prepare");
    }
}
